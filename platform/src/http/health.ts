import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app-env.ts';

const PATIENCE_MS = 2000;

/**
 * /healthz: the process lives. /readyz: it can serve (the database answers and nothing is awaited).
 * /metrics: its figures. None of them belongs to a tenant.
 */
export function healthRoutes(app: App, waitsFor: () => string | null): void {
  app.get('/healthz', (http) => http.json({ status: 'alive' }));
  app.get('/readyz', async (http) => {
    const waiting = waitsFor() ?? (await databaseTrouble(http.var.context.pools.app));
    if (waiting === null) return http.json({ status: 'ready' });
    http.header('Retry-After', '1');
    return http.json({ status: 'waiting', for: waiting }, 503);
  });
  app.get('/metrics', async (http) => {
    const { registry: figures } = http.var.context.metrics;
    return http.body(await figures.metrics(), 200, { 'Content-Type': figures.contentType });
  });
}

async function databaseTrouble(pool: {
  query(text: string): Promise<unknown>;
}): Promise<string | null> {
  const asked = pool.query('select 1').then(
    () => null,
    () => 'database',
  );
  return Promise.race([asked, sleep(PATIENCE_MS, 'database', { ref: false })]);
}
