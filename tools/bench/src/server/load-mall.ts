import { fen } from '@tuodi/amount';
import { readConfig } from '@tuodi/platform';
import type { Context, OpenedContext } from '@tuodi/platform';
import { createProducts, openMerchant } from '@tuodi/platform/catalog';
import { openEconomy } from '@tuodi/platform/economy';
import { sessionOf } from '@tuodi/platform/identity';
import { openLog } from '@tuodi/platform/observability';
import { openContext } from '@tuodi/platform/operator';
import { signatureOf, SIMULATOR } from '@tuodi/platform/payments';
import { openTenant, reloadTenant } from '@tuodi/platform/tenancy';
import type { OpenTenant, Tenant } from '@tuodi/platform/tenancy';
import { signInByPhone } from '@tuodi/platform/testing';
import { Caller, textAt } from './caller.ts';
import type { Connections, Reply } from './caller.ts';
import type { RunningServer } from './running-server.ts';

/** An operator's context on the database of a server that runs; close it before the server. */
export function openBeside(server: RunningServer): Promise<OpenedContext> {
  return openContext({
    config: readConfig({
      TUODI_DATA_DIR: server.dataFolder,
      TUODI_INSTALLATION: 'test',
      TUODI_LOG: 'fatal',
      TUODI_POOL_SIZE: '4',
    }),
    log: openLog('fatal'),
  });
}

/** One mall of a measurement: goods of one merchant, and members who are signed in. */
export class LoadMall {
  readonly tenant: Tenant;
  readonly #context: () => Context;
  readonly #merchant: bigint;
  readonly #connections: Connections;
  readonly #origin: () => string;

  private constructor(
    tenant: Tenant,
    merchant: bigint,
    surroundings: Pick<OpenLoadMall, 'context' | 'connections' | 'origin'>,
  ) {
    this.#context = surroundings.context;
    this.tenant = tenant;
    this.#merchant = merchant;
    this.#connections = surroundings.connections;
    this.#origin = surroundings.origin;
  }

  static async open(options: OpenLoadMall): Promise<LoadMall> {
    const { slug, policy, ...rest } = options;
    const context = options.context();
    const opened = await openTenant(context, {
      slug,
      name: slug,
      profile: 'document',
      ...(rest.clockStartsAt === undefined ? {} : { clockStartsAt: rest.clockStartsAt }),
    });
    if (!opened.ok) throw new Error(`the mall does not open: ${opened.refusal.code}`);
    const tenant = opened.value;
    const economy = await openEconomy(context, tenant.id, { policy, at: tenant.openedAt });
    if (!economy.ok) throw new Error(`the economy does not open: ${economy.refusal.code}`);
    const merchant = await openMerchant(context, tenant, { name: 'Old Cellar' });
    return new LoadMall(tenant, merchant, options);
  }

  /** The operator's context, as it is now. */
  get context(): Context {
    return this.#context();
  }

  /** The tenant with its clock where it stands now. */
  now(): Promise<Tenant> {
    return reloadTenant(this.context, this.tenant.id);
  }

  /** Products of one SKU each, of 100 yuan with 45 % margin. @returns the SKUs' ids. */
  async putUp(count: number, stock: bigint): Promise<readonly string[]> {
    const products = Array.from({ length: count }, (_, index) => ({
      id: this.context.random.uuid(),
      merchant: this.#merchant,
      title: `Rice wine ${index + 1}`,
      titleEn: null,
      description: '',
      descriptionEn: null,
      category: 'wine',
      cover: { category: 'bottle' as const, seed: index, imageUrl: null },
      skus: [
        {
          id: this.context.random.uuid(),
          title: 'Bottle',
          titleEn: null,
          price: fen(10_000n),
          supply: { kind: 'supply_price' as const, price: fen(5_500n) },
          stock,
        },
      ],
    }));
    const created = await createProducts(this.context, this.tenant, products);
    if (!created.ok) throw new Error(`the goods are refused: ${created.refusal.code}`);
    return products.flatMap((product) => product.skus.map((sku) => sku.id));
  }

  /** Members who have signed in by phone, from the `first` on. */
  async signIn(count: number, first = 0): Promise<readonly Caller[]> {
    const callers: Caller[] = [];
    for (let index = first; index < first + count; index += 1) {
      const phone = `+86138${String(10_000_000 + index)}`;
      const token = await signInByPhone(this.context, this.tenant, phone);
      const session = await sessionOf(this.context, this.tenant, token);
      if (!session.ok) throw new Error(`${phone} has no session`);
      const { member } = session.value;
      const base = (): string => `${this.#origin()}/t/${this.tenant.slug}`;
      callers.push(new Caller({ connections: this.#connections, base, token, member }));
    }
    return callers;
  }

  /** What the gateway would send when an attempt was paid, signed with its account's secret. */
  callBack(attempt: Reply): Promise<Reply> {
    const body = {
      id: `sim-${textAt(attempt, 'id')}`,
      attemptId: textAt(attempt, 'id'),
      kind: 'payment_succeeded',
      amount: { amount: textAt(attempt, 'amount', 'amount'), asset: 'CNY/2' },
      at: new Date().toISOString(),
    };
    const text = JSON.stringify(body);
    const account = { tenantId: this.tenant.id, gateway: SIMULATOR };
    return this.#connections.send({
      method: 'POST',
      url: `${this.#origin()}/t/${this.tenant.slug}/v1/gateways/simulator/callbacks`,
      headers: {
        'content-type': 'application/json',
        'x-signature': signatureOf(this.context, account, text),
      },
      text,
    });
  }
}

export interface OpenLoadMall {
  /** Asked for each time: whoever restarts a server opens another one. */
  readonly context: () => Context;
  readonly slug: string;
  readonly policy: Readonly<Record<string, unknown>>;
  readonly connections: Connections;
  /** Where the server listens now. */
  readonly origin: () => string;
  /** A clock that stands; left out: real time. */
  readonly clockStartsAt?: OpenTenant['clockStartsAt'];
}
