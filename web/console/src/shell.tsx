import { ActionIcon, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconLayoutDashboard,
  IconLogout,
  IconMoon,
  IconReceipt,
  IconStairsUp,
  IconSun,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { signOut } from '@tuodi/web-client';
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useApi } from './queries.ts';
import css from './shell.module.css';
import { Mark } from './ui/floor.tsx';
import { useSpoken } from './ui/language.tsx';
import { useMall, useMallName } from './ui/mall.tsx';

interface Place {
  readonly href: string;
  readonly title: 'overview.title' | 'orders.title' | 'economy.title';
  readonly icon: Icon;
}

const OPERATOR: readonly Place[] = [
  { href: '/', title: 'overview.title', icon: IconLayoutDashboard },
  { href: '/orders', title: 'orders.title', icon: IconReceipt },
  { href: '/economy', title: 'economy.title', icon: IconStairsUp },
];
const MERCHANT: readonly Place[] = [{ href: '/orders', title: 'orders.title', icon: IconReceipt }];

/** The rail on the left and the page beside it. */
export function Shell({ operator, children }: { operator: boolean; children: ReactNode }) {
  const { t } = useSpoken();
  const { tenant } = useMall();
  const main = useFocusOnNewPage();
  return (
    <div className={css['shell']}>
      <a className={css['skip']} href="#main">
        {t('app.skip')}
      </a>
      <div className={css['rail']}>
        <Head />
        <Places places={operator ? OPERATOR : MERCHANT} />
        <Foot />
      </div>
      <main id="main" ref={main} tabIndex={-1} className={css['main']}>
        {tenant.simulation && <p className={css['simulation']}>{t('app.simulation')}</p>}
        {children}
      </main>
    </div>
  );
}

/** A new page begins at its top, for the eye and for the screen reader. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const page = path.split('/')[1];
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [page]);
  return main;
}

function Head() {
  const { t } = useSpoken();
  const mall = useMallName();
  return (
    <header className={css['head']}>
      <Mark size={28} />
      <span>
        <strong>{mall}</strong>
        <small>{t('app.console')}</small>
      </span>
    </header>
  );
}

function Places({ places }: { places: readonly Place[] }) {
  const { t } = useSpoken();
  const [path] = useLocation();
  return (
    <nav className={css['places']} aria-label={t('app.sections')}>
      {places.map(({ href, title, icon: Drawn }) => {
        const here = href === '/' ? path === '/' : path.startsWith(href) || places.length === 1;
        return (
          <Link
            key={href}
            href={href}
            className={clsx(css['place'], here && css['here'])}
            aria-current={here ? 'page' : undefined}
          >
            <Drawn size={18} stroke={1.6} aria-hidden="true" />
            <span>{t(title)}</span>
          </Link>
        );
      })}
    </nav>
  );
}

/** Language, light or dark, and who is here. */
function Foot() {
  return (
    <footer className={css['foot']}>
      <div className={css['choices']}>
        <LanguageChoice />
        <SchemeChoice />
      </div>
      <Person />
    </footer>
  );
}

/** The other language, in its own words: one press changes over. */
export function LanguageChoice() {
  const { language, speak } = useSpoken();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <UnstyledButton
      className={css['language'] ?? ''}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => speak(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </UnstyledButton>
  );
}

const SCHEMES = {
  auto: { next: 'light', icon: IconDeviceDesktop, title: 'app.scheme.auto' },
  light: { next: 'dark', icon: IconSun, title: 'app.scheme.light' },
  dark: { next: 'auto', icon: IconMoon, title: 'app.scheme.dark' },
} as const;

/** As the system, light, dark: one button that goes round. */
export function SchemeChoice() {
  const { t } = useSpoken();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { next, icon: Drawn, title } = SCHEMES[colorScheme];
  const label = `${t('app.scheme')}: ${t(title)}`;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        size={32}
        aria-label={label}
        onClick={() => setColorScheme(next)}
      >
        <Drawn size={18} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}

function Person() {
  const { t } = useSpoken();
  const { actor } = useMall();
  const leave = useSignOut();
  if (actor === null) return null;
  const rank = actor.roles.includes('operator') ? 'role.operator' : 'role.merchant';
  return (
    <div className={css['person']}>
      <span>
        <span className={css['phone']}>{actor.phone}</span>
        <small>{t(rank)}</small>
      </span>
      <Tooltip label={t('app.sign_out')}>
        <ActionIcon variant="subtle" size={32} aria-label={t('app.sign_out')} onClick={leave}>
          <IconLogout size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

/** Ends the session and forgets everything that was read with it. */
export function useSignOut(): () => void {
  const api = useApi();
  const queries = useQueryClient();
  return () => {
    void signOut(api).then(() => {
      queries.setQueryData(['me'], null);
      queries.removeQueries({
        predicate: (query) => query.queryKey[0] !== 'me' && query.queryKey[0] !== 'tenant',
      });
    });
  };
}
