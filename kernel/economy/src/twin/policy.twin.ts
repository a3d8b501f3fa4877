import { add, divide, floorTo, isLess, isOnGrid, ONE, readNumber, ZERO } from './rational.twin.ts';
import type { Rational } from './rational.twin.ts';

/** The policy of a stream, read and checked; letters of the event log in the comments. */
export interface TwinPolicy {
  readonly contributionRate: Rational; // r
  readonly grantRate: Rational; // gB
  readonly referralRate: Rational; // gR
  readonly dividendRate: Rational; // rd
  readonly sellFee: Rational; // f
  readonly convertFee: Rational; // fc
  readonly quotaRate: Rational; // k
  readonly merchantQuotaRate: Rational; // km
  readonly issuePrice: Rational;
  readonly genesisReserve: Rational; // G
  readonly issueCap: Rational;
  readonly levels: readonly TwinLevel[];
  readonly moneyDecimals: number;
  readonly pointDecimals: number;
  readonly dDecimals: number;
}

export interface TwinLevel {
  readonly minimum: Rational;
  readonly multiplier: Rational;
}

const DEFAULTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['contribution_rate', '0.30'],
  ['grant_rate', '0.70'],
  ['referral_rate', '0'],
  ['dividend_rate', '0.30'],
  ['sell_fee', '0.10'],
  ['convert_fee', '0'],
  ['quota_rate', '2'],
  ['merchant_quota_rate', '2'],
  ['issue_price', '1'],
  ['genesis_reserve', '0'],
  ['issue_cap', '100000000'],
  ['levels', [['0', '1']]],
  ['money_decimals', 2n],
  ['point_decimals', 12n],
  ['d_decimals', 18n],
]);

class BadPolicy extends Error {}

/** Reads a policy line; @returns undefined where the contract says BAD_POLICY. */
export function readPolicy(line: Record<string, unknown>): TwinPolicy | undefined {
  try {
    for (const name of Object.keys(line)) {
      // The policy line is no event: `at`, `source` or a misspelled rate are refused here.
      if (name !== 'type' && !DEFAULTS.has(name)) return undefined;
    }
    const policy = readFields(line);
    return isSound(policy) ? policy : undefined;
  } catch (error) {
    if (error instanceof BadPolicy) return undefined;
    throw error;
  }
}

function readFields(line: Record<string, unknown>): TwinPolicy {
  const field = (name: string): unknown =>
    Object.hasOwn(line, name) ? line[name] : DEFAULTS.get(name);
  const number = (name: string): Rational => readOrThrow(field(name));
  return {
    contributionRate: number('contribution_rate'),
    grantRate: number('grant_rate'),
    referralRate: number('referral_rate'),
    dividendRate: number('dividend_rate'),
    sellFee: number('sell_fee'),
    convertFee: number('convert_fee'),
    quotaRate: number('quota_rate'),
    merchantQuotaRate: number('merchant_quota_rate'),
    issuePrice: number('issue_price'),
    genesisReserve: number('genesis_reserve'),
    issueCap: number('issue_cap'),
    levels: readLevels(field('levels')),
    moneyDecimals: readGrid(number('money_decimals')),
    pointDecimals: readGrid(number('point_decimals')),
    dDecimals: readGrid(number('d_decimals')),
  };
}

function readOrThrow(value: unknown): Rational {
  const number = readNumber(value);
  if (number === undefined) throw new BadPolicy();
  return number;
}

// Any spelling of a number serves for a grid ("2" and "2.0" too); its value must be whole, 0 to 18.
function readGrid(number: Rational): number {
  if (!isOnGrid(number, 0) || number.n < 0n || number.n > 18n * number.d) throw new BadPolicy();
  return Number(number.n / number.d);
}

function readLevels(value: unknown): TwinLevel[] {
  if (!Array.isArray(value)) throw new BadPolicy();
  const levels: TwinLevel[] = [];
  for (const pair of value) {
    if (!Array.isArray(pair) || pair.length !== 2) throw new BadPolicy();
    levels.push({ minimum: readOrThrow(pair[0]), multiplier: readOrThrow(pair[1]) });
  }
  return levels;
}

function isSound(policy: TwinPolicy): boolean {
  const grants = add(policy.grantRate, policy.referralRate);
  return (
    isLess(ZERO, policy.contributionRate) &&
    !isLess(ONE, policy.contributionRate) &&
    isLess(ZERO, policy.grantRate) &&
    !isLess(policy.referralRate, ZERO) &&
    !isLess(ONE, grants) &&
    !isLess(policy.dividendRate, ZERO) &&
    !isLess(ONE, policy.dividendRate) &&
    isShareBelowOne(policy.sellFee) &&
    isShareBelowOne(policy.convertFee) &&
    isLess(policy.contributionRate, policy.quotaRate) &&
    !isLess(policy.merchantQuotaRate, ONE) &&
    isLess(ZERO, policy.issuePrice) &&
    isLess(ZERO, policy.issueCap) &&
    isOnGrid(policy.issueCap, policy.pointDecimals) &&
    !isLess(policy.genesisReserve, ZERO) &&
    isOnGrid(policy.genesisReserve, policy.moneyDecimals) &&
    !isLess(policy.issueCap, genesisPoints(policy)) &&
    areSoundLevels(policy.levels)
  );
}

function isShareBelowOne(rate: Rational): boolean {
  return !isLess(rate, ZERO) && isLess(rate, ONE);
}

function areSoundLevels(levels: readonly TwinLevel[]): boolean {
  const first = levels[0];
  if (first === undefined || first.minimum.n !== 0n) return false;
  let last: Rational | undefined;
  for (const level of levels) {
    if (level.multiplier.n < 0n) return false;
    if (last !== undefined && !isLess(last, level.minimum)) return false;
    last = level.minimum;
  }
  return true;
}

/** The locked points of the genesis account: floor(G / issue price). */
export function genesisPoints(policy: TwinPolicy): Rational {
  return floorTo(divide(policy.genesisReserve, policy.issuePrice), policy.pointDecimals);
}
