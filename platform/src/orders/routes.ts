import type { App } from '../http/index.ts';
import { addCheckoutRoutes } from './routes/checkouts.ts';
import { addConsoleRoutes } from './routes/console.ts';
import { addMemberRoutes } from './routes/member.ts';
import { addPaymentRoutes } from './routes/payments.ts';

/**
 * Checkouts, payments, orders, refunds and transfers.
 * @param origin where this API listens, for the simulated gateway's callbacks.
 */
export function addOrderRoutes(origin: () => string): (app: App) => void {
  return (app) => {
    addCheckoutRoutes(app);
    addPaymentRoutes(app, origin);
    addMemberRoutes(app);
    addConsoleRoutes(app);
  };
}
