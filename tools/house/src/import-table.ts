/**
 * Who may import whom. Everything that is not listed is forbidden, and a room that is not listed
 * may not exist. To change it: edit the row, run `node tools/house/src/import-page.ts` (it rewrites
 * the table in docs/architecture.md) and say in the commit why the room needs it.
 */
export interface RoomRule {
  /** Rooms whose face it may import. */
  readonly rooms: readonly string[];
  /** Packages from outside the house; `node:*` is the runtime itself. */
  readonly packages: readonly string[];
}

/** Listed by a room that may import what it computes at run time; no rule sees through that. */
export const computed = '(computed)';

const decisions = ['kernel/outcome', 'kernel/amount'];
const storing = ['platform/observability', 'platform/postgres'];
const plumbing = [...storing, 'platform/tenancy', 'platform/idempotency', 'platform/http'];
const everyday = [...decisions, 'wire', ...plumbing, 'platform/identity'];
const trade = [
  'platform/ledger',
  'platform/economy',
  'platform/stock',
  'platform/catalog',
  'platform/payments',
  'platform/aftersale',
];
const border = ['hono', '@hono/zod-openapi'];
// zod also reads back what a room stored as JSON; pg is there for its types, see narrowRules.
const server = ['node:*', '@js-temporal/polyfill', 'zod', 'pg', ...border];
const kernels = [...decisions, 'kernel/ledger', 'kernel/economy'];
const webEnds = ['web/client', 'web/view', 'web/tokens', 'kernel/amount'];

export const importTable: Readonly<Record<string, RoomRule>> = {
  'kernel/outcome': { rooms: [], packages: [] },
  'kernel/amount': { rooms: ['kernel/outcome'], packages: [] },
  'kernel/ledger': { rooms: decisions, packages: [] },
  'kernel/economy': { rooms: [...decisions, 'kernel/ledger'], packages: [] },

  wire: { rooms: ['kernel/amount'], packages: ['@hono/zod-openapi', 'zod'] },

  'platform/observability': {
    rooms: ['kernel/outcome'],
    packages: ['node:*', 'pino', 'prom-client'],
  },
  'platform/postgres': {
    rooms: [...decisions, 'platform/observability'],
    packages: ['node:*', 'pg'],
  },
  'platform/tenancy': { rooms: [...decisions, 'wire', ...storing], packages: server },
  'platform/idempotency': { rooms: [...decisions, ...storing], packages: server },
  'platform/http': {
    rooms: [...decisions, 'wire', ...storing, 'platform/tenancy', 'platform/idempotency'],
    packages: [...server, '@hono/node-server'],
  },
  'platform/messaging': { rooms: [...decisions, 'wire', ...plumbing], packages: server },
  'platform/identity': {
    rooms: [...decisions, 'wire', ...plumbing, 'platform/messaging'],
    packages: server,
  },
  'platform/ledger': { rooms: [...everyday, 'kernel/ledger'], packages: server },
  'platform/economy': {
    rooms: [...everyday, 'kernel/ledger', 'kernel/economy', 'platform/ledger'],
    packages: server,
  },
  'platform/stock': { rooms: everyday, packages: server },
  'platform/catalog': {
    rooms: [...everyday, 'kernel/economy', 'platform/stock', 'platform/economy'],
    packages: server,
  },
  'platform/payments': {
    rooms: [...everyday, 'kernel/ledger', 'platform/ledger'],
    packages: server,
  },
  'platform/aftersale': { rooms: everyday, packages: server },
  'platform/orders': {
    rooms: [...everyday, 'kernel/ledger', 'kernel/economy', ...trade],
    packages: server,
  },
  'platform/jobs': { rooms: [...everyday, ...trade, 'platform/orders'], packages: server },
  'platform/reports': {
    rooms: [...everyday, 'kernel/economy', ...trade, 'platform/orders'],
    packages: server,
  },
  'platform/audit': {
    rooms: [...everyday, 'kernel/ledger', 'kernel/economy', ...trade, 'platform/orders'],
    packages: server,
  },
  'platform/seeds': {
    rooms: [...everyday, 'kernel/economy', ...trade, 'platform/orders', 'platform/jobs'],
    packages: server,
  },
  // The built pages are files to it: it loads web/'s bundle by its path, never its source.
  'platform/pages': { rooms: ['platform/http'], packages: [...server, computed] },
  platform: {
    rooms: [
      ...everyday,
      'kernel/ledger',
      'kernel/economy',
      'platform/messaging',
      ...trade,
      'platform/orders',
      'platform/jobs',
      'platform/reports',
      'platform/audit',
      'platform/seeds',
      'platform/pages',
    ],
    packages: [...server, '@hono/node-server', 'pino', 'prom-client', computed],
  },

  'web/tokens': { rooms: [], packages: [] },
  'web/client': { rooms: ['kernel/amount'], packages: ['openapi-fetch'] },
  'web/view': { rooms: ['web/client', 'kernel/amount'], packages: [] },
  'web/build': {
    rooms: [],
    packages: ['node:*', 'vite', computed],
  },
  'web/storefront': {
    rooms: webEnds,
    packages: ['preact', 'preact-render-to-string', 'regexparam'],
  },
  'web/console': {
    rooms: webEnds,
    packages: [
      'react',
      'react-dom',
      '@mantine/core',
      '@mantine/hooks',
      '@mantine/form',
      '@mantine/dates',
      '@mantine/notifications',
      'mantine-datatable',
      '@tanstack/react-query',
      '@tabler/icons-react',
      'wouter',
      'uplot',
      'dayjs',
      'clsx',
    ],
  },

  tools: { rooms: [], packages: ['node:*'] },
  'tools/house': { rooms: ['platform'], packages: ['node:*', 'oxc-parser', computed] },
  'tools/openapi': {
    rooms: ['wire'],
    packages: ['node:*', '@hono/zod-openapi', 'openapi-typescript', 'typescript', 'prettier'],
  },
  'tools/cli': { rooms: [...kernels, 'platform', 'web/client'], packages: ['node:*'] },
  'tools/demo': { rooms: [...kernels, 'platform', 'web/client'], packages: ['node:*'] },
  'tools/bench': {
    rooms: [...kernels, 'platform', 'web/client', 'tools/demo'],
    packages: ['node:*'],
  },
  // The nightly attacks what the benches measure: the same server, the same shoppers.
  'tools/nightly': {
    rooms: [...kernels, 'platform', 'web/client', 'tools/demo', 'tools/bench'],
    packages: ['node:*'],
  },
  journeys: {
    rooms: ['web/client', 'kernel/amount', 'platform'],
    packages: ['node:*', 'playwright-core', '@axe-core/playwright', '@sparticuz/chromium'],
  },
};

/** What every test may import besides what its room may. */
export const testPackages: readonly string[] = ['node:*', 'fast-check'];

/** The configuration of the builds of the pages, and what it may import besides. */
export const buildFile = /(^|\/)vite\.config\.ts$/;
export const buildPackages: readonly string[] = [
  'node:*',
  'vite',
  '@preact/preset-vite',
  '@vitejs/plugin-react',
];

/** The files of the room `platform`: the only ones that construct things. */
export const compositionFiles: readonly string[] = [
  'api.ts',
  'worker.ts',
  'main.ts',
  'operator.ts',
  'context.ts',
  'config.ts',
  'actor.ts',
  'random.ts',
  'testing.ts',
  'index.ts',
];

/** What the rooms may know of the composition: what they are given, who acts, how ids are made. */
export const sharedFiles: readonly string[] = [
  'platform/src/context.ts',
  'platform/src/actor.ts',
  'platform/src/random.ts',
];

/** Inside a platform room some things are used by one kind of file only; their types by all. */
export interface NarrowRule {
  /** The room or package that is seen. */
  readonly target: string;
  /** The kinds of file that may see it: `store` is `store.ts` or a file in `store/`. */
  readonly kinds: readonly string[];
  /** Rooms for which this does not hold, besides `platform` itself. */
  readonly homes: readonly string[];
  readonly why: string;
}

export const narrowRules: readonly NarrowRule[] = [
  {
    target: 'platform/postgres',
    kinds: ['store'],
    homes: ['platform/postgres'],
    why: 'only store.ts speaks to the database',
  },
  {
    target: 'pg',
    kinds: [],
    homes: ['platform/postgres'],
    why: 'only platform/postgres opens connections',
  },
  ...[...border, 'wire'].map((target): NarrowRule => ({
    target,
    kinds: ['routes'],
    homes: ['platform/http'],
    why: 'only routes.ts speaks HTTP',
  })),
];
