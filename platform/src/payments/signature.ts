import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';

type Signer = Pick<Context, 'secretFor'>;

/** Whose secret signs: every gateway account of every tenant has its own. */
export interface GatewayAccount {
  readonly tenantId: number;
  readonly gateway: bigint;
}

/** Hex HMAC-SHA256 of the raw body, as the header `x-signature` carries it. */
export function signatureOf(
  context: Signer,
  account: GatewayAccount,
  body: string | Uint8Array,
): string {
  return createHmac('sha256', secretOf(context, account)).update(body).digest('hex');
}

/** Whether a body was signed by this gateway account; takes equally long for every forgery. */
export function isGenuine(
  context: Signer,
  account: GatewayAccount,
  signed: { readonly body: string | Uint8Array; readonly signature: string | undefined },
): boolean {
  const given = Buffer.from(signed.signature ?? '', 'utf8');
  const right = Buffer.from(signatureOf(context, account, signed.body), 'utf8');
  return given.length === right.length && timingSafeEqual(given, right);
}

function secretOf(context: Signer, { tenantId, gateway }: GatewayAccount): Buffer {
  return context.secretFor(`gateway account ${String(tenantId)} ${String(gateway)}`);
}
