import { matchedRoutes } from 'hono/route';
import { hashOfInput } from '../idempotency/index.ts';
import type { Answered, Claim } from '../idempotency/index.ts';
import { scopeActor } from './actor-of.ts';
import type { Http } from './app-env.ts';
import { Problem } from './problem.ts';

/**
 * The claim of a POST that moves value: tenant and actor from the request, route from its pattern,
 * key from its header; the input is the body with the path, so that `/orders/1/refunds` and
 * `/orders/2/refunds` under one key are two requests.
 * @throws {Problem} 400 without a proper key, 401 without a session.
 */
export async function claimOf<Answer>(
  http: Http,
  input: unknown,
  read: (kept: unknown) => Answer,
): Promise<Claim<Answer>> {
  return {
    tenantId: http.var.tenant.id,
    actor: await scopeActor(http),
    route: `${http.req.method} ${matchedRoutes(http).at(-1)?.path ?? http.req.path}`,
    key: keyOf(http.req.header('idempotency-key')),
    inputHash: hashOfInput({ path: http.req.path, input }),
    read,
  };
}

/** @throws {Problem} when the header is missing or not 8 to 200 printable ASCII characters. */
export function keyOf(header: string | undefined): string {
  if (header === undefined) throw new Problem('idempotency.key_missing');
  if (!/^[\x21-\x7e]{8,200}$/.test(header)) throw new Problem('idempotency.key_malformed');
  return header;
}

/** The answer to send; a repeat is marked with `Idempotency-Hit: true`. */
export function answerTo<Answer>(http: Http, answered: Answered<Answer>): Answer {
  if (answered.turn === 'repeat') http.header('Idempotency-Hit', 'true');
  return answered.answer;
}
