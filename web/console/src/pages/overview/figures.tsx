import { formatMoney, formatPrice, priceUnits, unitsOf } from '@tuodi/web-client';
import type { Overview } from '@tuodi/web-client';
import type { ReactNode } from 'react';
import { Money, PriceFigure } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { SparkColumns, SparkStairs } from '../../ui/spark.tsx';
import css from './overview.module.css';

/** Four figures on four steps of the floor: flows as columns, what stands as a staircase. */
export function Figures({ data }: { data: Overview }) {
  const { t } = useSpoken();
  const { days } = data;
  const n = days.length;
  const first = days[0];
  const last = days.at(-1);
  const money = (value: (day: Overview['days'][number]) => { amount: string; asset: 'CNY/2' }) => ({
    first: first === undefined ? '' : formatMoney(value(first)),
    last: last === undefined ? '' : formatMoney(value(last)),
  });
  const prices = {
    first: formatPrice(first?.price ?? data.price),
    last: formatPrice(last?.price ?? data.price),
  };
  return (
    <section aria-label={t('overview.days30', { n })} className={css['figures']}>
      <Figure
        name={t('overview.sales')}
        figure={<Money value={data.today.sales} size="hero" />}
        note={t('overview.sales.note', { n: data.today.orders })}
      >
        <SparkColumns
          values={days.map((day) => unitsOf(day.sales))}
          label={t('overview.spark.sales', { n, last: money((day) => day.sales).last })}
        />
      </Figure>
      <Figure
        name={t('overview.reserve')}
        figure={<Money value={data.reserve} size="hero" />}
        note={t('overview.reserve.note')}
      >
        <SparkStairs
          values={days.map((day) => unitsOf(day.reserve))}
          label={t('overview.spark.reserve', { n, ...money((day) => day.reserve) })}
        />
      </Figure>
      <Figure
        name={t('overview.price')}
        figure={<PriceFigure price={data.price} size="hero" />}
        note={t('overview.price.note')}
      >
        <SparkStairs
          values={days.map((day) => priceUnits(day.price))}
          label={t('overview.spark.price', { n, ...prices })}
        />
      </Figure>
      <Figure
        name={t('overview.dividend')}
        figure={<Money value={data.dividendOpen} size="hero" />}
        note={t('overview.dividend.note')}
      >
        <SparkColumns
          values={days.map((day) => unitsOf(day.dividend))}
          label={t('overview.spark.dividend', { n, last: money((day) => day.dividend).last })}
        />
      </Figure>
      <p className={css['span']}>
        {n === 0 ? t('overview.days.none') : t('overview.days30', { n })}
      </p>
    </section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly figure: ReactNode;
  readonly note: string;
  readonly children: ReactNode;
}

function Figure({ name, figure, note, children }: FigureProps) {
  return (
    <div className={css['figure']}>
      <h2>{name}</h2>
      <div className={css['value']}>{figure}</div>
      <p className={css['note']}>{note}</p>
      {children}
    </div>
  );
}
