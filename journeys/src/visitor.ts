import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createApi, listSimulatedMessages, requestCode, signIn } from '@tuodi/web-client';
import type { Answer, Api } from '@tuodi/web-client';

/** The demo's people, by what they do. */
export const OPERATOR = '13800000001';
export const MERCHANT = '13800000002';
export const MEMBER = '13800000003';

/** A mall on a running server. */
export interface MallAddress {
  readonly origin: string;
  readonly slug: string;
}

/** An answer as it came over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `code` of a problem; '' for anything else. */
  readonly code: string;
}

interface Sent {
  readonly body?: unknown;
  /** Besides the usual ones; `undefined` leaves a usual one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Somebody who speaks to a mall over HTTP, signed in or not. */
export interface Visitor {
  readonly at: MallAddress;
  /** '' for a stranger. */
  readonly token: string;
  /** The typed client, as the pages use it. */
  readonly api: Api;
  /** Any request at all; a body that is a string goes out as it is. */
  send(method: string, path: string, sent?: Sent): Promise<Reply>;
}

/** The value of a call that must succeed. */
export function must<Value>(answer: Answer<Value>): Value {
  assert.ok(answer.ok, answer.ok ? '' : `${answer.problem.code}: ${answer.problem.detail}`);
  return answer.value;
}

export function visitor(at: MallAddress, token = ''): Visitor {
  const base = `/t/${at.slug}`;
  return {
    at,
    token,
    api: createApi({
      ...{ origin: at.origin, base, language: 'en' },
      ...(token === '' ? {} : { cookie: `tuodi_session=${token}` }),
    }),
    send: (method, path, sent = {}) => send(`${at.origin}${base}${path}`, { method, token, sent }),
  };
}

/** Signs in with the code that the simulator shows. The first time makes the member. */
export async function signedIn(at: MallAddress, phone: string): Promise<Visitor> {
  const { api } = visitor(at);
  must(await requestCode(api, phone));
  const [message] = must(await listSimulatedMessages(api, phone)).items;
  const { token } = must(await signIn(api, { phone, code: message?.code ?? '' }));
  return visitor(at, token);
}

async function send(
  address: string,
  { method, token, sent }: { method: string; token: string; sent: Sent },
): Promise<Reply> {
  const { body } = sent;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const usual = {
    'accept-language': 'en',
    'idempotency-key': method === 'POST' ? randomUUID() : undefined,
    'content-type': text === undefined ? undefined : 'application/json',
    authorization: token === '' ? undefined : `Bearer ${token}`,
  };
  const wanted = Object.entries({ ...usual, ...sent.headers });
  const response = await fetch(address, {
    method,
    headers: wanted.flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
    ...(text === undefined ? {} : { body: text }),
  });
  const { status, headers } = response;
  const answer = await response.text();
  return { status, headers, text: answer, code: codeOf(headers, answer) };
}

function codeOf(headers: Headers, text: string): string {
  if (!(headers.get('content-type') ?? '').startsWith('application/problem+json')) return '';
  const { code }: { code: string } = JSON.parse(text);
  return code;
}
