import { formatMoney, formatPoints, formatRate } from '@tuodi/web-client';
import type { Value } from '@tuodi/web-client';
import { wouldGetNow } from '@tuodi/web-view';
import { useMall } from '../../mall.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Money, Points, PriceFigure } from '../../ui/figure.tsx';
import { FloorLine } from '../../ui/floor.tsx';
import look from './hero.module.css';

/** What the member would get now, after the fee, and the figures it is made of. */
export function ValueHero({ value }: { value: Value }) {
  const { t } = useMall();
  return (
    <section class={look['hero']}>
      <details>
        <summary>
          <span class={look['label']}>{t('value_now')}</span>
          <span class={look['now']}>
            <Money value={wouldGetNow(value)} size="hero" />
            <FloorLine />
          </span>
          <span class={look['how']}>{t('how')}</span>
        </summary>
        <p class={look['formula']}>
          {t('value_now_how', {
            points: formatPoints(value.points),
            gross: formatMoney(value.gross),
            rate: formatRate(value.sellFeeRate),
            fee: formatMoney(value.fee),
            dividend: formatMoney(value.pendingDividend),
          })}
        </p>
      </details>
      <Entries>
        <Entry label={t('value_points')}>
          <Points value={value.points} /> {t('points_unit')}
        </Entry>
        <Entry label={t('value_price')}>
          <PriceFigure price={value.price} />
        </Entry>
        <Entry label={t('received_title')}>
          <Money value={value.received} />
        </Entry>
      </Entries>
      <div class={look['act']}>
        <ButtonLink to="/value/sell" kind="plain">
          {t('to_sell')}
        </ButtonLink>
      </div>
    </section>
  );
}
