import { identityRoutes } from '@tuodi/wire';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { Actor } from '../actor.ts';
import { actorOf, SESSION_COOKIE, slugOf, tokenOf, valueOf } from '../http/index.ts';
import type { App, Http } from '../http/index.ts';
import { maskedPhone } from './phone.ts';
import { requestCode, signIn, signOut } from './sign-in.ts';

/** Sign in and out, who one is, and in which mall one stands. */
export function addIdentityRoutes(app: App): void {
  app.openapi(identityRoutes.requestCode, async (http) => {
    const { context, tenant, language } = http.var;
    const { phone } = http.req.valid('json');
    return http.json(valueOf(await requestCode(context, tenant, { phone, language })), 202);
  });

  app.openapi(identityRoutes.signIn, async (http) => {
    const { context, tenant } = http.var;
    const { token, expiresAt, actor } = valueOf(
      await signIn(context, tenant, http.req.valid('json')),
    );
    setCookie(http, SESSION_COOKIE, token, {
      ...cookiePlace(http),
      expires: new Date(expiresAt),
    });
    return http.json({ token, expiresAt, actor: actorOnWire(actor) }, 201);
  });

  app.openapi(identityRoutes.signOut, async (http) => {
    await actorOf(http);
    const token = tokenOf(http);
    if (token !== undefined) await signOut(http.var.context, http.var.tenant, token);
    deleteCookie(http, SESSION_COOKIE, cookiePlace(http));
    return http.body(null, 204);
  });

  app.openapi(identityRoutes.me, async (http) => http.json(actorOnWire(await actorOf(http)), 200));

  app.openapi(identityRoutes.tenant, (http) => {
    const { context, tenant } = http.var;
    const { slug, name, nameEn, zone, currency, profile, simulation } = tenant;
    const { returnWindowDays, brandColour } = tenant;
    const now = context.clock.now(tenant);
    return http.json(
      {
        ...{ slug, name, nameEn, zone, currency, profile, simulation },
        ...{ now, returnWindowDays, brandColour },
      },
      200,
    );
  });
}

function actorOnWire(actor: Actor): {
  memberNumber: string;
  phone: string;
  roles: Actor['roles'][number][];
  merchantNumber: string | null;
} {
  return {
    memberNumber: String(actor.member),
    phone: actor.phone === null ? '' : maskedPhone(actor.phone),
    roles: [...actor.roles],
    merchantNumber: actor.merchant === null ? null : String(actor.merchant),
  };
}

/** A mall under a prefix keeps its cookie to itself; scripts of the page never see it. */
function cookiePlace(http: Http): {
  httpOnly: true;
  sameSite: 'Lax';
  path: string;
  secure: boolean;
} {
  const url = new URL(http.req.url);
  const slug = slugOf(url.pathname);
  const forwarded = http.var.context.config.behindProxy
    ? http.req.header('x-forwarded-proto')
    : undefined;
  return {
    httpOnly: true,
    sameSite: 'Lax',
    path: slug === null ? '/' : `/t/${slug}`,
    secure: url.protocol === 'https:' || forwarded === 'https',
  };
}
