import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { round } from './bench.ts';
import type { Bench } from './bench.ts';
import { Connections } from './server/caller.ts';
import { makeDataFolder, removeDataFolder, RunningServer } from './server/running-server.ts';

const WAIT_MS = 60_000;
const PAGES = 300;
const MOST_MEGABYTES = 250;
const BARE = `require('node:http').createServer((request, answer) => answer.end('ok'))
  .listen(0, '127.0.0.1')`;

/**
 * Resident memory of the server process 60 seconds after it is ready, with its demo malls and
 * pages, and once more after 300 page views. The baseline is a Node process that serves "ok".
 */
export const memory: Bench = {
  name: 'memory',
  about: 'resident memory of the server 60 s after it is ready',
  async *run() {
    const folder = makeDataFolder();
    const bare = spawn(process.execPath, ['-e', BARE], { stdio: 'ignore' });
    const server = await RunningServer.start(folder, { TUODI_INSTALLATION: 'demo' });
    const connections = new Connections(4);
    try {
      await sleep(WAIT_MS);
      const megabytes = residentMegabytes(server.pid);
      const baseline = residentMegabytes(bare.pid ?? 0);
      await viewPages(connections, server.origin);
      yield {
        residentMB: round(megabytes),
        residentMBAfterPageViews: round(residentMegabytes(server.pid)),
        pageViews: PAGES,
        baseline: 'resident MB of a bare node:http process',
        baselineMB: round(baseline),
        ratio: round(megabytes / baseline),
        ok: megabytes < MOST_MEGABYTES,
      };
    } finally {
      bare.kill();
      connections.close();
      await server.stop();
      removeDataFolder(folder);
    }
  },
};

async function viewPages(connections: Connections, origin: string): Promise<void> {
  const viewer = async (): Promise<void> => {
    for (let view = 0; view < PAGES / 4; view += 1) {
      const url = `${origin}/t/general/${view % 3 === 0 ? 'value' : ''}`;
      const { status } = await connections.send({ method: 'GET', url });
      if (status >= 500) throw new Error(`${url} answered ${String(status)}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, viewer));
}

/** Resident set of a process in MB (10^6 bytes); `ps` counts in KiB everywhere. */
function residentMegabytes(pid: number): number {
  const text = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(text.trim()) * 1024) / 1e6;
}
