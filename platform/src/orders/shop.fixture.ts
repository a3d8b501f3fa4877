import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { orders } from '@tuodi/wire';
import { addCatalogRoutes } from '../catalog/index.ts';
import { createApp, listen } from '../http/index.ts';
import type { Listening } from '../http/index.ts';
import { addIdentityRoutes, enrol, sessionOf } from '../identity/index.ts';
import { createTestDatabase, signInByPhone } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { addOrderRoutes } from './index.ts';
import { TestMall } from './mall.fixture.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The answer's JSON. */
  readonly body: unknown;
  /** The answer, which must have a shape of the contract. */
  as<Shape>(schema: { parse(value: unknown): Shape }): Shape;
}

/** Somebody with a browser. */
export class Caller {
  readonly #base: string;
  readonly #token: string | null;

  constructor(base: string, token: string | null) {
    this.#base = base;
    this.#token = token;
  }

  get(path: string): Promise<Reply> {
    return this.#send('GET', path, {});
  }

  /** A POST with a key of its own, or with the one that is given. */
  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.#send('POST', path, { text, headers });
  }

  async #send(
    method: string,
    path: string,
    more: { text?: string; headers?: Record<string, string> },
  ): Promise<Reply> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        'accept-language': 'en',
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(more.text === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }),
        ...more.headers,
      },
      ...(more.text === undefined ? {} : { body: more.text }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    const { status, headers } = response;
    return { status, headers, body, as: (schema) => schema.parse(body) };
  }
}

/** A server on a fresh database with one mall and everybody who comes to it. */
export interface Shop {
  readonly database: TestDatabase;
  readonly mall: TestMall;
  readonly origin: string;
  readonly stranger: Caller;
  readonly shopper: Caller;
  readonly other: Caller;
  /** Acts for the first merchant of the mall. */
  readonly merchant: Caller;
  /** Acts for the second. */
  readonly rival: Caller;
  readonly operator: Caller;
  signIn(mall: TestMall, phone: string): Promise<Caller>;
  close(): Promise<void>;
}

/** @param policy terms of the economy that differ from the house's */
export async function openShop(
  slug: string,
  policy: Readonly<Record<string, string>> = {},
): Promise<Shop> {
  const database = await createTestDatabase();
  const { context } = database;
  await context.economy.start('always');
  const mall = await TestMall.open(context, slug, policy);
  let origin = '';
  const app = createApp({
    context,
    sessionOf,
    rooms: [addIdentityRoutes, addCatalogRoutes, addOrderRoutes(() => origin)],
  });
  const listening: Listening = await listen(app.fetch, { host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${String(listening.port)}`;
  const base = (of: string): string => `${origin}/t/${of}`;
  const signIn = async (at: TestMall, phone: string): Promise<Caller> => {
    const tenant = await at.tenant();
    return new Caller(base(tenant.slug), await signInByPhone(context, tenant, phone));
  };
  const tenant = await mall.tenant();
  await enrol(context, tenant, { phone: '+8613800000003', merchant: mall.merchants[0] });
  await enrol(context, tenant, { phone: '+8613800000004', merchant: mall.merchants[1] });
  await enrol(context, tenant, { phone: '+8613800000005', roles: ['operator'] });
  return {
    database,
    mall,
    origin,
    signIn,
    stranger: new Caller(base(slug), null),
    shopper: await signIn(mall, '+8613800000001'),
    other: await signIn(mall, '+8613800000002'),
    merchant: await signIn(mall, '+8613800000003'),
    rival: await signIn(mall, '+8613800000004'),
    operator: await signIn(mall, '+8613800000005'),
    close: async () => {
      await listening.close();
      await database.close();
    },
  };
}

/** A checkout that is paid at the simulated cashier. @returns the id of its first order. */
export async function buy(caller: Caller, lines: readonly object[]): Promise<string> {
  const checkout = await caller.post('/v1/checkouts', { lines });
  assert.equal(checkout.status, 201, JSON.stringify(checkout.body));
  const { payment, orders: placed } = checkout.as(orders.Checkout);
  const path = `/v1/payments/${payment.id}/attempts`;
  const attempt = await caller.post(path, { gateway: 'simulator' });
  assert.equal(attempt.status, 201);
  const cashier = `/v1/simulator/payment-attempts/${attempt.as(orders.PaymentAttempt).id}`;
  const paid = await caller.post(cashier, { act: 'pay' });
  assert.equal(paid.as(orders.PaymentAttempt).state, 'succeeded');
  return placed[0]?.id ?? '';
}
