import { spawn } from 'node:child_process';
import path from 'node:path';
import { openApi } from './api.ts';
import type { Context } from './context.ts';
import { listen } from './http/index.ts';
import type { Listening } from './http/index.ts';
import { startTick } from './jobs/index.ts';
import type { Tick } from './jobs/index.ts';
import { openContext } from './operator.ts';
import type { OpenedContext } from './operator.ts';
import { deliverOverHttp } from './payments/index.ts';
import { DEMO_PEOPLE, enrolPeople, seedFounding, seedGeneral } from './seeds/index.ts';
import { preparePartitions } from './tenancy/index.ts';

// npm start: database, migrations, pages, demo tenants, server, tick, writers, in one process. The
// roles of the process (TUODI_ROLES) leave parts out.

const BUILD = path.resolve(import.meta.dirname, '..', '..', 'web', 'build', 'src', 'main.ts');

interface Running {
  readonly context: OpenedContext;
  server: Listening | undefined;
  tick: Tick | undefined;
}

const began = performance.now();
const running = await start().catch(explain);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A terminal sends the signal to the whole group and the bootstrap passes it on: once is enough.
    if (stopping) return;
    stopping = true;
    void stop(running);
  });
}

async function start(): Promise<Running> {
  const context = await openContext({ stay: 'server' });
  const { config } = context;
  const state: Running = { context, server: undefined, tick: undefined };
  let waiting: string | null = 'pages and demo tenants';
  const origin = (): string => `http://127.0.0.1:${state.server?.port ?? config.port}`;
  await preparePartitions(context);
  if (config.roles.has('economy')) await context.economy.start('always');
  if (config.roles.has('api')) {
    const app = openApi({ context, origin, waitsFor: () => waiting });
    state.server = await listen((request) => app.fetch(request), config);
  }
  await Promise.all([
    config.roles.has('api') ? buildPages() : undefined,
    config.installation === 'demo' && config.roles.has('economy') ? seed(context) : undefined,
  ]);
  waiting = null;
  if (config.roles.has('worker')) state.tick = startTick(context, deliverOverHttp(context, origin));
  if (state.server !== undefined) announce(context, origin());
  return state;
}

/** Ends with one sentence for the operator; the stack is for whoever asks for it (TUODI_LOG=debug). */
function explain(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Tuodi did not start: ${message}\n`);
  if (process.env['TUODI_LOG'] === 'debug' && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
  return process.exit(1);
}

/** Builds the pages in a process of its own, if their sources changed: the server stays small. */
async function buildPages(): Promise<void> {
  const child = spawn(process.execPath, [BUILD, '--if-changed'], { stdio: ['ignore', 2, 2] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error('the pages could not be built; the lines above say why');
}

async function seed(context: Context): Promise<void> {
  const founding = await seedFounding(context, () => undefined);
  await enrolPeople(context, founding.tenant);
  await seedGeneral(context, () => undefined);
}

/** What a person who has just typed `npm start` wants to know. */
function announce(context: Context, origin: string): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const lines = [`Tuodi is ready after ${seconds} s (database: ${context.database.kind})`];
  if (context.config.installation === 'demo') {
    lines.push(
      `  mall             ${origin}/t/general/`,
      `  simulation       ${origin}/t/founding/`,
      `  console          ${origin}/t/general/console/`,
      ...DEMO_PEOPLE.map(({ phone, role }) => `  sign in as ${role.padEnd(9)} ${phone}`),
      '  (codes are shown on the sign-in page: messages are simulated here)',
    );
  }
  lines.push(`  API              ${origin}/openapi.json`, '  stop with Ctrl-C');
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Takes no new requests, ends what runs, gives leases and the database back. */
async function stop({ context, server, tick }: Running): Promise<void> {
  try {
    await server?.close();
    await tick?.stop();
    await context.close();
    process.exitCode = 0;
  } catch (error) {
    context.log.error({ err: error }, 'stopping failed');
    process.exitCode = 1;
  }
  process.exit();
}
