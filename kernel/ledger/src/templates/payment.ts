import type { Fen } from '@tuodi/amount';
import { transfer } from '../transfer.ts';
import type { Transfer } from '../transfer.ts';

/** A gateway account received a payment. */
export interface Payment {
  readonly gateway: bigint;
  readonly amount: Fen;
}

/** A shopper's money arrived and waits in escrow until its orders settle. */
export function paymentConfirmed({ gateway, amount }: Payment): Transfer | undefined {
  return transfer('payment_confirmed', [
    { account: `gateway:${gateway}`, amount: -amount },
    { account: 'escrow', amount },
  ]);
}

/** Genuine money that nothing is open for (late, or a second time): it is due back at once. */
export function paymentUnexpected({ gateway, amount }: Payment): Transfer | undefined {
  return transfer('payment_unexpected', [
    { account: `gateway:${gateway}`, amount: -amount },
    { account: 'refund_due', amount },
  ]);
}

/** The gateway paid a refund out. */
export function refundConfirmed({ gateway, amount }: Payment): Transfer | undefined {
  return transfer('refund_confirmed', [
    { account: 'refund_due', amount: -amount },
    { account: `gateway:${gateway}`, amount },
  ]);
}
