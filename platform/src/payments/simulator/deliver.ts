import type { Context } from '../../context.ts';
import { SIMULATOR } from '../payment.ts';
import { signatureOf } from '../signature.ts';
import type { Deliver } from './simulator.ts';

const PATIENCE_MS = 10_000;

/**
 * Delivers callbacks to our own API over HTTP, signed.
 * @param origin where the API listens, `http://127.0.0.1:8787`; asked for each time, because a
 * server learns its port when it starts.
 */
export function deliverOverHttp(
  context: Pick<Context, 'secretFor'>,
  origin: () => string,
): Deliver {
  return async (tenant, callback) => {
    const body = JSON.stringify(callback);
    const account = { tenantId: tenant.id, gateway: SIMULATOR };
    const answer = await fetch(`${origin()}/t/${tenant.slug}/v1/gateways/simulator/callbacks`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-signature': signatureOf(context, account, body),
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`callback answered ${String(answer.status)}: ${text}`);
  };
}
