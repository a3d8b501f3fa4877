import type { Outcome, Refusal } from '@tuodi/outcome';
import { commerceProblems } from './commerce-problems.ts';
import { economyProblems } from './economy-problems.ts';
import type { Language } from './language.ts';
import { problems } from './problems.ts';
import type { ProblemStatus, ProblemText } from './problems.ts';

const all = { ...problems, ...economyProblems, ...commerceProblems };

export type ProblemCode = keyof typeof all;

/** Every code that may leave over HTTP; `docs/reference/refusals.md` is made from it. */
export const problemTable: Readonly<Record<ProblemCode, ProblemText>> = all;

export interface FieldError {
  /** `lines.0.quantity` */
  readonly path: string;
  readonly message: string;
}

/** RFC 9457. */
export interface ProblemBody {
  type: string;
  title: string;
  status: ProblemStatus;
  code: ProblemCode;
  detail: string;
  traceId: string;
  errors?: { path: string; message: string }[];
}

export interface ProblemFacts {
  readonly facts?: object;
  readonly errors?: readonly FieldError[];
  /** Seconds after which a repeat may succeed. */
  readonly retryAfter?: number;
}

/**
 * A refusal on its way out of a route: thrown at the border only, where the one error handler turns
 * it into problem details. Services return refusals.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly more: ProblemFacts;

  constructor(code: ProblemCode, more: ProblemFacts = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

/** The value of an outcome; a refusal leaves the route as its problem. */
export function valueOf<Value, Reason extends Refusal & { readonly code: ProblemCode }>(
  outcome: Outcome<Value, Reason>,
): Value {
  if (outcome.ok) return outcome.value;
  const { refusal } = outcome;
  const retryAfter = 'retryAfter' in refusal ? Number(refusal.retryAfter) : undefined;
  throw new Problem(refusal.code, {
    facts: refusal,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** The body of a problem, in the caller's language. */
export function problemBody(
  problem: { readonly code: ProblemCode; readonly more: ProblemFacts },
  caller: { readonly language: Language; readonly traceId: string },
): ProblemBody {
  const text = problemTable[problem.code];
  const language = caller.language === 'en' ? 'en' : 'zh';
  const facts = new Map<string, unknown>(Object.entries(problem.more.facts ?? {}));
  const detail = (text.detail ?? text)[language].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(facts.get(name)),
  );
  const { errors } = problem.more;
  return {
    type: `urn:tuodi:problem:${problem.code}`,
    title: text[language],
    status: text.status,
    code: problem.code,
    detail,
    traceId: caller.traceId,
    ...(errors === undefined ? {} : { errors: errors.map((error) => ({ ...error })) }),
  };
}
