export type DrawnEvent = Record<string, unknown>;

export interface DrawnOrder {
  readonly id: string;
  readonly user: string;
  readonly merchant: string | undefined;
  readonly amount: bigint;
  readonly margin: bigint;
  readonly constant: bigint;
  left: bigint;
  open: boolean;
}

/**
 * What the generator remembers of its stream, so that most events speak of things that exist. It
 * guesses, hence the floats: refusals, dividends, fees and roundings are not noticed.
 */
export interface Memory {
  readonly moneyDecimals: number;
  readonly pointDecimals: number;
  /** Points granted per unit of contribution at a price of one. */
  readonly grantRate: number;
  readonly contributionRate: number;
  readonly quotaRate: number;
  readonly orders: DrawnOrder[];
  readonly users: Set<string>;
  /** Guessed points of users and of merchants, in whole points. */
  readonly holders: Map<string, number>;
  readonly shopHolders: Map<string, number>;
  /** Guessed quotas of users, in whole money. */
  readonly quotas: Map<string, number>;
  /** Guessed constant points of users and of merchants, in whole money. */
  readonly payers: Map<string, number>;
  readonly shops: Map<string, number>;
  readonly mayOffer: boolean;
  reserve: number;
  supply: number;
  price: number;
  offered: boolean;
  count: number;
}

export function rememberOrder(memory: Memory, order: DrawnOrder): void {
  memory.users.add(order.user);
  memory.orders.push(order);
  add(memory.payers, order.user, -toMoney(memory, order.constant));
}

export function rememberSettlement(memory: Memory, order: DrawnOrder): void {
  order.open = false;
  const share = toMoney(memory, order.amount) * memory.contributionRate;
  const contribution = Math.min(share, toMoney(memory, order.margin));
  const points = memory.offered ? 0 : (contribution * memory.grantRate) / memory.price;
  add(memory.holders, order.user, points);
  add(memory.quotas, order.user, toMoney(memory, order.amount) * memory.quotaRate);
  move(memory, { money: contribution, points });
  const cash = order.amount - order.constant;
  const retired = order.margin > cash ? order.margin - cash : 0n;
  if (order.merchant !== undefined && order.constant > retired) {
    add(memory.shops, order.merchant, toMoney(memory, order.constant - retired));
  }
}

/** The guessed part of a settled order's grant that its refund takes back. */
export function rememberRefund(memory: Memory, order: DrawnOrder, part: bigint): void {
  const share = Number(part) / Number(order.amount);
  const money = Math.min(
    toMoney(memory, order.amount) * memory.contributionRate,
    toMoney(memory, order.margin),
  );
  const points = Math.min(
    memory.holders.get(order.user) ?? 0,
    (money * memory.grantRate * share) / memory.price,
  );
  add(memory.holders, order.user, -points);
  add(memory.quotas, order.user, -toMoney(memory, part) * memory.quotaRate);
  move(memory, { money: -points * memory.price, points: -points });
}

/** Forgets holders whose guessed points are worth their guessed quota: they were forced out. */
export function rememberForcedExits(memory: Memory): void {
  for (const [user, points] of memory.holders) {
    const quota = memory.quotas.get(user) ?? 0;
    if (points * memory.price < quota) continue;
    memory.holders.delete(user);
    memory.quotas.delete(user);
    move(memory, { money: -quota, points: -points });
  }
}

/** Points that left an account for cash or constant points at the guessed price. */
export function rememberExit(
  memory: Memory,
  { holders, holder, points }: { holders: Map<string, number>; holder: string; points: number },
): number {
  const value = points * memory.price;
  add(holders, holder, -points);
  if (holders === memory.holders) add(memory.quotas, holder, -value);
  move(memory, { money: -value, points: -points });
  return value;
}

export function rememberRedemption(memory: Memory, merchant: string, amount: bigint): void {
  const money = toMoney(memory, amount);
  const points = money / memory.price;
  add(memory.shops, merchant, -money);
  add(memory.shopHolders, merchant, points);
  move(memory, { money, points });
}

export function toMoney(memory: Memory, units: bigint): number {
  return Number(units) / 10 ** memory.moneyDecimals;
}

/** A guess, on a grid, rounded down; never less than one step of the grid. */
export function toUnits(guess: number, decimals: number): bigint {
  const units = BigInt(Math.floor(Math.max(0, guess) * 1000)) * 10n ** BigInt(decimals);
  return units < 1000n ? 1n : units / 1000n;
}

function move(memory: Memory, { money, points }: { money: number; points: number }): void {
  memory.reserve = Math.max(0, memory.reserve + money);
  memory.supply = Math.max(0, memory.supply + points);
  if (memory.supply > 1e-9) memory.price = Math.max(memory.price, memory.reserve / memory.supply);
}

function add(guesses: Map<string, number>, name: string, change: number): void {
  const value = (guesses.get(name) ?? 0) + change;
  if (value > 0) guesses.set(name, value);
  else guesses.delete(name);
}
