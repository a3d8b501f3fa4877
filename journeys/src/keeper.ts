import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, newDataDir, startServer } from './server.ts';

// Holds the one server of a run of tests: `node keeper.ts FOLDER OWNER`. Writes FOLDER/server.json
// (or FOLDER/failed) and stops the server when the process OWNER, the test runner, has ended.

const [folder = '', ownerText = ''] = process.argv.slice(2);
const owner = Number(ownerText);
const LOOK_MS = 250;

const dataDir = newDataDir();
try {
  const server = await startServer(dataDir);
  const { origin } = server;
  tell('server.json', JSON.stringify({ origin, dataDir, keeper: process.pid }));
  while (isAlive(owner)) await sleep(LOOK_MS);
  await server.stop('SIGTERM');
} catch (error) {
  tell('failed', String(error));
  while (isAlive(owner)) await sleep(LOOK_MS);
}
fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
fs.rmSync(folder, { recursive: true, force: true });

/** Written beside and renamed: whoever waits for it reads all of it. */
function tell(name: string, text: string): void {
  const half = path.join(folder, `${name}.half`);
  fs.writeFileSync(half, text);
  fs.renameSync(half, path.join(folder, name));
}
