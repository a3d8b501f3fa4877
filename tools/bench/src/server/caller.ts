import { randomUUID } from 'node:crypto';
import http from 'node:http';

/** What an answer says; `body` is its JSON, null without one. */
export interface Reply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

const PATIENCE_MS = 60_000;

/** One request; every POST of the house may be sent again, its key makes that harmless. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** Many connections to 127.0.0.1 that are kept and used again, as a proxy in front would. */
export class Connections {
  readonly #agent: http.Agent;

  constructor(most: number) {
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: most, maxFreeSockets: most });
  }

  /**
   * Rejects when no answer came: then nobody knows whether the request was heard. A connection that
   * the server closed while it was idle is no answer either way, and the request goes out again.
   */
  send(request: Sent): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const { method, url, text } = request;
      const headers: Record<string, string> = { ...request.headers };
      if (text !== undefined) headers['content-length'] = String(Buffer.byteLength(text));
      const sent = http.request(url, { method, headers, agent: this.#agent, timeout: PATIENCE_MS });
      sent.once('timeout', () => sent.destroy(new Error('no answer in a minute')));
      sent.once('error', (error: NodeJS.ErrnoException) => {
        const stale = sent.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
        if (stale) resolve(this.send(request));
        else reject(error);
      });
      sent.once('response', (response) => {
        textOf(response).then(
          (answer) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: answer,
            }),
          reject,
        );
      });
      sent.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const bytes of response) parts.push(Buffer.from(bytes));
  return Buffer.concat(parts).toString();
}

/** Somebody who is signed in to a mall and speaks HTTP. */
export class Caller {
  readonly member: bigint;
  readonly #connections: Connections;
  readonly #base: () => string;
  readonly #token: string;

  constructor(options: {
    readonly connections: Connections;
    /** `http://127.0.0.1:PORT/t/SLUG`; asked for each time, a restarted server has another port. */
    readonly base: () => string;
    readonly token: string;
    readonly member: bigint;
  }) {
    this.member = options.member;
    this.#connections = options.connections;
    this.#base = options.base;
    this.#token = options.token;
  }

  get(path: string): Promise<Reply> {
    return this.#connections.send({
      method: 'GET',
      url: `${this.#base()}${path}`,
      headers: { authorization: `Bearer ${this.#token}` },
    });
  }

  post(path: string, body: unknown, key: string = randomUUID()): Promise<Reply> {
    return this.#connections.send({
      method: 'POST',
      url: `${this.#base()}${path}`,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      text: JSON.stringify(body),
    });
  }
}

/**
 * The text at a place in an answer's JSON, `textAt(reply, 'payment', 'id')`.
 * @throws {Error} with the answer when nothing is there.
 */
export function textAt(reply: Reply, ...path: readonly (string | number)[]): string {
  let at: unknown = JSON.parse(reply.text === '' ? 'null' : reply.text);
  for (const step of path) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  }
  if (typeof at === 'string') return at;
  throw new Error(`no ${path.join('.')} in ${String(reply.status)} ${reply.text.slice(0, 500)}`);
}
