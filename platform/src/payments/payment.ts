import type { Fen } from '@tuodi/amount';
import type { orders } from '@tuodi/wire';
import type { z } from 'zod';

export type GatewayCallback = z.infer<typeof orders.GatewayCallback>;

/** The gateway account of the simulator, in every tenant. */
export const SIMULATOR = 1n;

export interface Payment {
  readonly id: string;
  readonly member: bigint;
  readonly amount: Fen;
  readonly state: 'open' | 'paid' | 'closed';
  readonly expiresAt: string;
}

export interface Attempt {
  readonly id: string;
  readonly gateway: bigint;
  readonly amount: Fen;
  readonly state: 'open' | 'succeeded' | 'failed';
  readonly payment: Payment;
}

/** A payment that a gateway reports. */
export interface Receipt {
  readonly gatewayPaymentId: string;
  readonly attempt: Attempt;
  readonly amount: Fen;
}

/** Money that goes back through the gateway it came from. */
export interface PaymentRefund {
  readonly id: string;
  readonly gateway: bigint;
  readonly attemptId: string;
  /** Whose money it is. */
  readonly member: bigint;
  readonly amount: Fen;
  readonly state: 'booking' | 'due' | 'asked' | 'confirmed';
}

/** Ids of one act: by chance, or derived from a seed where two runs must be equal. */
export type NewId = (kind: string, part?: string) => string;
