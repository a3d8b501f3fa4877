import type { Transaction } from '../../postgres/index.ts';

export interface Difference {
  readonly id: string;
  readonly why: string;
}

/**
 * Orders and what the economy knows of them, where they differ. An order of which an event still
 * waits is compared when that event was applied.
 */
export async function brokenOrders(tx: Transaction, tenantId: number): Promise<Difference[]> {
  return tx.query(
    `with waiting as (
       select inbox.source_id as order_id
       from economy_inbox as inbox
       where inbox.tenant_id = $1
         and inbox.source_type in ('order_paid', 'order_settled')
       union
       select refund.order_id::text
       from economy_inbox as inbox
       join refunds as refund on refund.tenant_id = $1 and refund.id::text = inbox.source_id
       where inbox.tenant_id = $1
         and inbox.source_type = 'refund'
     ),
     sold as (select * from orders where tenant_id = $1),
     known as (select * from economy_orders where tenant_id = $1),
     pair as (
       select coalesce(sold.id, known.order_id) as id,
         case
           when sold.id is null then 'the economy knows an order that has no row'
           when sold.state in ('awaiting_payment', 'closed') and known.order_id is not null
             then 'was never paid, but the economy knows it'
           when sold.state in ('awaiting_payment', 'closed') then null
           when known.order_id is null then 'was paid, but the economy does not know it'
           when known.state <> case sold.state
             when 'settled' then 'settled' when 'refunded' then 'void' else 'open' end
             then 'is ' || sold.state || ', in the economy ' || known.state
           when sold.amount_fen - sold.refunded_fen <> known.amount_fen
             then 'has another rest than in the economy'
           when sold.refunded_fen = 0 and sold.margin_fen <> known.margin_fen
             then 'has another margin than in the economy'
           when known.buyer_key <> 'u:' || sold.member
             or known.merchant_key is distinct from 'm:' || sold.merchant
             or known.referrer_key is distinct from 'u:' || sold.referrer
             then 'has other people than in the economy'
           when (sold.settled_at is not null) <> (settled.seq is not null)
             then 'has the time of a settlement that the log does not have, or lacks it'
           when sold.settled_at is null and num_nonnulls(sold.contribution_fen, sold.value_fen,
             sold.points, sold.dividend_fen, sold.platform_fen, sold.merchant_fen,
             sold.transfer_id) > 0
             then 'has earned before it settled'
         end as why
       from sold
       full join known on known.order_id = sold.id
       left join economy_outcomes as settled
         on settled.tenant_id = $1
         and settled.source_type = 'order_settled'
         and settled.source_id = sold.id::text
         and settled.seq is not null
     )
     select id, why
     from pair
     where why is not null
       and not exists (select from waiting where waiting.order_id = pair.id::text)
     limit 20`,
    [tenantId],
  );
}

/** Orders whose lines do not add up to them, and lines that do not to what was given back. */
export async function brokenLines(tx: Transaction, tenantId: number): Promise<Difference[]> {
  return tx.query(
    `with lines as (
       select order_id, count(*) as count, sum(amount_fen) as amount, sum(margin_fen) as margin,
         sum(price_fen * refunded_quantity) as refunded
       from order_lines
       where tenant_id = $1
       group by order_id
     ),
     given as (
       select refund.order_id, part.position, sum(part.quantity) as quantity,
         sum(part.amount) as amount
       from refunds as refund
       cross join lateral unnest(refund.positions, refund.quantities, refund.amounts_fen)
         as part (position, quantity, amount)
       where refund.tenant_id = $1
       group by refund.order_id, part.position
     ),
     returned as (
       select order_id, position, refunded_quantity, price_fen
       from order_lines
       where tenant_id = $1
         and refunded_quantity > 0
     )
     (select orders.id, 'its lines do not add up to it' as why
      from orders
      left join lines on lines.order_id = orders.id
      where orders.tenant_id = $1
        and (lines.count, lines.amount, lines.margin, lines.refunded) is distinct from
          (orders.line_count::bigint, orders.amount_fen::numeric, orders.margin_fen::numeric,
            orders.refunded_fen::numeric)
      limit 5)
     union all
     (select coalesce(returned.order_id, given.order_id),
        'line ' || coalesce(returned.position, given.position) || ' is not what refunds say'
      from returned
      full join given
        on given.order_id = returned.order_id and given.position = returned.position
      where given.quantity is distinct from returned.refunded_quantity
        or given.amount is distinct from returned.price_fen * returned.refunded_quantity
      limit 5)
     union all
     (select refund.order_id, 'refund ' || refund.id || ' is not the sum of its lines'
      from refunds as refund
      where refund.tenant_id = $1
        and refund.amount_fen <> (select sum(amount) from unnest(refund.amounts_fen) as amount)
      limit 5)`,
    [tenantId],
  );
}

/** Refunds and settlements under way that nothing will ever finish, or that are under way twice. */
export async function stuckWork(tx: Transaction, tenantId: number): Promise<Difference[]> {
  return tx.query(
    `(select refund.id,
        'refund is ' || refund.state || ', but its event '
          || case when inbox.n is null then 'does not wait' else 'waits' end as why
      from payment_refunds as refund
      left join economy_inbox as inbox
        on inbox.tenant_id = $1
        and inbox.source_type = 'refund'
        and inbox.source_id = refund.id::text
      where refund.tenant_id = $1
        and refund.cause = 'refund'
        and (refund.state = 'booking') <> (inbox.n is not null)
      limit 5)
     union all
     (select refund.id, 'refund is ' || refund.state || ', but the economy did not book it'
      from payment_refunds as refund
      left join economy_outcomes as outcome
        on outcome.tenant_id = $1
        and outcome.source_type = 'refund'
        and outcome.source_id = refund.id::text
        and outcome.seq is not null
      where refund.tenant_id = $1
        and refund.cause = 'refund'
        and refund.state <> 'booking'
        and outcome.seq is null
      limit 5)
     union all
     (select orders.id,
        'order is ' || orders.state || ', but its settlement '
          || case when inbox.n is null then 'does not wait' else 'waits' end
      from orders
      left join economy_inbox as inbox
        on inbox.tenant_id = $1
        and inbox.source_type = 'order_settled'
        and inbox.source_id = orders.id::text
      where orders.tenant_id = $1
        and (orders.state = 'settling') <> (inbox.n is not null)
      limit 5)`,
    [tenantId],
  );
}
