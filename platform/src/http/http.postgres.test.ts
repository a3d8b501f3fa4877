import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createRoute, z } from '@hono/zod-openapi';
import { done, refuse } from '@tuodi/outcome';
import { once } from '../idempotency/index.ts';
import { moveClock, nextNumber, openTenant } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import {
  actorIfAny,
  actorWithRole,
  answerTo,
  claimOf,
  createApp,
  decodeCursor,
  encodeCursor,
  listen,
  Problem,
  valueOf,
} from './index.ts';
import type { App, Listening } from './index.ts';

let database: TestDatabase;
let listening: Listening;
let waitsFor: string | null = null;
let moved: Tenant;

before(async () => {
  database = await createTestDatabase();
  await open({ slug: 'plum', domains: ['plum.example'] });
  moved = await open({ slug: 'past', clockStartsAt: '2010-12-01T00:00:00Z' });
  const app = createApp({
    context: database.context,
    sessionOf: async (_, tenant, token) =>
      token.startsWith('member-token-of-somebody')
        ? done({
            ...{ tenantId: tenant.id, member: 17n, phone: null },
            ...{ roles: ['member'] as const, merchant: null },
          })
        : refuse({ code: 'identity.session_expired' }),
    rooms: [thingRoutes],
    waitsFor: () => waitsFor,
  });
  listening = await listen(app.fetch, { host: '127.0.0.1', port: 0 });
});
after(async () => {
  await listening.close();
  await database.close();
});

async function open(input: { slug: string; domains?: string[]; clockStartsAt?: string }) {
  const outcome = await openTenant(database.context, { name: 'x', profile: 'document', ...input });
  assert.ok(outcome.ok);
  return outcome.value;
}

const Thing = z.object({ number: z.string() });
const createThing = createRoute({
  method: 'post',
  path: '/v1/things/{kind}',
  request: {
    params: z.object({ kind: z.string().max(10) }),
    headers: z.object({ 'idempotency-key': z.string().min(8).max(200) }),
    body: {
      content: { 'application/json': { schema: z.object({ size: z.int().min(1) }) } },
      required: true,
    },
  },
  responses: { 201: { description: '', content: { 'application/json': { schema: Thing } } } },
});

/** A room of its own, with everything a route may do. */
function thingRoutes(app: App): void {
  app.openapi(createThing, async (http) => {
    const claim = await claimOf(http, http.req.valid('json'), (kept) => Thing.parse(kept));
    const { context } = http.var;
    const outcome = await once<{ number: string }, never>(context, claim, async (tx) =>
      done({ number: String(await nextNumber(tx, claim.tenantId, claim.key)) }),
    );
    return http.json(answerTo(http, valueOf(outcome)), 201);
  });
  app.get('/v1/where', async (http) =>
    http.json({
      slug: http.var.tenant.slug,
      now: http.var.context.clock.now(http.var.tenant),
      member: (await actorIfAny(http))?.member.toString() ?? null,
    }),
  );
  app.get('/v1/operators-only', async (http) => {
    await actorWithRole(http, 'operator');
    return http.json({});
  });
  app.get('/v1/bug', () => {
    throw new Error('the password is hunter2');
  });
  app.get('/v1/refused', () => {
    throw new Problem('tenancy.slug_taken', { facts: { slug: 'plum' } });
  });
  app.get('/v1/page', (http) => {
    const { context, tenant } = http.var;
    const list = { tenantId: tenant.id, list: http.req.query('list') ?? 'things' };
    const parts = decodeCursor(context, list, { cursor: http.req.query('cursor'), count: 2 });
    return http.json({ parts, nextCursor: encodeCursor(context, list, ['2026-11-25', '7']) });
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

const bearer = { authorization: 'Bearer member-token-of-somebody' };

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${String(listening.port)}${path}`, init);
  const body = z.record(z.string(), z.unknown()).parse(await response.json());
  return { status: response.status, headers: response.headers, body };
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const codeOf = (answer: Answer): unknown => [answer.status, answer.body['code']];

test('the tenant comes from the prefix, and a moved clock is right at the next request', async () => {
  const answer = await ask('/t/past/v1/where');
  assert.deepEqual(answer.body, { slug: 'past', now: '2010-12-01T00:00:00Z', member: null });
  await moveClock(database.context, { tenantId: moved.id, to: '2010-12-01T09:00:00Z' });
  assert.equal((await ask('/t/past/v1/where')).body['now'], '2010-12-01T09:00:00Z');
});

test('a Host of a tenant wins over a prefix', async () => {
  const app = createApp({
    context: database.context,
    sessionOf: async () => refuse({ code: 'identity.session_expired' }),
    rooms: [thingRoutes],
  });
  for (const path of ['/v1/where', '/t/past/v1/where']) {
    const response = await app.request(`http://plum.example:8787${path}`);
    assert.equal(z.object({ slug: z.string() }).parse(await response.json()).slug, 'plum');
  }
});

test('an unknown or missing tenant is 404 and nothing in query or body names one', async () => {
  assert.deepEqual(codeOf(await ask('/t/nobody/v1/where')), [404, 'tenancy.not_found']);
  assert.deepEqual(codeOf(await ask('/v1/where?tenant=plum')), [404, 'tenancy.not_found']);
});

test('a problem has type, title, status, code, detail and trace id, in the caller’s language', async () => {
  const answer = await ask('/t/plum/v1/refused', { headers: { 'accept-language': 'en' } });
  const traceId = answer.headers.get('x-trace-id');
  assert.deepEqual(answer.body, {
    type: 'urn:tuodi:problem:tenancy.slug_taken',
    title: 'The slug is taken',
    status: 409,
    code: 'tenancy.slug_taken',
    detail: 'The slug plum is taken',
    traceId,
  });
  assert.equal(answer.status, 409);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.equal(answer.headers.get('content-language'), 'en');
  assert.equal((await ask('/t/plum/v1/refused')).body['title'], '名称已被占用');
});

test('a trace id of the caller is kept', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
  assert.equal((await ask('/t/plum/v1/refused', { headers })).body['traceId'], trace);
});

test('an unexpected error is 500 with a trace id and nothing of itself', async () => {
  const answer = await ask('/t/plum/v1/bug', { headers: { 'accept-language': 'en' } });
  assert.deepEqual(codeOf(answer), [500, 'http.fault']);
  assert.ok(!JSON.stringify(answer.body).includes('hunter2'));
  assert.match(String(answer.body['traceId']), /^[\da-f]{32}$/);
  const metrics = await fetch(`http://127.0.0.1:${String(listening.port)}/metrics`);
  assert.match(await metrics.text(), /tuodi_faults_total\{where="http"\} 1/);
});

test('an unknown path is a 404 problem', async () => {
  assert.deepEqual(codeOf(await ask('/t/plum/v1/nothing')), [404, 'http.not_found']);
  assert.deepEqual(codeOf(await ask('/elsewhere')), [404, 'http.not_found']);
});

const key = { 'idempotency-key': 'key-00000001' };

test('a body that does not fit is 400 and names the field', async () => {
  const answer = await post('/t/plum/v1/things/a', { size: 1.5 }, key);
  assert.deepEqual(codeOf(answer), [400, 'http.invalid']);
  assert.ok(Array.isArray(answer.body['errors']));
  assert.equal(answer.body['errors'][0].path, 'size');
});

test('a body that is not JSON is 400', async () => {
  assert.deepEqual(codeOf(await post('/t/plum/v1/things/a', '{"size":', key)), [
    400,
    'http.malformed',
  ]);
  const text = await post('/t/plum/v1/things/a', 'size=1', {
    ...key,
    'content-type': 'text/plain',
  });
  assert.equal(text.status, 400);
});

test('a body over the limit is 413', async () => {
  const answer = await post('/t/plum/v1/things/a', { size: 1, pad: 'x'.repeat(1_100_000) }, key);
  assert.deepEqual(codeOf(answer), [413, 'http.body_too_large']);
});

test('a POST that moves value without a proper key is 400', async () => {
  const path = '/t/plum/v1/things/a';
  assert.deepEqual(codeOf(await post(path, { size: 1 })), [400, 'idempotency.key_missing']);
  const short = await post(path, { size: 1 }, { 'idempotency-key': 'short' });
  assert.deepEqual(codeOf(short), [400, 'idempotency.key_malformed']);
});

test('50 requests at once with one key have one effect; repeats are marked', async () => {
  const headers = { 'idempotency-key': 'fifty-at-once' };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => post('/t/plum/v1/things/a', { size: 1 }, headers)),
  );
  assert.ok(answers.every((answer) => answer.status === 201 && answer.body['number'] === '1'));
  const hits = answers.filter((answer) => answer.headers.get('idempotency-hit') === 'true');
  assert.equal(hits.length, 49);
});

test('the same key with another body or another path is 422 or its own request', async () => {
  const headers = { 'idempotency-key': 'used-before' };
  assert.equal((await post('/t/plum/v1/things/a', { size: 1 }, headers)).status, 201);
  for (const path of ['/t/plum/v1/things/a', '/t/plum/v1/things/b']) {
    const size = path.endsWith('a') ? 2 : 1;
    const answer = await post(path, { size }, headers);
    assert.deepEqual(codeOf(answer), [422, 'idempotency.key_reused']);
  }
});

test('without a session 401, with a session that ended 401, without the role 403', async () => {
  const path = '/t/plum/v1/operators-only';
  assert.deepEqual(codeOf(await ask(path)), [401, 'identity.not_signed_in']);
  const expired = { cookie: 'tuodi_session=an-old-token-that-has-ended' };
  assert.deepEqual(codeOf(await ask(path, { headers: expired })), [
    401,
    'identity.session_expired',
  ]);
  assert.deepEqual(codeOf(await ask(path, { headers: bearer })), [403, 'identity.role_missing']);
});

test('a page for everybody shows with an ended session as with none', async () => {
  const expired = { cookie: 'tuodi_session=an-old-token-that-has-ended' };
  assert.equal((await ask('/t/plum/v1/where', { headers: expired })).body['member'], null);
  const cookie = { cookie: 'tuodi_session=member-token-of-somebody' };
  assert.equal((await ask('/t/plum/v1/where', { headers: cookie })).body['member'], '17');
});

test('a cursor comes back as it was given; a changed or invented one is 400', async () => {
  const first = await ask('/t/plum/v1/page');
  assert.equal(first.body['parts'], null);
  const cursor = String(first.body['nextCursor']);
  const second = await ask(`/t/plum/v1/page?cursor=${cursor}`);
  assert.deepEqual(second.body['parts'], ['2026-11-25', '7']);
  const changed = `${cursor.slice(0, -2)}${cursor.endsWith('0') ? '1' : '0'}`;
  for (const bad of [changed, 'x', Buffer.from('["2026"]').toString('base64url')]) {
    assert.deepEqual(codeOf(await ask(`/t/plum/v1/page?cursor=${bad}`)), [400, 'http.bad_cursor']);
  }
});

test('a cursor is a place in its own list of its own mall, and in no other', async () => {
  const cursor = String((await ask('/t/plum/v1/page')).body['nextCursor']);
  for (const other of ['/t/past/v1/page?', '/t/plum/v1/page?list=others&']) {
    assert.deepEqual(codeOf(await ask(`${other}cursor=${cursor}`)), [400, 'http.bad_cursor']);
  }
});

test('healthy, and ready only when nothing is awaited', async () => {
  assert.equal((await ask('/healthz')).status, 200);
  assert.equal((await ask('/readyz')).status, 200);
  waitsFor = 'pages';
  const answer = await ask('/readyz');
  assert.deepEqual([answer.status, answer.body['for']], [503, 'pages']);
  waitsFor = null;
});

test('the routes are described in /openapi.json, version 3.1', async () => {
  const { body } = await ask('/openapi.json');
  assert.equal(body['openapi'], '3.1.0');
  assert.ok(JSON.stringify(body['paths']).includes('/v1/things/{kind}'));
});
