import type { Instant } from './clock.ts';

export type Profile = 'cn-conservative' | 'fixed-points' | 'document';

/** A mall: one customer of this software, with its own members, economy and clock. */
export interface Tenant {
  readonly id: number;
  /** The name in addresses, `/t/{slug}`. */
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** IANA time zone of its business days. */
  readonly zone: string;
  readonly currency: 'CNY';
  readonly profile: Profile;
  readonly returnWindowDays: number;
  readonly clock: { readonly mode: 'real' } | { readonly mode: 'moved'; readonly now: Instant };
  readonly openedAt: Instant;
  /** Not a business: pages carry a watermark. */
  readonly simulation: boolean;
  readonly brandColour: string | null;
}
