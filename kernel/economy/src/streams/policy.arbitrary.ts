import { happens, oneOf, oneOfList, weighted } from './choices.arbitrary.ts';
import type { Choices } from './choices.arbitrary.ts';

/** A policy line, and what of it the generator of events must know or guess. */
export interface DrawnPolicy {
  readonly policy: Record<string, unknown>;
  readonly guesses: {
    readonly moneyDecimals: number;
    readonly pointDecimals: number;
    readonly contributionRate: number;
    readonly grantRate: number;
    readonly quotaRate: number;
    readonly reserve: number;
    readonly supply: number;
    readonly price: number;
  };
}

/** A sound policy: everything that BAD_POLICY would refuse is left out. */
export function drawPolicy(choices: Choices): DrawnPolicy {
  const [moneyDecimals, pointDecimals, dDecimals] = drawGrids(choices);
  const rates = drawRates(choices);
  const issue = drawIssue(choices);
  const policy: Record<string, unknown> = {
    type: 'policy',
    money_decimals: BigInt(moneyDecimals),
    point_decimals: BigInt(pointDecimals),
    d_decimals: BigInt(dDecimals),
    ...rates,
    ...drawFees(choices),
    ...issue,
  };
  const reserve = Number(issue['genesis_reserve'] ?? 0);
  const price = Number(issue['issue_price']);
  const guesses = {
    moneyDecimals,
    pointDecimals,
    contributionRate: Number(rates['contribution_rate']),
    grantRate: Number(rates['grant_rate']),
    quotaRate: Number(rates['quota_rate']),
    reserve,
    supply: reserve / price,
    price,
  };
  return { policy, guesses };
}

function drawFees(choices: Choices): Record<string, unknown> {
  const fees: Record<string, unknown> = {};
  const set = (name: string, percent: number, values: readonly unknown[]): void => {
    if (happens(choices, percent)) fees[name] = oneOfList(choices, values);
  };
  set('dividend_rate', 50, ['1', '0.1', '0', '0.333']);
  set('sell_fee', 50, ['0', '0.33', '0.05', '0.999', 0n]);
  set('convert_fee', 50, ['0.02', '0.5', '1e-2']);
  set('merchant_quota_rate', 50, ['1', '1.05', 3n]);
  if (happens(choices, 60)) fees['levels'] = drawLevels(choices);
  return fees;
}

type Grids = readonly [number, number, number];

function drawGrids(choices: Choices): Grids {
  const any = (): number => choices.below(19);
  return weighted<() => Grids>(choices, [
    [3, () => [2, 12, 18]],
    [3, () => [2, 6, 18]],
    [2, () => [0, 0, 0]],
    [1, () => [0, 1, 2]],
    [1, () => [4, 9, 18]],
    [1, () => [18, 18, 18]],
    [1, () => [2, 0, 18]],
    [1, () => [0, 18, 0]],
    [3, () => [any(), any(), any()]],
  ])();
}

/** Contribution, grants and quota; the quotas are small, so that forced exits happen. */
function drawRates(choices: Choices): Record<string, unknown> {
  const [contribution, quotas] = oneOf<readonly [string, readonly [string, ...string[]]]>(
    choices,
    ['.30', ['2', '2', '1', '1', '0.6', '0.6', '0.4', '0.35', '0.301']],
    ['0.15', ['0.5', '0.5', '0.3', '0.3', '0.2', '0.16']],
    ['0.333', ['0.5', '0.7', '3', '0.34']],
    ['1', ['2', '3', '1.01']],
  );
  const [grant, referral] = weighted(choices, [
    [3, ['.70', '0']],
    [2, ['0.70', '0.3']],
    [2, ['0.7', '0.1']],
    [2, ['1', '0']],
    [1, ['0.5', '0.5']],
    [1, ['0.01', '0.99']],
  ]);
  return {
    contribution_rate: contribution,
    grant_rate: grant,
    referral_rate: referral,
    quota_rate: oneOf(choices, ...quotas),
  };
}

function drawLevels(choices: Choices): unknown {
  return oneOf<unknown>(
    choices,
    [
      ['0', '0'],
      ['10', '1'],
      ['50', '2'],
      ['200', '3'],
    ],
    [
      ['0', '1'],
      ['100', '1.2'],
      ['1000', '1.5'],
    ],
    [
      [0n, '0.5'],
      ['0.5', '1.25'],
      [7n, 3n],
      ['1e2', '0'],
    ],
    [['0', '0']],
    [['0', '0.000001']],
  );
}

/** Issue price, genesis and cap; a genesis never exceeds its cap. */
function drawIssue(choices: Choices): Record<string, unknown> {
  const price = weighted(choices, [
    [6, '1'],
    [1, '0.5'],
    [1, '42'],
    [1, '0.37'],
  ]);
  const issue = { issue_price: price };
  if (happens(choices, 50)) {
    return { ...issue, genesis_reserve: oneOf<unknown>(choices, '30', '1000', '40000', 1n) };
  }
  if (happens(choices, 30)) {
    return { ...issue, issue_cap: oneOf<unknown>(choices, '3000', 20000n, '200') };
  }
  return issue;
}
