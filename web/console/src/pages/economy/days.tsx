import { Button } from '@mantine/core';
import type { EconomyBoard } from '@tuodi/web-client';
import { useState } from 'react';
import { Money, Points, PriceFigure } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import css from './economy.module.css';

const SHOWN = 10;
const MORE = 30;

/** The daily closes, newest first. */
export function Days({ days }: Pick<EconomyBoard, 'days'>) {
  const { t } = useSpoken();
  const [shown, setShown] = useState(SHOWN);
  if (days.length === 0) return null;
  const newest = days.toReversed().slice(0, shown);
  const more = Math.min(MORE, days.length - newest.length);
  return (
    <Section title={t('economy.days')}>
      <table className={css['table']} aria-label={t('economy.days.table')}>
        <thead>
          <tr>
            <th scope="col">{t('economy.day')}</th>
            <th scope="col">{t('economy.price')}</th>
            <th scope="col">{t('economy.reserve')}</th>
            <th scope="col">{t('economy.circulating')}</th>
            <th scope="col">{t('economy.sales')}</th>
            <th scope="col">{t('economy.dividend')}</th>
          </tr>
        </thead>
        <tbody>
          {newest.map((day) => (
            <tr key={day.day}>
              <th scope="row">{day.day}</th>
              <td>
                <PriceFigure price={day.price} />
              </td>
              <td>
                <Money value={day.reserve} />
              </td>
              <td>
                <Points value={day.circulating} />
              </td>
              <td>
                <Money value={day.sales} />
              </td>
              <td>
                <Money value={day.dividend} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Button variant="default" mt="md" onClick={() => setShown(shown + MORE)}>
          {t('economy.days.more', { n: more })}
        </Button>
      )}
    </Section>
  );
}
