import { done, invariant, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Transaction } from '../../context.ts';
import { SIMULATOR } from '../payment.ts';
import type { Attempt, Payment } from '../payment.ts';
import { insertAttempt, loadAttempt } from '../store/attempts.ts';
import {
  insertPayment,
  loadPayment,
  lockExpired,
  lockPayment,
  updateToClosed,
} from '../store/payments.ts';

/** Money is expected from a member until `expiresAt`. */
export function openPayment(
  tx: Transaction,
  tenantId: number,
  payment: Payment & { readonly openedAt: string },
): void {
  insertPayment(tx, tenantId, payment);
}

export function findPayment(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<Payment | null> {
  return loadPayment(tx, tenantId, id);
}

/** The payment, locked until the transaction ends: nobody can pay or close it meanwhile. */
export async function holdPayment(tx: Transaction, tenantId: number, id: string): Promise<Payment> {
  const payment = await lockPayment(tx, tenantId, id);
  invariant(payment !== null, 'the payment of a checkout is there');
  return payment;
}

/** Up to `count` open payments whose time is over, locked. */
export function holdExpired(
  tx: Transaction,
  tenantId: number,
  limits: { readonly now: string; readonly count: number },
): Promise<readonly string[]> {
  return lockExpired(tx, tenantId, limits);
}

/** Nothing is expected any more; what comes nevertheless goes back. The payment is held. */
export async function closePayment(
  tx: Transaction,
  tenantId: number,
  closed: { readonly id: string; readonly at: string },
): Promise<void> {
  const count = await updateToClosed(tx, tenantId, closed);
  invariant(count === 1, 'a payment that is closed was open');
}

export type OpenAttemptRefusal =
  | { readonly code: 'payments.unknown_payment' }
  | { readonly code: 'payments.not_open'; readonly state: Payment['state'] };

/** A visit to the cashier of the (simulated) gateway, by the member who is to pay. */
export async function openAttempt(
  tx: Transaction,
  tenantId: number,
  request: {
    readonly id: string;
    readonly paymentId: string;
    readonly member: bigint;
    readonly at: string;
  },
): Promise<Outcome<Attempt, OpenAttemptRefusal>> {
  const payment = await loadPayment(tx, tenantId, request.paymentId);
  if (payment === null || payment.member !== request.member) {
    return refuse({ code: 'payments.unknown_payment' });
  }
  if (payment.state !== 'open') return refuse({ code: 'payments.not_open', state: payment.state });
  if (Date.parse(payment.expiresAt) <= Date.parse(request.at)) {
    return refuse({ code: 'payments.not_open', state: 'closed' });
  }
  const attempt = {
    id: request.id,
    gateway: SIMULATOR,
    amount: payment.amount,
    state: 'open' as const,
    payment,
  };
  insertAttempt(tx, tenantId, { ...attempt, openedAt: request.at });
  return done(attempt);
}

/** An attempt of a member; null for somebody else's. */
export async function findAttempt(
  tx: Transaction,
  tenantId: number,
  key: { readonly id: string; readonly member: bigint },
): Promise<Attempt | null> {
  const attempt = await loadAttempt(tx, tenantId, key.id);
  return attempt?.payment.member === key.member ? attempt : null;
}
