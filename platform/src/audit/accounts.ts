import type { Economy } from '@tuodi/economy';
import { accountName, keepingOf } from '@tuodi/ledger';
import type { AccountName } from '@tuodi/ledger';
import type { Transaction } from '../context.ts';
import { balancesOfAll } from '../ledger/index.ts';

/** The journal's side: legs summed by account, and the balance rows of exact accounts. */
export interface JournalBooks {
  readonly size: number;
  readonly legs: ReadonlyMap<bigint, { readonly asset: number; readonly balance: bigint }>;
  readonly rows: ReadonlyMap<bigint, bigint>;
  of(name: string): bigint;
}

export async function readBooks(tx: Transaction, tenantId: number): Promise<JournalBooks> {
  const { legs, rows } = await balancesOfAll(tx, tenantId);
  const byName = new Map([...legs].map(([id, { balance }]) => [String(accountName(id)), balance]));
  return { size: legs.size, legs, rows, of: (name) => byName.get(name) ?? 0n };
}

export function sumsToZero(books: JournalBooks): string[] {
  const sums = new Map<number, bigint>();
  for (const { asset, balance } of books.legs.values()) {
    sums.set(asset, (sums.get(asset) ?? 0n) + balance);
  }
  return [...sums].flatMap(([asset, sum]) => (sum === 0n ? [] : [`asset ${asset}: ${sum}`]));
}

export function comparePots(books: JournalBooks, economy: Economy): string[] {
  const pots: readonly (readonly [string, bigint])[] = [
    ['reserve', economy.reserve],
    ['dividend_open', economy.dividendOpen],
    ['dividend_owed', economy.dividendOwed],
    ['constant_backing', economy.constantBacking],
    ['stability', economy.stability],
    ['platform_income', economy.platform],
    ['growth_issued', -economy.issued],
    ['growth_burned', economy.burned],
    ['growth_treasury', economy.treasury],
    ['growth_genesis', economy.policy.genesisPoints],
    ['constant_issued', -economy.constantBacking],
    ['constant_locked', economy.constantLocked],
  ];
  return pots.flatMap(([name, wanted]) => differs(name, books.of(name), wanted));
}

/** Exact accounts have a row that is their legs, also where it is gone; others have none. */
export function compareRows(books: JournalBooks): string[] {
  return [...new Set([...books.rows.keys(), ...books.legs.keys()])].flatMap((id) => {
    const name = accountName(id);
    const row = books.rows.get(id);
    if (keepingOf(name).exact) return differs(name, books.legs.get(id)?.balance ?? 0n, row ?? 0n);
    return row === undefined ? [] : [`${name}: no account whose balance is kept`];
  });
}

/** Points and constant points of every holder. */
export function compareHolders(books: JournalBooks, economy: Economy): string[] {
  return [...economy.accounts.values()].flatMap((account) => {
    if (account.kind === 'genesis') return [];
    const family = account.kind === 'member' ? 'member' : 'merchant';
    const name = `${family}:${account.key.slice(2)}`;
    return [
      ...differs(`${name}:growth`, books.of(`${name}:growth`), account.points),
      ...differs(`${name}:constant`, books.of(`${name}:constant`), account.constant),
    ];
  });
}

/** A member's cash, legs and row, is what the economy paid him: there are no payouts yet. */
export function compareMemberCash(books: JournalBooks, economy: Economy): string[] {
  const ids = new Set([...books.legs.keys(), ...books.rows.keys()]);
  const names = new Map([...ids].map((id) => [String(accountName(id)), id]));
  const keys = new Set([...economy.accounts.keys()].filter((key) => key.startsWith('u:')));
  for (const name of names.keys()) {
    const [, number] = /^member:(\d+)$/.exec(name) ?? [];
    if (number !== undefined) keys.add(`u:${number}`);
  }
  return [...keys].flatMap((key) => {
    const name = `member:${key.slice(2)}`;
    const cash = economy.accounts.get(key)?.cash ?? 0n;
    const row = books.rows.get(names.get(name) ?? -1n) ?? 0n;
    return [
      ...differs(name, books.of(name), cash),
      ...(row === cash ? [] : [`${name}: balance row ${row}, books ${cash}`]),
    ];
  });
}

/** Accounts that payments move as well as events. */
const OF_PAYMENTS: ReadonlySet<AccountName> = new Set(['escrow', 'refund_due']);

/** Every account that only events of the economy may touch holds what the replay's legs sum to. */
export function compareLegs(books: JournalBooks, replayed: ReadonlyMap<bigint, bigint>): string[] {
  return [...new Set([...books.legs.keys(), ...replayed.keys()])].flatMap((id) => {
    const name = accountName(id);
    if (OF_PAYMENTS.has(name) || name.startsWith('gateway:')) return [];
    return differs(name, books.legs.get(id)?.balance ?? 0n, replayed.get(id) ?? 0n);
  });
}

/** A gateway's account holds minus what came in there, plus what was paid out. */
export function compareGateways(
  books: JournalBooks,
  cash: readonly { readonly gateway: bigint; readonly cash: bigint }[],
): string[] {
  const wanted = new Map(cash.map((one) => [`gateway:${one.gateway}`, one.cash]));
  const posted = [...books.legs.keys()]
    .map(accountName)
    .filter((one) => one.startsWith('gateway:'));
  return [...new Set([...wanted.keys(), ...posted])].flatMap((name) =>
    differs(name, books.of(name), wanted.get(name) ?? 0n),
  );
}

export function differs(name: string, found: bigint, wanted: bigint): string[] {
  return found === wanted ? [] : [`${name}: journal ${found}, books ${wanted}`];
}
