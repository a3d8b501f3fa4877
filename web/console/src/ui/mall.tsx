import type { Actor, Calendar, Tenant } from '@tuodi/web-client';
import { createContext, use, useMemo } from 'react';
import type { Address } from '../address.ts';
import { useSpoken } from './language.tsx';

export interface Mall {
  readonly tenant: Tenant;
  readonly address: Address;
  /** Who is signed in; null before. */
  readonly actor: Actor | null;
}

export const MallContext = createContext<Mall | undefined>(undefined);

export function useMall(): Mall {
  const mall = use(MallContext);
  if (mall === undefined) throw new Error('useMall needs a MallContext above it');
  return mall;
}

/** The mall's zone and the reader's language: what dates are written with. */
export function useCalendar(): Calendar {
  const { zone } = useMall().tenant;
  const { language } = useSpoken();
  return useMemo(() => ({ zone, language }), [zone, language]);
}

/** The name of the mall in the reader's language. */
export function useMallName(): string {
  const { tenant } = useMall();
  const { language } = useSpoken();
  return language === 'en' ? (tenant.nameEn ?? tenant.name) : tenant.name;
}
