import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Instant, Tenant } from '../tenancy/index.ts';
import { forgetLiving, livingSessions } from './living-sessions.ts';
import { actorFrom, memberOfPhone } from './members.ts';
import { internationalPhone } from './phone.ts';
import {
  codesSince,
  countAttempt,
  deleteExpired,
  endSession,
  insertCode,
  insertSession,
  lockNewestCode,
  lockPhone,
  membershipOfSession,
  useCode,
} from './store.ts';
import type { CodeRow } from './store.ts';

const CODE_MINUTES = 5;
const CODE_ATTEMPTS = 5;
const LIMIT_MINUTES = 15;
const SESSION_DAYS = 30;

export type RequestCodeRefusal =
  | { readonly code: 'messaging.no_gateway' }
  | { readonly code: 'identity.too_many_codes'; readonly retryAfter: number };

/** Sends a six-digit code, valid for five minutes of wall time, to a phone. */
export async function requestCode(
  context: Context,
  tenant: Tenant,
  request: { readonly phone: string; readonly language: 'zh-CN' | 'en' },
): Promise<Outcome<{ readonly expiresAt: Instant }, RequestCodeRefusal>> {
  if (context.messaging.kind === 'none') return refuse({ code: 'messaging.no_gateway' });
  const phone = internationalPhone(request.phone);
  return context.transaction(tenant.id, async (tx) => {
    await lockPhone(tx, tenant.id, phone);
    const at = context.clock.wall();
    const since = plusMinutes(at, -LIMIT_MINUTES);
    const sent = await codesSince(tx, tenant.id, { phone, since });
    const [oldest] = sent;
    if (oldest !== undefined && sent.length >= codeLimit(context)) {
      const free = Date.parse(plusMinutes(oldest, LIMIT_MINUTES)) - Date.parse(at);
      return refuse({ code: 'identity.too_many_codes', retryAfter: Math.ceil(free / 1000) });
    }
    const id = context.random.uuid();
    const code = context.random.digits(6);
    const expiresAt = plusMinutes(at, CODE_MINUTES);
    const codeHash = hashOfCode(context, { id, phone, code });
    await insertCode(tx, tenant.id, { id, phone, codeHash, at, expiresAt });
    await context.messaging.send(tx, tenant, {
      ...{ id: context.random.uuid(), phone, code, sentAt: at },
      text: textOf(tenant, code, request.language),
    });
    return done({ expiresAt });
  });
}

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Instant;
  readonly actor: Actor;
}

export type SignInRefusal =
  | { readonly code: 'identity.code_expired' }
  | { readonly code: 'identity.wrong_code'; readonly attemptsLeft: number };

/**
 * Signs in with the newest code of a phone: five attempts, used once. The first sign-in makes the
 * person, and their membership in this tenant with the next member number.
 */
export function signIn(
  context: Context,
  tenant: Tenant,
  input: { readonly phone: string; readonly code: string },
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const phone = internationalPhone(input.phone);
  return context.transaction(tenant.id, async (tx) => {
    const at = context.clock.wall();
    const sent = await lockNewestCode(tx, tenant.id, phone);
    if (sent === null || !isLive(sent, at)) return refuse({ code: 'identity.code_expired' });
    const hash = hashOfCode(context, { id: sent.id, phone, code: input.code });
    if (!timingSafeEqual(hash, sent.codeHash)) {
      // Written although it is refused: the attempt counts.
      await countAttempt(tx, tenant.id, sent.id);
      const attemptsLeft = CODE_ATTEMPTS - sent.attempts - 1;
      return refuse({ code: 'identity.wrong_code', attemptsLeft });
    }
    await useCode(tx, tenant.id, { id: sent.id, at });
    const membership = await memberOfPhone(context, tx, tenant, phone);
    const token = context.random.bytes(32).toString('base64url');
    const expiresAt = plusMinutes(at, SESSION_DAYS * 24 * 60);
    const { member } = membership;
    await insertSession(tx, tenant.id, { tokenHash: hashOfToken(token), member, at, expiresAt });
    return done({ token, expiresAt, actor: actorFrom(tenant.id, membership) });
  });
}

/** Who acts with a token. One refusal for unknown, ended and expired: they look alike outside. */
export async function sessionOf(
  context: Context,
  tenant: Tenant,
  token: string,
): Promise<Outcome<Actor, { readonly code: 'identity.session_expired' }>> {
  const tokenHash = hashOfToken(token);
  const living = livingSessions(context);
  const known = living.actorOf({ tenantId: tenant.id, tokenHash });
  if (known !== null) return done(known);
  const session = { tokenHash, at: context.clock.wall() };
  const membership = await context.transaction(tenant.id, (tx) =>
    membershipOfSession(tx, tenant.id, session),
  );
  if (membership === null) return refuse({ code: 'identity.session_expired' });
  const actor = actorFrom(tenant.id, membership);
  living.keep({ tenantId: tenant.id, tokenHash }, actor);
  return done(actor);
}

/** Ends a session; ending one that has ended changes nothing. */
export async function signOut(context: Context, tenant: Tenant, token: string): Promise<void> {
  const session = { tokenHash: hashOfToken(token), at: context.clock.wall() };
  await context.transaction(tenant.id, (tx) => endSession(tx, tenant.id, session));
  forgetLiving(context);
}

/** Forgets sessions and codes that expired more than a day ago; answers how many. */
export function forgetExpired(context: Context, tenantId: number): Promise<number> {
  const before = plusMinutes(context.clock.wall(), -24 * 60);
  return context.transaction(tenantId, (tx) => deleteExpired(tx, tenantId, before));
}

function isLive(sent: CodeRow, at: Instant): boolean {
  return (
    sent.usedAt === null &&
    sent.attempts < CODE_ATTEMPTS &&
    Date.parse(sent.expiresAt) > Date.parse(at)
  );
}

/** Codes to one phone in a quarter of an hour. Demonstrations sign in far more often than people. */
function codeLimit(context: Context): number {
  return context.config.installation === 'production' ? 5 : 60;
}

/** Keyed: a million codes are tried in a second by whoever reads the table. */
function hashOfCode(
  context: Context,
  sent: { readonly id: string; readonly phone: string; readonly code: string },
): Buffer {
  const key = context.secretFor('sign-in codes');
  return createHmac('sha256', key).update(`${sent.id} ${sent.phone} ${sent.code}`).digest();
}

/** The token has 256 bits of chance: no key and no slow hash is needed. */
function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function textOf(tenant: Tenant, code: string, language: 'zh-CN' | 'en'): string {
  const minutes = String(CODE_MINUTES);
  return language === 'en'
    ? `${tenant.nameEn ?? tenant.name}: your code is ${code}, valid for ${minutes} minutes.`
    : `【${tenant.name}】验证码 ${code}，${minutes} 分钟内有效，请勿告知他人。`;
}

function plusMinutes(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
