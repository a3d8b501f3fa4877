import type { Transaction } from '../../postgres/index.ts';
import type { Difference } from './orders.ts';

/** What each gateway's account must hold: minus what came in, plus what it paid out. */
export async function cashAtGateways(
  tx: Transaction,
  tenantId: number,
): Promise<{ gateway: bigint; cash: bigint }[]> {
  return tx.query(
    `select gateway, sum(amount)::numeric as cash
     from (
       select gateway, -amount_fen as amount
       from payment_receipts
       where tenant_id = $1
       union all
       select gateway, amount_fen
       from payment_refunds
       where tenant_id = $1
         and state = 'confirmed'
     ) as moved
     group by gateway`,
    [tenantId],
  );
}

/**
 * Transfers of payments without the receipt or refund that they are of, and the other way round:
 * each has exactly one, with its legs. Account ids: 16 × gateway + 1, 16 is escrow, 32 refund_due.
 */
export async function brokenPaymentTransfers(
  tx: Transaction,
  tenantId: number,
): Promise<Difference[]> {
  return tx.query(
    `with wanted as (
       select 'payment_confirmed' as kind, 'payment' as cause_type, payment_id::text as cause_id,
         gateway * 16 + 1 as gateway, 16::bigint as pot, amount_fen as amount, 1::bigint as nth
       from payment_receipts
       where tenant_id = $1
         and expected
       union all
       select 'payment_unexpected', 'payment_unexpected', refund.id::text,
         receipt.gateway * 16 + 1, 32, receipt.amount_fen, 1
       from payment_receipts as receipt
       left join payment_refunds as refund
         on refund.tenant_id = $1
         and refund.cause = 'unexpected_payment'
         and refund.gateway = receipt.gateway
         and refund.gateway_payment_id = receipt.gateway_payment_id
         and refund.amount_fen = receipt.amount_fen
       where receipt.tenant_id = $1
         and not receipt.expected
       union all
       select 'refund_confirmed', 'refund_confirmed', id::text, gateway * 16 + 1, 32, -amount_fen, 1
       from payment_refunds
       where tenant_id = $1
         and state = 'confirmed'
     ),
     posted as (
       select id, kind, cause_type, cause_id, account_ids, assets, amounts,
         row_number() over (partition by kind, cause_type, cause_id order by id) as nth
       from transfers
       where tenant_id = $1
         and kind in ('payment_confirmed', 'payment_unexpected', 'refund_confirmed')
     )
     select coalesce(posted.id::text, wanted.cause_id, 'a receipt') as id,
       case
         when posted.id is null then wanted.kind || ' was never posted'
         when wanted.kind is null then posted.kind || ' is of nothing that came or went'
         else posted.kind || ' has other legs'
       end as why
     from posted
     full join wanted
       on wanted.kind = posted.kind
       and wanted.cause_type = posted.cause_type
       and wanted.cause_id = posted.cause_id
       and wanted.nth = posted.nth
     where (posted.assets = array[1, 1]::smallint[]
       and posted.amounts[array_position(posted.account_ids, wanted.gateway)] = -wanted.amount
       and posted.amounts[array_position(posted.account_ids, wanted.pot)] = wanted.amount)
       is not true
     limit 20`,
    [tenantId],
  );
}

/** Payments, checkouts, receipts and refunds that do not agree with each other. */
export async function brokenPayments(tx: Transaction, tenantId: number): Promise<Difference[]> {
  return tx.query(
    `(select payment.id::text as id,
        'payment is ' || payment.state || ', its receipts say otherwise' as why
      from payments as payment
      left join payment_receipts as receipt
        on receipt.tenant_id = $1 and receipt.payment_id = payment.id and receipt.expected
      where payment.tenant_id = $1
        and receipt.amount_fen is distinct from
          case payment.state when 'paid' then payment.amount_fen end
      limit 5)
     union all
     (select checkout.id::text, 'checkout is not the sum of its orders, or of its payment'
      from checkouts as checkout
      left join payments as payment
        on payment.tenant_id = $1 and payment.id = checkout.payment_id
      left join (
        select checkout_id, payment_id, sum(amount_fen) as amount
        from orders
        where tenant_id = $1
        group by checkout_id, payment_id
      ) as own on own.checkout_id = checkout.id
      where checkout.tenant_id = $1
        and (own.payment_id, own.amount, payment.amount_fen) is distinct from
          (checkout.payment_id, checkout.total_fen::numeric, checkout.total_fen)
      limit 5)
     union all
     (select coalesce(given.id, refund.id)::text, 'refund and its money differ'
      from (
        select refunds.id, refunds.amount_fen, orders.member, orders.payment_id
        from refunds
        join orders on orders.tenant_id = $1 and orders.id = refunds.order_id
        where refunds.tenant_id = $1
      ) as given
      full join (
        select refund.id, refund.amount_fen, refund.member, receipt.payment_id
        from payment_refunds as refund
        join payment_receipts as receipt
          on receipt.tenant_id = $1
          and receipt.gateway = refund.gateway
          and receipt.gateway_payment_id = refund.gateway_payment_id
        where refund.tenant_id = $1
          and refund.cause = 'refund'
      ) as refund on refund.id = given.id
      where (given.amount_fen, given.member, given.payment_id) is distinct from
        (refund.amount_fen, refund.member, refund.payment_id)
      limit 5)`,
    [tenantId],
  );
}
