import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets running ones end for `graceMs`, then cuts them off. */
  close(): Promise<void>;
}

const GRACE_MS = 2000;

/** Serves an app. @throws {Error} when the port is taken. */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  at: { readonly host: string; readonly port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: at.host, port: at.port }, ({ port }) => {
      server.off('error', reject);
      resolve({ port, close: () => close(server) });
    });
    server.once('error', reject);
  });
}

async function close(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  await Promise.race([closed, sleep(GRACE_MS, undefined, { ref: false })]);
  if ('closeAllConnections' in server) server.closeAllConnections();
  await closed;
}
