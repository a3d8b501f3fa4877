import { z } from '@hono/zod-openapi';
import { Instant } from './shapes.ts';

/** A mainland mobile number, or any E.164 number. */
export const Phone = z
  .string()
  .regex(/^(1[3-9]\d{9}|\+[1-9]\d{6,14})$/)
  .openapi({ example: '13800000001' });

export const Role = z.enum(['member', 'merchant', 'operator']).openapi('Role');

export const RequestCode = z.object({ phone: Phone }).openapi('RequestCode');
export const CodeSent = z.object({ expiresAt: Instant }).openapi('CodeSent');

export const SignIn = z
  .object({ phone: Phone, code: z.string().regex(/^\d{6}$/) })
  .openapi('SignIn');

/** Who is signed in, inside this tenant. */
export const Actor = z
  .object({
    memberNumber: z.string(),
    phone: z.string().openapi({ description: 'masked: 138****0001' }),
    roles: z.array(Role),
    merchantNumber: z.string().nullable(),
  })
  .openapi('Actor');

export const Session = z
  .object({ token: z.string(), expiresAt: Instant, actor: Actor })
  .openapi('Session');

export const SimulatedMessage = z
  .object({ phone: z.string(), text: z.string(), code: z.string().nullable(), sentAt: Instant })
  .openapi('SimulatedMessage');

/** What every page needs to know of the mall it stands in. */
export const Tenant = z
  .object({
    slug: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    zone: z.string(),
    currency: z.literal('CNY'),
    profile: z.enum(['cn-conservative', 'fixed-points', 'document']),
    simulation: z.boolean().openapi({ description: 'pages carry a watermark' }),
    now: Instant,
    returnWindowDays: z.int(),
    brandColour: z.string().nullable(),
  })
  .openapi('Tenant');
