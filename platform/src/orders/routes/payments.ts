import { done } from '@tuodi/outcome';
import { orderRoutes, orders } from '@tuodi/wire';
import type { z } from 'zod';
import type { Transaction } from '../../context.ts';
import { actorOf, answerTo, claimOf, Problem, slugOf, valueOf } from '../../http/index.ts';
import type { App, Http } from '../../http/index.ts';
import { once } from '../../idempotency/index.ts';
import {
  actAtCashier,
  deliverOverHttp,
  findAttempt,
  isGenuine,
  openAttempt,
  SIMULATOR,
} from '../../payments/index.ts';
import type { Attempt } from '../../payments/index.ts';
import { attemptOnWire } from '../on-wire.ts';
import { confirmPayment } from '../service/confirm-payment.ts';
import { ordersOfPayment } from '../service/find-checkout.ts';

type WireAttempt = z.infer<typeof orders.PaymentAttempt>;

export function addPaymentRoutes(app: App, origin: () => string): void {
  app.openapi(orderRoutes.createAttempt, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    mustHaveSimulator(http);
    const { paymentId } = http.req.valid('param');
    const claim = await claimOf(http, http.req.valid('json'), (kept) =>
      orders.PaymentAttempt.parse(kept),
    );
    const outcome = await once(context, claim, async (tx) => {
      const id = context.random.uuid();
      const at = context.clock.now(tenant);
      const opened = await openAttempt(tx, tenant.id, { id, paymentId, member, at });
      return opened.ok ? done(await answerOf(http, tx, opened.value)) : opened;
    });
    return http.json(answerTo(http, valueOf(outcome)), 201);
  });
  app.openapi(orderRoutes.getAttempt, async (http) => {
    const { member } = await actorOf(http);
    const { attemptId } = http.req.valid('param');
    return http.json(await readAttempt(http, { id: attemptId, member }), 200);
  });
  app.openapi(orderRoutes.gatewayCallback, async (http) => {
    const { context, tenant } = http.var;
    mustHaveSimulator(http);
    const account = { tenantId: tenant.id, gateway: SIMULATOR };
    const signature = http.req.header('x-signature');
    // The text as it came: another spelling of the same JSON has another signature.
    if (!isGenuine(context, account, { body: await http.req.text(), signature })) {
      throw new Problem('payments.bad_signature');
    }
    const callback = http.req.valid('json');
    const outcome = valueOf(await confirmPayment(context, tenant, { callback }));
    return http.json({ outcome }, 200);
  });
  app.openapi(orderRoutes.simulatePayment, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    mustHaveSimulator(http);
    const key = { id: http.req.valid('param').attemptId, member };
    const { act } = http.req.valid('json');
    const attempt = await context.transaction(tenant.id, (tx) => findAttempt(tx, tenant.id, key));
    if (attempt === null) throw new Problem('payments.unknown_attempt');
    const deliver = deliverOverHttp(context, origin);
    await actAtCashier(context, tenant, { attempt, act, deliver });
    return http.json(await readAttempt(http, key), 200);
  });
}

/** @throws {Problem} 404 in a production installation. */
function mustHaveSimulator(http: Http): void {
  if (http.var.context.config.installation === 'production') {
    throw new Problem('payments.no_simulator');
  }
}

/** @throws {Problem} 404 for an attempt that is not the member's. */
function readAttempt(
  http: Http,
  key: { readonly id: string; readonly member: bigint },
): Promise<WireAttempt> {
  const { context, tenant } = http.var;
  return context.transaction(tenant.id, async (tx) => {
    const attempt = await findAttempt(tx, tenant.id, key);
    if (attempt === null) throw new Problem('payments.unknown_attempt');
    return answerOf(http, tx, attempt);
  });
}

async function answerOf(http: Http, tx: Transaction, attempt: Attempt): Promise<WireAttempt> {
  const { tenant } = http.var;
  const slug = slugOf(new URL(http.req.url).pathname);
  const place = slug === null ? '' : `/t/${slug}`;
  return attemptOnWire(attempt, {
    cashierUrl: `${place}/cashier/${attempt.id}`,
    orders: await ordersOfPayment(tx, tenant.id, attempt.payment.id),
  });
}
