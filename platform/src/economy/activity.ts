import type { Applied } from '@tuodi/economy';

/** A line of a member's history: what moved points or cash of one account. */
export interface ActivityLine {
  readonly accountKey: string;
  readonly what: 'earned' | 'sold' | 'dividend' | 'forced_exit' | 'late_refund' | 'converted';
  readonly points: bigint;
  readonly cash: bigint;
  readonly orderId: string | null;
}

/** The lines that one accepted event adds to the histories of the accounts it touched. */
export function activityOf(applied: Applied): ActivityLine[] {
  const lines: ActivityLine[] = [];
  const add = (accountKey: string, what: ActivityLine['what'], moved: Moved): void => {
    if (moved.points === 0n && moved.cash === 0n) return;
    lines.push({ accountKey, what, ...moved, orderId: applied.order?.id ?? null });
  };
  for (const { account, amount } of applied.flushes) {
    add(account, 'dividend', { points: 0n, cash: amount });
  }
  for (const exit of applied.exits) {
    add(exit.account, 'forced_exit', { points: -exit.points, cash: exit.dividend + exit.net });
  }
  const { booked } = applied;
  if (booked.type === 'settle') {
    add(booked.buyer, 'earned', { points: booked.buyerPoints, cash: 0n });
    if (booked.referrer !== null) {
      add(booked.referrer, 'earned', { points: booked.referrerPoints, cash: 0n });
    }
  } else if (booked.type === 'sell') {
    add(booked.account, 'sold', { points: -booked.points, cash: booked.net });
  } else if (booked.type === 'convert') {
    add(booked.account, 'converted', { points: -booked.points, cash: 0n });
  } else if (booked.type === 'refund_late') {
    add(booked.buyer, 'late_refund', { points: -booked.buyerPoints, cash: 0n });
  }
  return lines;
}

interface Moved {
  readonly points: bigint;
  readonly cash: bigint;
}
