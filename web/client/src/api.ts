import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { paths } from './schema.ts';

export type Language = 'zh' | 'en';

/** A connection to one mall's API. Hand it to the verbs of this package. */
export type Api = Client<paths>;

export interface ApiOptions {
  /** Where the mall stands: '' on its own host, '/t/{slug}' on a shared one. */
  readonly base: string;
  /** Problems are told in this language. */
  readonly language: Language;
  /** 'http://host' where requests need an absolute address: on the server, in tests. */
  readonly origin?: string;
  /** How a request is answered; the browser's own `fetch` when absent. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** The caller's cookies on the server; a browser adds its own. */
  readonly cookie?: string;
}

/** Connects to a mall. The session travels in a same-origin cookie that no script can read. */
export function createApi(options: ApiOptions): Api {
  return createClient<paths>({
    baseUrl: `${options.origin ?? ''}${options.base}`,
    credentials: 'same-origin',
    headers: {
      'accept-language': options.language === 'zh' ? 'zh-CN' : 'en',
      ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
    },
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  });
}
