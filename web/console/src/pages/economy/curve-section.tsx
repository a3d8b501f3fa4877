import { SegmentedControl } from '@mantine/core';
import { formatDay, formatInstant, formatMoney, formatPrice } from '@tuodi/web-client';
import type { EconomyBoard } from '@tuodi/web-client';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Money, PriceFigure } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar } from '../../ui/mall.tsx';
import { Section } from '../../ui/page.tsx';
import { Nothing } from '../../ui/states.tsx';
import { CurveChart } from './curve-chart.tsx';
import { curveOf, neverFell } from './curve.ts';
import type { Curve } from './curve.ts';
import css from './economy.module.css';

const RANGES = { '30': 30, '90': 90, all: Number.POSITIVE_INFINITY } as const;
type Range = keyof typeof RANGES;

function rangeOf(text: string | null): Range {
  return text === '30' || text === 'all' ? text : '90';
}

/** Price and reserve day by day; the range stands in the address. */
export function CurveSection({ board }: { board: EconomyBoard }) {
  const { t } = useSpoken();
  const [search, setSearch] = useSearchParams();
  const range = rangeOf(search.get('days'));
  const curve = useMemo(() => curveOf(board, RANGES[range]), [board, range]);
  return (
    <Section
      title={t('economy.curve')}
      note={neverFell(board) ? t('economy.curve.note') : t('economy.curve.fell')}
      side={
        <SegmentedControl
          size="xs"
          aria-label={t('economy.range')}
          value={range}
          onChange={(days) => setSearch({ days }, { replace: true })}
          data={[
            { value: '30', label: t('economy.range.30') },
            { value: '90', label: t('economy.range.90') },
            { value: 'all', label: t('economy.range.all') },
          ]}
        />
      }
    >
      {curve === undefined ? (
        <Nothing title={t('economy.curve.none')} hint={t('economy.curve.none.hint')} />
      ) : (
        <Walk key={range} curve={curve} now={board.now} />
      )}
    </Section>
  );
}

/** The chart with the figures of the tread that is pointed at, or of the present. */
function Walk({ curve, now }: { curve: Curve; now: string }) {
  const { t, language } = useSpoken();
  const calendar = useCalendar();
  const last = curve.treads.length - 1;
  const [at, setAt] = useState(last);
  const tread = curve.treads[Math.min(at, last)];
  const first = curve.treads[0];
  const end = curve.treads[last];
  if (tread === undefined || first === undefined || end === undefined) return null;
  const dayName = (day: string | null) =>
    day === null ? t('economy.price.now') : formatDay(day, language);
  return (
    <>
      <dl className={css['tread']} aria-live="off">
        <div>
          <dt>{tread.day === null ? t('economy.price.now') : t('economy.day')}</dt>
          <dd>{tread.day ?? formatInstant(now, calendar)}</dd>
        </div>
        <div>
          <dt>{t('economy.price')}</dt>
          <dd>
            <PriceFigure price={tread.price} />
          </dd>
        </div>
        <div>
          <dt>{t('economy.reserve')}</dt>
          <dd>
            <Money value={tread.reserve} />
          </dd>
        </div>
        <div>
          <dt>{t('economy.sales')}</dt>
          <dd>{tread.close === null ? '—' : <Money value={tread.close.sales} />}</dd>
        </div>
        <div>
          <dt>{t('economy.dividend')}</dt>
          <dd>{tread.close === null ? '—' : <Money value={tread.close.dividend} />}</dd>
        </div>
      </dl>
      <CurveChart
        curve={curve}
        at={at}
        onAt={setAt}
        label={t('economy.curve.label', {
          from: dayName(first.day),
          to: dayName(end.day),
          first: formatPrice(first.price),
          last: formatPrice(end.price),
          reserve: formatMoney(end.reserve),
        })}
        valueText={`${dayName(tread.day)} ${formatPrice(tread.price)} ${formatMoney(tread.reserve)}`}
      />
      <p className={css['hint']}>{t('economy.curve.hint')}</p>
    </>
  );
}
