import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the program counts; `/metrics` shows it in the Prometheus format. */
export interface Metrics {
  readonly registry: Registry;
  /** Seconds a request took, by method, route pattern and status. */
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  /** Unexpected errors, by place. Above zero the alarm rings. */
  readonly faults: Counter<'where'>;
  /** Connections of our pools, by pool and state. */
  readonly connections: Gauge<'pool' | 'state'>;
}

export function openMetrics(pools: Readonly<Record<string, PoolCounts>>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'tuodi_http_request_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const faults = new Counter({
    name: 'tuodi_faults_total',
    help: 'Unexpected errors: bugs or broken parts',
    labelNames: ['where'],
    registers: [registry],
  });
  const connections = new Gauge({
    name: 'tuodi_connections',
    help: 'Database connections by pool and state',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, counts] of Object.entries(pools)) {
        this.set({ pool, state: 'open' }, counts.totalCount);
        this.set({ pool, state: 'idle' }, counts.idleCount);
        this.set({ pool, state: 'waiting' }, counts.waitingCount);
      }
    },
  });
  return { registry, requests, faults, connections };
}

interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}
