import { writeDecimal } from '@tuodi/amount';
import { applyEvent, priceText, restoreEconomy } from '@tuodi/economy';
import type { EconomyEvent, Reason } from '@tuodi/economy';
import { done, invariant, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { value } from '@tuodi/wire';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findTransfer, transferOnWire } from '../../ledger/index.ts';
import { cny, growth } from '../on-wire.ts';
import { readOutcome } from '../outcome.ts';
import type { EventOutcome } from '../outcome.ts';
import { loadAccount } from '../store/load.ts';
import { loadOutcomeOfSeq } from '../store/view.ts';
import { loadEconomyState } from './state.ts';

/** Which points a member gives up. */
export type PointsToSell = bigint | 'all';

/** A member's own act, with the key that makes it happen once. */
export interface MemberAct {
  readonly memberNumber: bigint;
  readonly idempotencyKey: string;
  readonly at: string;
}

export type ActRefusal =
  | { readonly code: EconomyCode }
  | { readonly code: 'idempotency.key_reused' }
  | { readonly code: 'economy.no_such_receipt' };

export type EconomyCode = `economy.${Lowercase<Reason>}`;

/** The log's spelling of a refusal → the API's. */
export function codeOf(reason: string): EconomyCode {
  return `economy.${reason.toLowerCase() as Lowercase<Reason>}`;
}

type SalePreview = z.infer<typeof value.SalePreview>;
type SaleReceipt = z.infer<typeof value.SaleReceipt>;

/**
 * What a sale would do now, by the very reducer that would do it, on the member's account alone.
 * Forced exits of others, which could only raise the price further, are not looked at.
 */
export async function previewSale(
  context: Context,
  tenantId: number,
  input: { readonly memberNumber: bigint; readonly points: PointsToSell },
): Promise<Outcome<SalePreview, ActRefusal>> {
  const key = `u:${input.memberNumber}`;
  const found = await context.snapshot(tenantId, async (tx) => ({
    state: await loadEconomyState(tx, tenantId),
    account: await loadAccount(tx, tenantId, key),
  }));
  const accounts = found.account === null ? [] : [found.account];
  const economy = restoreEconomy(found.state.policy, found.state.totals, accounts);
  const price = priceText(economy);
  const applied = applyEvent(economy, saleEvent(input), undefined);
  if (!applied.ok) return refuse({ code: codeOf(applied.refusal.code) });
  const { booked, flushes } = applied.value;
  invariant(booked.type === 'sell', 'a sale books a sale');
  const after = economy.accounts.get(key);
  return done({
    points: growth(booked.points),
    price,
    gross: cny(booked.gross),
    fee: cny(booked.gross - booked.net),
    net: cny(booked.net),
    dividend: cny(flushes.reduce((sum, flush) => sum + flush.amount, 0n)),
    priceAfter: priceText(economy),
    pointsAfter: growth(after?.points ?? 0n),
    quotaAfter: cny(after?.quota ?? 0n),
  });
}

/** Sells points back to the reserve; a repeat with the same key answers the same receipt. */
export async function sellPoints(
  context: Context,
  tenantId: number,
  input: MemberAct & { readonly points: PointsToSell },
): Promise<Outcome<SaleReceipt, ActRefusal>> {
  const { outcome, sameInput } = await context.economy.perform(tenantId, {
    source: { type: 'http', id: actId(input, 'sell') },
    at: input.at,
    event: saleEvent(input),
  });
  if (!sameInput) return refuse({ code: 'idempotency.key_reused' });
  return receiptOf(context, tenantId, { outcome, memberNumber: input.memberNumber });
}

/** The receipt of a sale of this member, by its number in the log. */
export async function findSale(
  context: Context,
  tenantId: number,
  input: { readonly memberNumber: bigint; readonly seq: bigint },
): Promise<Outcome<SaleReceipt, ActRefusal>> {
  const stored = await context.transaction(tenantId, (tx) =>
    loadOutcomeOfSeq(tx, tenantId, input.seq),
  );
  const prefix = `member:${input.memberNumber}/sell/`;
  if (stored === null || stored.source.type !== 'http' || !stored.source.id.startsWith(prefix)) {
    return refuse({ code: 'economy.no_such_receipt' });
  }
  const outcome = readOutcome(stored.outcome);
  return receiptOf(context, tenantId, { outcome, memberNumber: input.memberNumber });
}

/** The source of a member's act: actor, verb and key. */
export function actId(
  act: Pick<MemberAct, 'memberNumber' | 'idempotencyKey'>,
  verb: string,
): string {
  return `member:${act.memberNumber}/${verb}/${act.idempotencyKey}`;
}

function saleEvent(input: {
  readonly memberNumber: bigint;
  readonly points: PointsToSell;
}): EconomyEvent {
  const points = input.points === 'all' ? 'all' : writeDecimal(input.points, 12);
  return { type: 'sell', user: String(input.memberNumber), points };
}

async function receiptOf(
  context: Context,
  tenantId: number,
  { outcome, memberNumber }: { readonly outcome: EventOutcome; readonly memberNumber: bigint },
): Promise<Outcome<SaleReceipt, ActRefusal>> {
  if (!outcome.ok) return refuse({ code: codeOf(outcome.reason) });
  const { transferId, facts } = outcome;
  const transfer =
    transferId === null
      ? null
      : await context.transaction(tenantId, (tx) => findTransfer(tx, tenantId, transferId));
  const gross = BigInt(facts['gross'] ?? '0');
  const net = BigInt(facts['net'] ?? '0');
  return done({
    id: outcome.seq,
    at: outcome.at,
    points: growth(BigInt(facts['points'] ?? '0')),
    gross: cny(gross),
    fee: cny(gross - net),
    net: cny(net),
    dividend: cny(BigInt(facts['flushed'] ?? '0')),
    price: outcome.priceBefore,
    priceAfter: outcome.price,
    transfer:
      transfer === null ? null : transferOnWire(transfer, { kind: 'member', number: memberNumber }),
    logHash: outcome.hash,
  });
}
