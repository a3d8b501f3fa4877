import type { ComponentChildren } from 'preact';
import { useMall } from '../mall.ts';
import type { Mall } from '../mall.ts';
import { HomeIcon, MeIcon, OrdersIcon, ValueIcon } from './icons.tsx';
import { Link } from './link.tsx';
import look from './frame.module.css';

const TABS = [
  { to: '/', word: 'tab_home', Icon: HomeIcon },
  { to: '/orders', word: 'tab_orders', Icon: OrdersIcon },
  { to: '/value', word: 'tab_value', Icon: ValueIcon },
  { to: '/me', word: 'tab_me', Icon: MeIcon },
] as const;

/** What stands around every page: skip link, watermark, tabs where a tab's own page is shown. */
export function Frame({ children }: { children: ComponentChildren }) {
  const { tenant, place, t } = useMall();
  const onTab = TABS.some((tab) => tab.to === place.path);
  return (
    <div class={look['frame']}>
      <a class={look['skip']} href="#content">
        {t('skip')}
      </a>
      {tenant.simulation && <Simulation />}
      {children}
      {onTab && <Tabs place={place} />}
    </div>
  );
}

function Tabs({ place }: Pick<Mall, 'place'>) {
  const { t } = useMall();
  return (
    <nav class={look['tabs']} aria-label={t('tabs')}>
      {TABS.map(({ to, word, Icon }) => (
        <Link key={to} to={to} class={look['tab']} current={to === place.path}>
          <Icon />
          <span>{t(word)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** A mall that only simulates says so on every page, in words and across the paper. */
function Simulation() {
  const { t } = useMall();
  return (
    <>
      <aside class={look['simulation']}>
        <strong>{t('simulation')}</strong> {t('simulation_note')}
      </aside>
      <svg class={look['watermark']} aria-hidden="true">
        <pattern id="simulation" width="220" height="150" patternUnits="userSpaceOnUse">
          <text x="12" y="110" transform="rotate(-24 110 75)">
            {t('simulation')}
          </text>
        </pattern>
        <rect width="100%" height="100%" fill="url(#simulation)" />
      </svg>
    </>
  );
}
