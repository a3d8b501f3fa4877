import type { Context } from '../../context.ts';
import type { Deliver } from '../../payments/index.ts';
import { confirmPayment } from './confirm-payment.ts';

/**
 * Brings the simulated gateway's callbacks straight to the verb that its route calls, for commands
 * and runs that have no API to call.
 */
export function deliverInProcess(context: Context): Deliver {
  return async (tenant, callback) => {
    const outcome = await confirmPayment(context, tenant, { callback });
    if (!outcome.ok) throw new Error(`a callback is refused: ${outcome.refusal.code}`);
  };
}
