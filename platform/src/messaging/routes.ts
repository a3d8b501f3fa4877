import { identityRoutes } from '@tuodi/wire';
import { Problem } from '../http/index.ts';
import type { App } from '../http/index.ts';
import { simulatedMessages } from './service.ts';

/** What the simulator sent; 404 in an installation without it. */
export function addMessagingRoutes(app: App): void {
  app.openapi(identityRoutes.simulatedMessages, async (http) => {
    const { context, tenant } = http.var;
    const { phone } = http.req.valid('query');
    const international = phone.startsWith('+') ? phone : `+86${phone}`;
    const messages = await simulatedMessages(context, tenant, international);
    if (messages === null) throw new Problem('messaging.no_simulator');
    const items = messages.map(({ text, code, sentAt }) => ({ phone, text, code, sentAt }));
    return http.json({ items }, 200);
  });
}
