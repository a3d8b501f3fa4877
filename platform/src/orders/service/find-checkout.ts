import { invariant } from '@tuodi/outcome';
import type { Transaction } from '../../context.ts';
import { findPayment } from '../../payments/index.ts';
import type { Payment } from '../../payments/index.ts';
import { loadCheckout, loadNumbers } from '../store/checkouts.ts';
import type { StoredCheckout } from '../store/checkouts.ts';

/** A checkout of a member with its payment; null for somebody else's. */
export async function findCheckout(
  tx: Transaction,
  tenantId: number,
  key: { readonly id: string; readonly member: bigint },
): Promise<(StoredCheckout & { readonly payment: Payment }) | null> {
  const checkout = await loadCheckout(tx, tenantId, key.id);
  if (checkout === null || checkout.member !== key.member) return null;
  const payment = await findPayment(tx, tenantId, checkout.paymentId);
  invariant(payment !== null, 'the payment of a checkout is there');
  return { ...checkout, payment };
}

/** Ids and numbers of the orders that a payment is for. */
export function ordersOfPayment(
  tx: Transaction,
  tenantId: number,
  paymentId: string,
): Promise<readonly { readonly id: string; readonly number: string }[]> {
  return loadNumbers(tx, tenantId, paymentId);
}
