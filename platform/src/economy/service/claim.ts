import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { value } from '@tuodi/wire';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findTransfer, transferOnWire } from '../../ledger/index.ts';
import { cny } from '../on-wire.ts';
import { actId, codeOf } from './sell.ts';
import type { ActRefusal, MemberAct } from './sell.ts';

type ClaimReceipt = z.infer<typeof value.ClaimReceipt>;

/** Pays a member's credited dividend out; with nothing due it is an empty receipt. */
export async function claimDividend(
  context: Context,
  tenantId: number,
  act: MemberAct,
): Promise<Outcome<ClaimReceipt, ActRefusal>> {
  const { outcome, sameInput } = await context.economy.perform(tenantId, {
    source: { type: 'http', id: actId(act, 'claim') },
    at: act.at,
    event: { type: 'claim', user: String(act.memberNumber) },
  });
  if (!sameInput) return refuse({ code: 'idempotency.key_reused' });
  if (!outcome.ok) return refuse({ code: codeOf(outcome.reason) });
  const { transferId } = outcome;
  const transfer =
    transferId === null
      ? null
      : await context.transaction(tenantId, (tx) => findTransfer(tx, tenantId, transferId));
  return done({
    id: outcome.seq,
    at: outcome.at,
    dividend: cny(BigInt(outcome.facts['flushed'] ?? '0')),
    transfer:
      transfer === null
        ? null
        : transferOnWire(transfer, { kind: 'member', number: act.memberNumber }),
  });
}
