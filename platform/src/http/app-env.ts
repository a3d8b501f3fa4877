import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Outcome } from '@tuodi/outcome';
import type { Context as HttpContext } from 'hono';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tenant } from '../tenancy/index.ts';
import type { Language } from './language.ts';

/** The session behind a request's token, or why there is none. */
export type SessionOutcome = Outcome<Actor, { readonly code: 'identity.session_expired' }>;

/** What every route finds at its request. */
export interface AppEnv {
  Variables: {
    readonly context: Context;
    readonly traceId: string;
    readonly language: Language;
    /** Read for this request: its clock is right. Only under /v1. */
    readonly tenant: Tenant;
    /** Looked up when first asked for; null: no token came. */
    readonly session: () => Promise<SessionOutcome | null>;
  };
}

export type App = OpenAPIHono<AppEnv>;
export type Http = HttpContext<AppEnv>;
