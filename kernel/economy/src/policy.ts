import { divideUp, onGrid, powerOfTen } from '@tuodi/amount';
import type { Decimal, Fraction } from '@tuodi/amount';
import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import { readNumber } from './number.ts';
import { pointsDown } from './units.ts';
import type { Money, Points, Price } from './units.ts';

/** From how many points on a holder's dividend weight is multiplied by how much. */
export interface Level {
  readonly minimum: Points;
  /** In units of 10^-multiplierDecimals. */
  readonly multiplier: bigint;
}

/** The rules of one economy, on its grids. Field by field: docs/economy. */
export interface Policy {
  readonly contributionRate: Fraction;
  readonly grantRate: Fraction;
  readonly referralRate: Fraction;
  readonly dividendRate: Fraction;
  readonly sellFee: Fraction;
  readonly convertFee: Fraction;
  readonly quotaRate: Fraction;
  readonly merchantQuotaRate: Fraction;
  readonly issuePrice: Price;
  readonly genesisReserve: Money;
  readonly genesisPoints: Points;
  readonly issueCap: Points;
  readonly levels: readonly Level[];
  readonly multiplierDecimals: number;
  readonly moneyDecimals: number;
  readonly pointDecimals: number;
  readonly dDecimals: number;
}

/** A policy as it is written: field names and spellings of the event log. */
export type PolicyFields = Readonly<Record<string, unknown>>;

/** The founding text's figures: what a field is where the policy line leaves it out. */
export const POLICY_DEFAULTS = {
  contribution_rate: '0.30',
  grant_rate: '0.70',
  referral_rate: '0',
  dividend_rate: '0.30',
  sell_fee: '0.10',
  convert_fee: '0',
  quota_rate: '2',
  merchant_quota_rate: '2',
  issue_price: '1',
  genesis_reserve: '0',
  issue_cap: '100000000',
  levels: [['0', '1']],
  money_decimals: '2',
  point_decimals: '12',
  d_decimals: '18',
} as const;

export interface BadPolicy {
  readonly code: 'BAD_POLICY';
  /** What is wrong, as a sentence for whoever wrote the policy. */
  readonly why: string;
}

/**
 * Reads a policy and checks what the proofs need of it (0 < r ≤ 1, gB + gR ≤ 1, k > r, …).
 * Unknown fields are refused; absent ones take their default.
 */
export function readPolicy(fields: PolicyFields): Outcome<Policy, BadPolicy> {
  const reader = new PolicyReader(fields);
  const policy = readFields(reader);
  const why = reader.problem ?? (policy === undefined ? 'unreadable' : brokenPrecondition(policy));
  if (why !== undefined || policy === undefined) {
    return refuse({ code: 'BAD_POLICY', why: why ?? 'unreadable' });
  }
  return done(policy);
}

function readFields(reader: PolicyReader): Policy | undefined {
  reader.refuseUnknown();
  const moneyDecimals = reader.grid('money_decimals');
  const pointDecimals = reader.grid('point_decimals');
  const dDecimals = reader.grid('d_decimals');
  const issue = reader.decimal('issue_price');
  if (issue.digits <= 0n) reader.problem ??= 'issue_price must be above 0';
  const issuePrice = priceOf(issue, moneyDecimals, pointDecimals);
  const genesisReserve = reader.units('genesis_reserve', moneyDecimals) as Money;
  if (reader.problem !== undefined) return undefined;
  const { levels, multiplierDecimals } = reader.levels(pointDecimals);
  return {
    contributionRate: reader.fraction('contribution_rate'),
    grantRate: reader.fraction('grant_rate'),
    referralRate: reader.fraction('referral_rate'),
    dividendRate: reader.fraction('dividend_rate'),
    sellFee: reader.fraction('sell_fee'),
    convertFee: reader.fraction('convert_fee'),
    quotaRate: reader.fraction('quota_rate'),
    merchantQuotaRate: reader.fraction('merchant_quota_rate'),
    issuePrice,
    genesisReserve,
    genesisPoints: pointsDown(genesisReserve, issuePrice),
    issueCap: reader.units('issue_cap', pointDecimals) as Points,
    levels,
    multiplierDecimals,
    moneyDecimals,
    pointDecimals,
    dDecimals,
  };
}

/** Whole money per whole point → money units per point unit. */
function priceOf(issue: Decimal, moneyDecimals: number, pointDecimals: number): Price {
  const below = issue.scale + pointDecimals;
  return {
    money: issue.digits * powerOfTen(moneyDecimals + Math.max(0, -below)),
    points: powerOfTen(Math.max(0, below)),
  };
}

/** The first precondition of the proofs that does not hold, as a sentence. */
function brokenPrecondition(policy: Policy): string | undefined {
  const { contributionRate: r, grantRate: gB, referralRate: gR } = policy;
  const checks: readonly (readonly [boolean, string])[] = [
    [compare(r, ZERO) > 0 && compare(r, ONE) <= 0, 'contribution_rate must be in (0, 1]'],
    [compare(gB, ZERO) > 0, 'grant_rate must be above 0'],
    [compare(gR, ZERO) >= 0, 'referral_rate must not be negative'],
    [compare(plus(gB, gR), ONE) <= 0, 'grant_rate + referral_rate must not exceed 1'],
    [within(policy.dividendRate, 'closed'), 'dividend_rate must be in [0, 1]'],
    [within(policy.sellFee, 'open'), 'sell_fee must be in [0, 1)'],
    [within(policy.convertFee, 'open'), 'convert_fee must be in [0, 1)'],
    [compare(policy.quotaRate, r) > 0, 'quota_rate must be above contribution_rate'],
    [compare(policy.merchantQuotaRate, ONE) >= 0, 'merchant_quota_rate must be at least 1'],
    [policy.issueCap > 0n, 'issue_cap must be above 0'],
    [policy.genesisReserve >= 0n, 'genesis_reserve must not be negative'],
    [policy.genesisPoints <= policy.issueCap, 'the genesis points must not exceed issue_cap'],
    [policy.levels.every((level) => level.multiplier >= 0n), 'multipliers must not be negative'],
  ];
  return checks.find(([holds]) => !holds)?.[1];
}

const ZERO: Fraction = { numerator: 0n, denominator: 1n };
const ONE: Fraction = { numerator: 1n, denominator: 1n };

/** The fewest points on the grid that reach a level's minimum: nobody holds half a unit. */
function gridPointsFrom({ digits, scale }: Decimal, decimals: number): Points {
  const shift = decimals - scale;
  if (shift >= 0) return (digits * powerOfTen(shift)) as Points;
  return divideUp(digits, powerOfTen(-shift)) as Points;
}

function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

function plus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

function within(rate: Fraction, upper: 'open' | 'closed'): boolean {
  const top = compare(rate, ONE);
  return compare(rate, ZERO) >= 0 && (top < 0 || (top === 0 && upper === 'closed'));
}

/** Reads single fields and remembers the first problem, so that reading stays a straight path. */
class PolicyReader {
  problem: string | undefined;
  readonly #fields: PolicyFields;

  constructor(fields: PolicyFields) {
    this.#fields = fields;
  }

  refuseUnknown(): void {
    const known = new Set(['type', ...Object.keys(POLICY_DEFAULTS)]);
    const unknown = Object.keys(this.#fields).find((name) => !known.has(name));
    if (unknown !== undefined) this.problem ??= `unknown field ${unknown}`;
  }

  decimal(name: keyof typeof POLICY_DEFAULTS): Decimal {
    return this.#read(this.#field(name), name);
  }

  fraction(name: keyof typeof POLICY_DEFAULTS): Fraction {
    const { digits, scale } = this.decimal(name);
    return scale >= 0
      ? { numerator: digits, denominator: powerOfTen(scale) }
      : { numerator: digits * powerOfTen(-scale), denominator: 1n };
  }

  units(name: keyof typeof POLICY_DEFAULTS, decimals: number): bigint {
    return this.#onGrid(this.decimal(name), decimals, name);
  }

  grid(name: keyof typeof POLICY_DEFAULTS): number {
    const decimals = this.units(name, 0);
    if (decimals < 0n || decimals > 18n) {
      this.problem ??= `${name} must be an integer from 0 to 18`;
      return 0;
    }
    return Number(decimals);
  }

  levels(pointDecimals: number): { levels: Level[]; multiplierDecimals: number } {
    const rows = this.#field('levels');
    const pairs: { minimum: Decimal; multiplier: Decimal }[] = [];
    if (!Array.isArray(rows) || rows.length === 0)
      this.problem ??= 'levels must be a list of pairs';
    for (const row of Array.isArray(rows) ? rows : []) {
      if (!Array.isArray(row) || row.length !== 2) {
        this.problem ??= 'each level must be a pair: minimum, multiplier';
        continue;
      }
      const [minimum, multiplier]: unknown[] = row;
      pairs.push({
        minimum: this.#read(minimum, 'levels'),
        multiplier: this.#read(multiplier, 'levels'),
      });
    }
    this.#refuseUnordered(pairs.map((pair) => pair.minimum));
    const multiplierDecimals = Math.max(0, ...pairs.map((pair) => pair.multiplier.scale));
    return {
      multiplierDecimals,
      levels: pairs.map((pair) => ({
        minimum: gridPointsFrom(pair.minimum, pointDecimals),
        multiplier: this.#onGrid(pair.multiplier, multiplierDecimals, 'levels'),
      })),
    };
  }

  /** Exact minima, before the grid: they start at 0 and rise strictly. */
  #refuseUnordered(minima: readonly Decimal[]): void {
    const deepest = Math.max(0, ...minima.map((minimum) => minimum.scale));
    const exact = minima.map((minimum) => onGrid(minimum, deepest) ?? 0n);
    if (exact[0] !== 0n) this.problem ??= 'levels must start at 0';
    if (!exact.every((one, at) => at === 0 || (exact[at - 1] ?? one) < one)) {
      this.problem ??= 'levels must rise strictly';
    }
  }

  #field(name: keyof typeof POLICY_DEFAULTS): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : POLICY_DEFAULTS[name];
  }

  #read(field: unknown, name: string): Decimal {
    const decimal = readNumber(field);
    if (decimal === undefined) this.problem ??= `${name} is not a number`;
    return decimal ?? { digits: 0n, scale: 0 };
  }

  #onGrid(decimal: Decimal, decimals: number, name: string): bigint {
    const units = onGrid(decimal, decimals);
    if (units === undefined) this.problem ??= `${name} is finer than its grid`;
    return units ?? 0n;
  }
}
