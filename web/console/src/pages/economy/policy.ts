import { formatRate, groupThousands } from '@tuodi/web-client';

/** The rules in reading order. What the policy has beyond them is listed after, as it stands. */
const KNOWN = [
  ['contribution_rate', 'rate'],
  ['grant_rate', 'rate'],
  ['dividend_rate', 'rate'],
  ['referral_rate', 'rate'],
  ['quota_rate', 'times'],
  ['merchant_quota_rate', 'times'],
  ['sell_fee', 'rate'],
  ['convert_fee', 'rate'],
  ['issue_price', 'yuan'],
  ['genesis_reserve', 'yuan'],
  ['issue_cap', 'count'],
  ['levels', 'levels'],
  ['money_decimals', 'digits'],
  ['point_decimals', 'digits'],
  ['d_decimals', 'digits'],
] as const;

export type PolicyName = (typeof KNOWN)[number][0];
type Kind = (typeof KNOWN)[number][1];

export type PolicyRow =
  | { readonly name: PolicyName; readonly kind: Kind; readonly value: string }
  | { readonly name: string; readonly kind: 'unknown'; readonly value: string };

/** The policy as rows with their values written out: "0.15" is 15%, "30000" is ¥30,000. */
export function policyRows(policy: Readonly<Record<string, unknown>>): readonly PolicyRow[] {
  const known = KNOWN.filter(([name]) => Object.hasOwn(policy, name)).map(
    ([name, kind]): PolicyRow => ({ name, kind, value: written(kind, policy[name]) }),
  );
  const names = new Set<string>(KNOWN.map(([name]) => name));
  const unknown = Object.entries(policy)
    .filter(([name]) => !names.has(name) && name !== 'type')
    .map(([name, value]): PolicyRow => ({ name, kind: 'unknown', value: plain(value) }));
  return [...known, ...unknown];
}

function written(kind: Kind, value: unknown): string {
  switch (kind) {
    case 'rate':
      return formatRate(plain(value));
    case 'yuan':
      return `¥${grouped(plain(value))}`;
    case 'count':
      return grouped(plain(value));
    case 'levels':
      return levels(value);
    case 'times':
    case 'digits':
      return plain(value);
  }
}

function levels(value: unknown): string {
  if (!Array.isArray(value)) return plain(value);
  return value
    .map((level: unknown) => (Array.isArray(level) ? level.map(plain).join(' → ') : plain(level)))
    .join(' · ');
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  return fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
