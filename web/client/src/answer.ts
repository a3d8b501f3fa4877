import type { Problem } from './types.ts';

/** What a call came to: a value, or the problem as the server told it. Nothing is thrown. */
export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

interface Fetched<Value> {
  readonly data?: Value;
  readonly error?: unknown;
  readonly response: Response;
}

/** The code of the problem this package makes itself: no answer came. */
export const OFFLINE = 'client.offline';
/** The code of an answer that is no problem document (a gateway's page, a cut connection). */
export const UNREADABLE = 'client.unreadable';

/** Turns a call of openapi-fetch into an answer. */
export async function answer<Value>(call: Promise<Fetched<Value>>): Promise<Answer<Value>> {
  let fetched: Fetched<Value>;
  try {
    fetched = await call;
  } catch {
    // The browser tells a lost connection only by a throw; a reader can act on a problem.
    return { ok: false, problem: ownProblem(OFFLINE, 0) };
  }
  if (fetched.data !== undefined) return { ok: true, value: fetched.data };
  if (isProblem(fetched.error)) return { ok: false, problem: fetched.error };
  return { ok: false, problem: ownProblem(UNREADABLE, fetched.response.status) };
}

/** Turns a call whose good answer has no body into an answer. */
export function answerEmpty(call: Promise<Fetched<unknown>>): Promise<Answer<null>> {
  return answer<null>(
    call.then(({ error, response }) =>
      response.ok ? { data: null, response } : { error, response },
    ),
  );
}

function ownProblem(code: string, status: number): Problem {
  return { type: 'about:blank', title: '', status, code, detail: '', traceId: '' };
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'status' in value &&
    typeof value.status === 'number'
  );
}
