import { fen } from '@tuodi/amount';
import { paymentConfirmed, paymentUnexpected, refundConfirmed } from '@tuodi/ledger';
import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Context, Transaction } from '../../context.ts';
import { post } from '../../ledger/index.ts';
import type { GatewayCallback, NewId, Payment, Receipt } from '../payment.ts';
import { insertReceipt, loadReceipt, lockAttempt, updateToFailed } from '../store/attempts.ts';
import { insertRefundOfReceipt, lockRefund, updateToConfirmed } from '../store/refunds.ts';

/** accepted: something changed. duplicate: it had before. refunding: the money goes back. */
export type CallbackOutcome = 'accepted' | 'duplicate' | 'refunding';

export type CallbackRefusal =
  | { readonly code: 'payments.unknown_attempt' }
  | { readonly code: 'payments.unknown_refund' }
  | { readonly code: 'payments.amount_mismatch'; readonly expected: bigint };

export interface Callback {
  readonly tenantId: number;
  readonly callback: GatewayCallback;
  /** Business time. */
  readonly at: string;
  readonly newId: NewId;
  /** What a payment that is paid sets going, in the same transaction. */
  readonly onPaid: (payment: Payment) => Promise<void>;
}

/** Takes a genuine callback (its signature was checked) and posts the money it is about. */
export function receiveCallback(
  context: Context,
  tx: Transaction,
  input: Callback,
): Promise<Outcome<CallbackOutcome, CallbackRefusal>> {
  switch (input.callback.kind) {
    case 'payment_succeeded':
      return receivePayment(context, tx, input);
    case 'payment_failed':
      return receiveFailure(tx, input);
    case 'refund_succeeded':
      return receiveRefund(context, tx, input);
  }
}

async function receivePayment(
  context: Context,
  tx: Transaction,
  input: Callback,
): Promise<Outcome<CallbackOutcome, CallbackRefusal>> {
  const { tenantId, callback, at } = input;
  const attempt = await lockAttempt(tx, tenantId, callback.attemptId);
  if (attempt === null) return refuse({ code: 'payments.unknown_attempt' });
  const amount = fen(BigInt(callback.amount.amount));
  if (amount !== attempt.amount) {
    return refuse({ code: 'payments.amount_mismatch', expected: attempt.amount });
  }
  const receipt = { gatewayPaymentId: callback.id, attempt, amount };
  const expected = attempt.payment.state === 'open';
  const fresh = await insertReceipt(tx, tenantId, { ...receipt, expected, receivedAt: at });
  if (!fresh) return repeated(tx, tenantId, receipt);
  if (!expected) return sendBack(context, tx, input, receipt);
  post(context, tx, tenantId, {
    transfer: paymentConfirmed({ gateway: attempt.gateway, amount }),
    at,
    cause: { type: 'payment', id: attempt.payment.id },
    memberNumber: attempt.payment.member,
  });
  await input.onPaid(attempt.payment);
  return done('accepted');
}

/** The gateway's number came before: it must have been for the same attempt and amount. */
async function repeated(
  tx: Transaction,
  tenantId: number,
  { attempt, gatewayPaymentId, amount }: Receipt,
): Promise<Outcome<CallbackOutcome, CallbackRefusal>> {
  const known = await loadReceipt(tx, tenantId, { gateway: attempt.gateway, gatewayPaymentId });
  if (known?.attemptId === attempt.id && known.amount === amount) {
    return done('duplicate');
  }
  return refuse({ code: 'payments.amount_mismatch', expected: known?.amount ?? 0n });
}

/** Late, or a second time: the order stays as it is and the money goes back. */
async function sendBack(
  context: Context,
  tx: Transaction,
  { tenantId, at, newId }: Callback,
  receipt: Receipt,
): Promise<Outcome<CallbackOutcome, CallbackRefusal>> {
  const refundId = newId('payment refund');
  await insertRefundOfReceipt(tx, tenantId, { id: refundId, receipt, openedAt: at });
  post(context, tx, tenantId, {
    transfer: paymentUnexpected({ gateway: receipt.attempt.gateway, amount: receipt.amount }),
    at,
    cause: { type: 'payment_unexpected', id: refundId },
    memberNumber: receipt.attempt.payment.member,
  });
  return done('refunding');
}

async function receiveFailure(
  tx: Transaction,
  { tenantId, callback, at }: Callback,
): Promise<Outcome<CallbackOutcome, CallbackRefusal>> {
  const attempt = await lockAttempt(tx, tenantId, callback.attemptId);
  if (attempt === null) return refuse({ code: 'payments.unknown_attempt' });
  const changed = await updateToFailed(tx, tenantId, { attemptId: attempt.id, at });
  return done(changed === 1 ? 'accepted' : 'duplicate');
}

async function receiveRefund(
  context: Context,
  tx: Transaction,
  { tenantId, callback, at }: Callback,
): Promise<Outcome<CallbackOutcome, CallbackRefusal>> {
  const refund =
    callback.refundId === undefined ? null : await lockRefund(tx, tenantId, callback.refundId);
  // One that is not booked was never asked for, whoever says that it was paid out.
  if (refund === null || refund.state === 'booking' || refund.attemptId !== callback.attemptId) {
    return refuse({ code: 'payments.unknown_refund' });
  }
  const amount = fen(BigInt(callback.amount.amount));
  if (amount !== refund.amount) {
    return refuse({ code: 'payments.amount_mismatch', expected: refund.amount });
  }
  if (refund.state === 'confirmed') return done('duplicate');
  await updateToConfirmed(tx, tenantId, { id: refund.id, at });
  post(context, tx, tenantId, {
    transfer: refundConfirmed({ gateway: refund.gateway, amount }),
    at,
    cause: { type: 'refund_confirmed', id: refund.id },
    memberNumber: refund.member,
  });
  return done('accepted');
}
