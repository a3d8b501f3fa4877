import { done, refuse } from '@tuodi/outcome';
import type { Outcome, Refusal } from '@tuodi/outcome';
import type { Context, Transaction } from '../context.ts';
import { deleteAnswersBefore, insertAnswer, loadAnswer, wasAnsweredElsewhere } from './store.ts';
import type { Scope } from './store.ts';

/** One request with its key, and how a kept answer is read back. */
export interface Claim<Answer> extends Scope {
  /** `hashOfInput` of everything that decides what the request does. */
  readonly inputHash: Uint8Array;
  /** Checks a kept answer; it was written by an older version of this program, maybe. */
  readonly read: (kept: unknown) => Answer;
}

export type KeyReused = { readonly code: 'idempotency.key_reused' };

export interface Answered<Answer> {
  readonly answer: Answer;
  /** first: the effect happened now. repeat: it had happened, or somebody else just did it. */
  readonly turn: 'first' | 'repeat';
}

type Result<Answer, Reason extends Refusal> = Outcome<Answered<Answer>, Reason | KeyReused>;

/**
 * Does `work` at most once for a key: its effect and its answer are written in one transaction, so
 * there is an answer exactly when there was an effect. A repeat gets that answer; the same key with
 * another input is refused. A refusal has no effect, keeps nothing, and may be tried again with the
 * same key. Equal requests that are under way in this process wait for the first one here, without
 * a database connection; those of another process meet the primary key.
 * `Answer` is a JSON value, as it goes over the wire.
 */
export async function once<Answer, Reason extends Refusal>(
  context: Context,
  claim: Claim<Answer>,
  work: (tx: Transaction) => Promise<Outcome<Answer, Reason>>,
): Promise<Result<Answer, Reason>> {
  const running = runningIn(context);
  const name = JSON.stringify([claim.tenantId, claim.actor, claim.route, claim.key]);
  const before = running.get(name);
  if (before !== undefined) {
    // The first one ends either way; what it left behind is read like any repeat.
    await before;
    return once(context, claim, work);
  }
  const first = attempt(context, claim, work);
  running.set(
    name,
    first.then(
      () => undefined,
      () => undefined,
    ),
  );
  try {
    return await first;
  } finally {
    running.delete(name);
  }
}

const DAYS_KEPT = 7;

/** Forgets the answers of a tenant that are older than seven days; answers how many. */
export function forgetOldAnswers(context: Context, tenantId: number): Promise<number> {
  const before = new Date(Date.parse(context.clock.wall()) - DAYS_KEPT * 86_400_000);
  return context.transaction(tenantId, (tx) =>
    deleteAnswersBefore(tx, tenantId, before.toISOString()),
  );
}

const allRunning = new WeakMap<Context, Map<string, Promise<void>>>();

function runningIn(context: Context): Map<string, Promise<void>> {
  const known = allRunning.get(context);
  if (known !== undefined) return known;
  const made = new Map<string, Promise<void>>();
  allRunning.set(context, made);
  return made;
}

async function attempt<Answer, Reason extends Refusal>(
  context: Context,
  claim: Claim<Answer>,
  work: (tx: Transaction) => Promise<Outcome<Answer, Reason>>,
): Promise<Result<Answer, Reason>> {
  try {
    return await inOneTransaction(context, claim, work);
  } catch (error) {
    // Another process did it in the same moment; everything of ours was rolled back.
    if (!wasAnsweredElsewhere(error)) throw error;
    return inOneTransaction(context, claim, work);
  }
}

function inOneTransaction<Answer, Reason extends Refusal>(
  context: Context,
  claim: Claim<Answer>,
  work: (tx: Transaction) => Promise<Outcome<Answer, Reason>>,
): Promise<Result<Answer, Reason>> {
  return context.transaction<Result<Answer, Reason>>(claim.tenantId, async (tx) => {
    const kept = await loadAnswer(tx, claim);
    if (kept !== null) {
      if (Buffer.compare(kept.inputHash, claim.inputHash) !== 0) {
        return refuse({ code: 'idempotency.key_reused' });
      }
      return done({ answer: claim.read(kept.answer), turn: 'repeat' });
    }
    const outcome = await work(tx);
    if (!outcome.ok) return outcome;
    insertAnswer(tx, claim, {
      inputHash: claim.inputHash,
      answer: outcome.value,
      at: context.clock.wall(),
    });
    return done({ answer: outcome.value, turn: 'first' });
  });
}
