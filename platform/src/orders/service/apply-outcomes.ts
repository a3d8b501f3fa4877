import { fen, growthUnits } from '@tuodi/amount';
import { invariant } from '@tuodi/outcome';
import type { Transaction } from '../../context.ts';
import type { AppliedEvent } from '../../economy/index.ts';
import { bookRefunds } from '../../payments/index.ts';
import { updateToSettled } from '../store/outcomes.ts';
import type { SettledOrder } from '../store/outcomes.ts';

/**
 * What a batch of the economy's writer means for orders and refunds, in its transaction: settled
 * orders get their figures, booked refunds are due at the gateway. Set-based.
 */
export async function applyOrderOutcomes(
  tx: Transaction,
  tenantId: number,
  applied: readonly AppliedEvent[],
): Promise<void> {
  const settled = applied.flatMap((event) => settledBy(event) ?? []);
  if (settled.length > 0) {
    const changed = await updateToSettled(tx, tenantId, settled);
    invariant(changed === settled.length, 'an order that settles was settling');
  }
  const refunds = applied.filter(({ source }) => source.type === 'refund');
  await bookRefunds(
    tx,
    tenantId,
    refunds.map(({ source }) => source.id),
  );
}

function settledBy({ source, at, applied, transferId }: AppliedEvent): SettledOrder | undefined {
  const { booked } = applied;
  if (source.type !== 'order_settled' || booked.type !== 'settle') return undefined;
  return {
    id: source.id,
    at,
    contribution: fen(booked.contribution),
    value: fen(booked.buyerValue),
    points: growthUnits(booked.buyerPoints),
    dividendShare: fen(booked.dividend),
    platformShare: fen(booked.platform),
    merchantShare: fen(booked.cash - booked.marginFromCash),
    transferId,
  };
}
