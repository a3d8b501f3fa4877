import { Link } from 'wouter';
import { useSpoken } from '../../ui/language.tsx';
import { addressOf, ORDER_STATES } from './filters.ts';
import type { Filters } from './filters.ts';
import css from './orders.module.css';

/** The states in walking order on the floor line, which rises where one stands. */
export function StateTabs({ filters }: { filters: Filters }) {
  const { t } = useSpoken();
  const kept = filters.q === undefined ? {} : { q: filters.q };
  const tabs = [
    { state: undefined, name: t('orders.all'), href: addressOf(kept) },
    ...ORDER_STATES.map((state) => ({
      state,
      name: t(`orderState.${state}`),
      href: addressOf({ ...kept, state }),
    })),
  ];
  return (
    <nav className={css['tabs']} aria-label={t('orders.states')}>
      {tabs.map(({ state, name, href }) => (
        <Link
          key={href}
          href={href}
          className={css['tab']}
          aria-current={filters.state === state ? 'true' : undefined}
        >
          {name}
        </Link>
      ))}
      <span className={css['rest']} />
    </nav>
  );
}
