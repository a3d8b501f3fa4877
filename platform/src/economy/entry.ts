import { createHash } from 'node:crypto';
import { writeDecimal } from '@tuodi/amount';
import { accountId, assetId, assetOf } from '@tuodi/ledger';
import type { Transfer } from '@tuodi/ledger';
import type { Applied, EconomyEvent, Policy } from '@tuodi/economy';
import { effectRecord } from '@tuodi/economy';

/** Where an event came from: the key under which it happens at most once. */
export interface Source {
  readonly type: string;
  readonly id: string;
}

/** One entry of a tenant's log, before it has its hash. */
export interface LogEntry {
  readonly seq: bigint;
  /** Business time, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly policyVersion: number;
  readonly source: Source;
  readonly event: EconomyEvent;
}

/** The first link: the hash of the policy that the economy opened with. */
export function firstHash(policy: object): Buffer {
  return sha256(JSON.stringify(['tuodi economy log', policy]));
}

/**
 * The next link of the chain. It covers the link before, the event, its outcome (forced exits and
 * payouts), and the legs of its transfer, so none of them can be changed without breaking it.
 */
export function nextHash(
  before: Buffer,
  entry: LogEntry,
  effect: {
    readonly policy: Policy;
    readonly applied: Applied;
    readonly transfer: Transfer | undefined;
  },
): Buffer {
  const { exits, paid } = effectRecord(effect.policy, { ok: true, value: effect.applied });
  const legs = (effect.transfer?.legs ?? []).map(({ account, amount }) => [
    String(accountId(account)),
    assetId(assetOf(account)),
    String(amount),
  ]);
  const text = JSON.stringify([
    before.toString('hex'),
    String(entry.seq),
    entry.at,
    entry.policyVersion,
    entry.source.type,
    entry.source.id,
    entry.event,
    exits,
    paid,
    legs,
  ]);
  return sha256(text);
}

/** What tells two inputs of one source apart. */
export function inputHash(event: EconomyEvent): Buffer {
  return sha256(JSON.stringify(event));
}

/** The one spelling of an instant in the log: UTC with milliseconds. */
export function canonicalInstant(at: string): string {
  return new Date(at).toISOString();
}

/** Fen as the log writes money: an exact decimal without trailing zeros. */
export function logMoney(fen: bigint): string {
  return writeDecimal(fen, 2);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
