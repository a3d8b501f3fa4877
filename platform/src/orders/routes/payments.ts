import { done } from '@tuodi/outcome';
import { orderRoutes, orders } from '@tuodi/wire';
import type { z } from 'zod';
import { actorOf, answerTo, claimOf, Problem, slugOf, valueOf } from '../../http/index.ts';
import type { App, Http } from '../../http/index.ts';
import { once } from '../../idempotency/index.ts';
import { deliverOverHttp, isGenuine, openAttempt, SIMULATOR } from '../../payments/index.ts';
import { attemptOnWire } from '../on-wire.ts';
import { confirmPayment } from '../service/confirm-payment.ts';
import { ordersOfPayment } from '../service/find-checkout.ts';
import { payAtCashier, showAttempt } from '../service/pay-at-cashier.ts';
import type { ShownAttempt } from '../service/pay-at-cashier.ts';

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
      const [opened, placed] = await Promise.all([
        openAttempt(tx, tenant.id, { id, paymentId, member, at }),
        ordersOfPayment(tx, tenant.id, paymentId),
      ]);
      return opened.ok ? done(answerOf(http, { attempt: opened.value, orders: placed })) : opened;
    });
    return http.json(answerTo(http, valueOf(outcome)), 201);
  });
  app.openapi(orderRoutes.getAttempt, async (http) => {
    const { context, tenant } = http.var;
    const { member } = await actorOf(http);
    const key = { id: http.req.valid('param').attemptId, member };
    const found = await context.snapshot(tenant.id, (tx) => showAttempt(tx, tenant.id, key));
    if (found === null) throw new Problem('payments.unknown_attempt');
    return http.json(answerOf(http, found), 200);
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
    const attempt = await payAtCashier(context, tenant, {
      ...{ key, act },
      deliver: deliverOverHttp(context, origin),
    });
    if (attempt === null) throw new Problem('payments.unknown_attempt');
    return http.json(answerOf(http, attempt), 200);
  });
}

/** @throws {Problem} 404 in a production installation. */
function mustHaveSimulator(http: Http): void {
  if (http.var.context.config.installation === 'production') {
    throw new Problem('payments.no_simulator');
  }
}

function answerOf(http: Http, shown: ShownAttempt): WireAttempt {
  const slug = slugOf(new URL(http.req.url).pathname);
  const place = slug === null ? '' : `/t/${slug}`;
  return attemptOnWire(shown.attempt, {
    cashierUrl: `${place}/cashier/${shown.attempt.id}`,
    orders: shown.orders,
  });
}
