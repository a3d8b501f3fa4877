import { createServer } from 'node:net';
import path from 'node:path';

/** The longest address of a socket that every system takes. */
const LONGEST_SOCKET = 103;

/**
 * Where the embedded server's socket lies: with its data, which nobody else can enter. Null where
 * that is no possible address; then it is reached by 127.0.0.1 alone.
 */
export function socketFolder(folder: string): string | null {
  const longest = path.join(folder, '.s.PGSQL.65535');
  const possible = process.platform !== 'win32' && Buffer.byteLength(longest) <= LONGEST_SOCKET;
  return possible && !/[,"'\\]/.test(folder) ? folder : null;
}

/** By the socket where there is one: each statement costs both sides less than over 127.0.0.1. */
export function urlOf(
  kept: { readonly port: number; readonly password: string },
  folder: string,
): string {
  const host = `127.0.0.1:${String(kept.port)}`;
  const url = new URL(`postgres://postgres:${kept.password}@${host}/postgres`);
  const sockets = socketFolder(folder);
  if (sockets !== null) url.searchParams.set('host', sockets);
  return url.href;
}

/** `wanted` when nobody listens there, so that addresses survive a restart; else any free port. */
export function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (wanted === 0) reject(error);
      else resolve(freePort(0));
    });
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
