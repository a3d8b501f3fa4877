import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useSpoken } from '../../ui/language.tsx';
import { addressOf } from './filters.ts';
import type { Filters } from './filters.ts';
import css from './orders.module.css';

/**
 * Pages by cursor. A cursor only leads on, so the way back is what was walked in this visit; who
 * comes by a link to a later page can go to the newest one.
 */
export function Pager({ filters, next }: { filters: Filters; next: string | null }) {
  const { t } = useSpoken();
  const [, go] = useLocation();
  const [walked, setWalked] = useState<Readonly<Record<string, string>>>({});
  const { cursor, ...others } = filters;
  const before = cursor === undefined ? undefined : walked[cursor];
  if (cursor === undefined && next === null) return null;
  const open = (to: string) => go(addressOf(to === '' ? others : { ...others, cursor: to }));
  return (
    <nav className={css['pager']} aria-label={t('orders.page.label')}>
      {cursor !== undefined && (
        <Button variant="subtle" onClick={() => open('')}>
          {t('orders.page.newest')}
        </Button>
      )}
      <span className={css['between']} />
      {before !== undefined && before !== '' && (
        <Button variant="default" onClick={() => open(before)}>
          {t('orders.page.newer')}
        </Button>
      )}
      {next !== null && (
        <Button
          variant="default"
          onClick={() => {
            setWalked({ ...walked, [next]: cursor ?? '' });
            open(next);
            window.scrollTo(0, 0);
          }}
        >
          {t('orders.page.older')}
        </Button>
      )}
    </nav>
  );
}
