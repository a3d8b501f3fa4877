import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { identity } from '@tuodi/wire';
import { z } from 'zod';
import { createApp } from '../http/index.ts';
import type { App } from '../http/index.ts';
import { addMessagingRoutes } from '../messaging/index.ts';
import { openContext } from '../operator.ts';
import { openTenant } from '../tenancy/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import { createTestDatabase, signInByPhone } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import {
  addIdentityRoutes,
  enrol,
  findMember,
  forgetExpired,
  memberOfReference,
  sessionOf,
} from './index.ts';

let database: TestDatabase;
let app: App;
let plum: Tenant;
let wall = Date.parse('2026-11-25T08:00:00.000Z');
const pass = (minutes: number): void => {
  wall += minutes * 60_000;
};

before(async () => {
  database = await createTestDatabase({ wall: () => new Date(wall).toISOString() });
  plum = await open('plum');
  await open('pear');
  app = createApp({
    context: database.context,
    sessionOf,
    rooms: [addIdentityRoutes, addMessagingRoutes],
  });
});
after(() => database.close());

async function open(slug: string): Promise<Tenant> {
  const outcome = await openTenant(database.context, {
    ...{ slug, name: '示例商城', profile: 'cn-conservative', brandColour: '#224466' },
  });
  assert.ok(outcome.ok);
  return outcome.value;
}

const Answer = z.record(z.string(), z.unknown());

async function ask(
  path: string,
  init: { method?: string; body?: object; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const response = await app.request(`http://localhost${path}`, {
    method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...init.headers },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  const text = await response.text();
  const body = text === '' ? {} : Answer.parse(JSON.parse(text));
  return { status: response.status, headers: response.headers, body };
}

const sendCode = (phone: string, slug = 'plum'): ReturnType<typeof ask> =>
  ask(`/t/${slug}/v1/sign-in/codes`, { body: { phone } });

async function codeFor(phone: string, slug = 'plum'): Promise<string> {
  assert.equal((await sendCode(phone, slug)).status, 202);
  const path = `/t/${slug}/v1/simulator/messages?phone=${encodeURIComponent(phone)}`;
  const items = z.array(identity.SimulatedMessage).parse((await ask(path)).body['items']);
  return items[0]?.code ?? '';
}

const enter = (phone: string, code: string, slug = 'plum'): ReturnType<typeof ask> =>
  ask(`/t/${slug}/v1/sessions`, { body: { phone, code } });

async function tokenFor(phone: string, slug = 'plum'): Promise<string> {
  const { body } = await enter(phone, await codeFor(phone, slug), slug);
  return identity.Session.parse(body).token;
}

const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000');

test('the first sign-in makes a member with the next number; the next ones find them', async () => {
  const first = await enter('13800000001', await codeFor('13800000001'));
  assert.equal(first.status, 201);
  const session = identity.Session.parse(first.body);
  assert.deepEqual(session.actor, {
    memberNumber: '1',
    phone: '138****0001',
    roles: ['member'],
    merchantNumber: null,
  });
  assert.match(session.token, /^[\w-]{43}$/);
  const second = await enter('+8613800000001', await codeFor('+8613800000001'));
  assert.equal(identity.Session.parse(second.body).actor.memberNumber, '1');
  const other = await enter('13800000002', await codeFor('13800000002'));
  assert.equal(identity.Session.parse(other.body).actor.memberNumber, '2');
});

test('a session holds by bearer and by a cookie that scripts cannot read', async () => {
  const entered = await enter('13800000001', await codeFor('13800000001'));
  const cookie = entered.headers.get('set-cookie') ?? '';
  assert.match(cookie, /^tuodi_session=[\w-]{43}; /);
  assert.match(cookie, /Path=\/t\/plum; Expires=.*; HttpOnly; SameSite=Lax$/);
  const [pair = ''] = cookie.split(';');
  const { token } = identity.Session.parse(entered.body);
  for (const headers of [{ cookie: pair }, { authorization: `Bearer ${token}` }]) {
    const me = await ask('/t/plum/v1/me', { headers });
    assert.equal(me.body['memberNumber'], '1');
  }
});

test('a session of one mall is nobody in another, where the person is another member', async () => {
  const token = await tokenFor('13800000002');
  const headers = { authorization: `Bearer ${token}` };
  assert.equal((await ask('/t/pear/v1/me', { headers })).body['code'], 'identity.session_expired');
  const there = await tokenFor('13800000002', 'pear');
  const me = await ask('/t/pear/v1/me', { headers: { authorization: `Bearer ${there}` } });
  assert.equal(me.body['memberNumber'], '1');
  const { rows } = await database.asOwner((owner) =>
    owner.query(`select from people where phone = '+8613800000002'`),
  );
  assert.equal(rows.length, 1);
});

test('signed out and expired sessions are 401 identity.session_expired', async () => {
  const headers = { authorization: `Bearer ${await tokenFor('13800000003')}` };
  assert.equal((await ask('/t/plum/v1/me', { headers })).status, 200);
  const out = await ask('/t/plum/v1/sessions/current', { method: 'DELETE', headers });
  assert.equal(out.status, 204);
  assert.match(out.headers.get('set-cookie') ?? '', /Max-Age=0/);
  const after = await ask('/t/plum/v1/me', { headers });
  assert.deepEqual([after.status, after.body['code']], [401, 'identity.session_expired']);

  const later = { authorization: `Bearer ${await tokenFor('13800000003')}` };
  pass(30 * 24 * 60 - 1);
  assert.equal((await ask('/t/plum/v1/me', { headers: later })).status, 200);
  pass(2);
  const expired = await ask('/t/plum/v1/me', { headers: later });
  assert.deepEqual([expired.status, expired.body['code']], [401, 'identity.session_expired']);
  assert.equal((await ask('/t/plum/v1/me')).body['code'], 'identity.not_signed_in');
});

test('a wrong code counts down, and after five the right one is refused too', async () => {
  const code = await codeFor('13800000004');
  for (const left of [4, 3, 2, 1, 0]) {
    const answer = await enter('13800000004', otherThan(code));
    assert.equal(answer.status, 422);
    assert.equal(answer.body['detail'], `Wrong code; ${String(left)} attempts left`);
  }
  const right = await enter('13800000004', code);
  assert.deepEqual([right.status, right.body['code']], [422, 'identity.code_expired']);
});

test('attempts sent at the same moment are counted one by one', async () => {
  const code = await codeFor('13800000005');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => enter('13800000005', otherThan(code))),
  );
  const wrong = answers.filter((answer) => answer.body['code'] === 'identity.wrong_code');
  assert.equal(wrong.length, 5);
});

test('a code serves once, for five minutes, and only the newest one', async () => {
  const phone = '13800000006';
  const used = await codeFor(phone);
  const both = await Promise.all([enter(phone, used), enter(phone, used)]);
  assert.deepEqual(
    both.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 422],
  );
  const slow = await codeFor(phone);
  pass(5.1);
  assert.equal((await enter(phone, slow)).body['code'], 'identity.code_expired');
  const older = await codeFor(phone);
  pass(0.1);
  const newer = await codeFor(phone);
  if (older !== newer) {
    assert.equal((await enter(phone, older)).body['code'], 'identity.wrong_code');
  }
  assert.equal((await enter(phone, newer)).status, 201);
  const nobody = await enter('13899999999', '123456');
  assert.equal(nobody.body['code'], 'identity.code_expired');
});

test('a phone that asks for too many codes waits, also when it asks all at once', async () => {
  const answers = await Promise.all(Array.from({ length: 65 }, () => sendCode('13800000007')));
  const refused = answers.filter((answer) => answer.status === 429);
  assert.equal(refused.length, 5);
  assert.equal(refused[0]?.body['code'], 'identity.too_many_codes');
  assert.equal(refused[0]?.headers.get('retry-after'), '900');
  pass(15.1);
  assert.equal((await sendCode('13800000007')).status, 202);
});

test('in production a phone gets five codes in a quarter of an hour, and without a gateway none', async () => {
  const production = await openContext({
    config: { ...database.context.config, installation: 'production' },
    wall: () => new Date(wall).toISOString(),
  });
  const statusOf = async (context: typeof production): Promise<(number | string)[]> => {
    const own = createApp({ context, sessionOf, rooms: [addIdentityRoutes, addMessagingRoutes] });
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const response = await own.request('http://localhost/t/plum/v1/sign-in/codes', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"phone":"13800000008"}',
      });
      statuses.push(response.status);
    }
    return statuses;
  };
  assert.deepEqual(new Set(await statusOf(production)), new Set([503]));
  const { messaging } = database.context;
  assert.deepEqual(await statusOf({ ...production, messaging }), [202, 202, 202, 202, 202, 429]);
  const own = createApp({ context: production, sessionOf, rooms: [addMessagingRoutes] });
  const path = 'http://localhost/t/plum/v1/simulator/messages?phone=13800000008';
  const simulator = Answer.parse(await (await own.request(path)).json());
  assert.equal(simulator['code'], 'messaging.no_simulator');
  await production.close();
});

test('a malformed phone or code is 400', async () => {
  assert.equal((await sendCode('12345')).body['code'], 'http.invalid');
  assert.equal((await enter('13800000001', '12345')).body['code'], 'http.invalid');
});

test('no code and no token is in the database, only hashes and the simulator’s messages', async () => {
  const code = await codeFor('13800000009');
  const { body } = await enter('13800000009', code);
  const { token } = identity.Session.parse(body);
  const rows = await database.context.transaction(plum.id, (tx) =>
    tx.query<{ text: string }>(
      `select sessions::text as text from sessions
       union all select sign_in_codes::text from sign_in_codes`,
    ),
  );
  assert.ok(rows.length > 10);
  const hex = Buffer.from(token).toString('hex');
  for (const { text } of rows) {
    assert.ok(!text.includes(token) && !text.includes(hex) && !text.includes(`,${code},`));
  }
});

test('the mall tells its name, zone, time and return window', async () => {
  const { body } = await ask('/t/plum/v1/tenant');
  assert.deepEqual(identity.Tenant.parse(body), {
    ...{ slug: 'plum', name: '示例商城', nameEn: null, zone: 'Asia/Shanghai', currency: 'CNY' },
    ...{ profile: 'cn-conservative', simulation: false, returnWindowDays: 7 },
    ...{ brandColour: '#224466', now: new Date(wall).toISOString() },
  });
});

test('enrolling gives roles to the member of a phone, and again changes nothing', async () => {
  const input = { phone: '+8613900000001', roles: ['operator'] as const, merchant: 3n };
  const operator = await enrol(database.context, plum, input);
  assert.deepEqual(operator.roles, ['member', 'operator', 'merchant']);
  assert.deepEqual(await enrol(database.context, plum, input), operator);
  const token = await signInByPhone(database.context, plum, '+8613900000001');
  const me = await ask('/t/plum/v1/me', { headers: { authorization: `Bearer ${token}` } });
  assert.deepEqual([me.body['roles'], me.body['merchantNumber']], [operator.roles, '3']);
});

test('members of an import are found by their reference, made once, numbered on', async () => {
  const { context } = database;
  const guest = (reference: string): Promise<bigint> =>
    context.transaction(
      plum.id,
      async (tx) => (await memberOfReference(context, tx, plum, reference)).member,
    );
  const first = await guest('customer 17850');
  assert.equal(await guest('customer 17850'), first);
  assert.equal(await guest('customer 13047'), first + 1n);
  const found = await findMember(context, plum.id, first);
  assert.ok(found.ok && found.value.phone === null);
  const none = await findMember(context, plum.id, 999_999n);
  assert.equal(none.ok ? '' : none.refusal.code, 'identity.no_member');
});

test('what expired more than a day ago is forgotten, living sessions are not', async () => {
  await tokenFor('13800000010');
  pass(29 * 24 * 60);
  const token = await tokenFor('13800000011');
  pass(3 * 24 * 60);
  assert.ok((await forgetExpired(database.context, plum.id)) > 0);
  assert.equal(await forgetExpired(database.context, plum.id), 0);
  const headers = { authorization: `Bearer ${token}` };
  assert.equal((await ask('/t/plum/v1/me', { headers })).status, 200);
});
