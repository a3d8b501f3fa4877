import type { Booked } from '@tuodi/economy';

/** What settled since the last close, in fen. merchant + contribution + dividend + platform = sales. */
export interface Today {
  readonly orders: bigint;
  readonly sales: bigint;
  readonly merchant: bigint;
  readonly contribution: bigint;
  readonly dividend: bigint;
  readonly platform: bigint;
}

export const NEW_DAY: Today = {
  orders: 0n,
  sales: 0n,
  merchant: 0n,
  contribution: 0n,
  dividend: 0n,
  platform: 0n,
};

/** Adds a settlement to the day; a close begins a new one; anything else leaves it as it is. */
export function addToDay(today: Today, booked: Booked): Today {
  if (booked.type === 'close_day') return NEW_DAY;
  if (booked.type !== 'settle') return today;
  const sales = booked.cash + booked.constant;
  const margin = booked.contribution + booked.dividend + booked.platform;
  return {
    orders: today.orders + 1n,
    sales: today.sales + sales,
    merchant: today.merchant + sales - margin,
    contribution: today.contribution + booked.contribution,
    dividend: today.dividend + booked.dividend,
    platform: today.platform + booked.platform,
  };
}

/** The day as its column holds it: JSON has no bigint, so every figure is text. */
export function todayText(today: Today): string {
  return JSON.stringify(today, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
