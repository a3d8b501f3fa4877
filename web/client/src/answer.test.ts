import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi, getMe, newIdempotencyKey, sellPoints, signOut } from './index.ts';

function answering(response: (request: Request) => Response | Promise<Response>) {
  const seen: Request[] = [];
  const api = createApi({
    base: '/t/general',
    origin: 'http://mall.test',
    language: 'en',
    cookie: 'session=abc',
    fetch: async (request) => {
      seen.push(request);
      return response(request);
    },
  });
  return { api, seen };
}

const problem = {
  type: 'about:blank',
  title: 'Not enough points',
  status: 409,
  code: 'economy.not_enough_points',
  detail: 'You hold 3 points.',
  traceId: 't',
};

test('a call goes to the tenant, in the reader’s language, with key and session', async () => {
  const { api, seen } = answering(() => Response.json({ id: '7' }, { status: 201 }));
  const answer = await sellPoints(api, 'all', 'key-of-this-intent');
  assert.equal(answer.ok, true);
  const [request] = seen;
  assert.equal(request?.url, 'http://mall.test/t/general/v1/value/sales');
  assert.equal(request.headers.get('idempotency-key'), 'key-of-this-intent');
  assert.equal(request.headers.get('accept-language'), 'en');
  assert.equal(request.headers.get('cookie'), 'session=abc');
  assert.deepEqual(await request.json(), { points: 'all' });
});

test('a refusal is a value with the problem’s own words', async () => {
  const { api } = answering(() =>
    Response.json(problem, {
      status: 409,
      headers: { 'content-type': 'application/problem+json' },
    }),
  );
  assert.deepEqual(await getMe(api), { ok: false, problem });
});

test('an answer that is no problem document is named as unreadable, with its status', async () => {
  const { api } = answering(() => new Response('<html>Bad gateway</html>', { status: 502 }));
  const answer = await getMe(api);
  assert.equal(answer.ok, false);
  assert.equal(answer.problem.code, 'client.unreadable');
  assert.equal(answer.problem.status, 502);
});

test('a lost connection is a problem, never a throw', async () => {
  const { api } = answering(() => Promise.reject(new TypeError('fetch failed')));
  const answer = await getMe(api);
  assert.equal(answer.ok, false);
  assert.equal(answer.problem.code, 'client.offline');
});

test('an empty good answer is good', async () => {
  const { api } = answering(() => new Response(null, { status: 204 }));
  assert.deepEqual(await signOut(api), { ok: true, value: null });
});

test('an idempotency key is 128 bits and never the same twice', () => {
  const keys = new Set(Array.from({ length: 1000 }, newIdempotencyKey));
  assert.equal(keys.size, 1000);
  for (const key of keys) assert.match(key, /^[0-9a-f]{32}$/);
});
