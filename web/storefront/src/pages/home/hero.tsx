import type { PriceHistory } from '@tuodi/web-client';
import { staircase } from '@tuodi/web-view';
import { useMall } from '../../mall.ts';
import { Stairs } from '../../ui/chart.tsx';
import { Money, PriceFigure } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import look from './hero.module.css';

const BOX = { width: 358, height: 132, padding: 6 };

/** One calm statement, and the figure it stands on: today's price over its own staircase. */
export function Hero({ prices }: { prices: PriceHistory }) {
  const { t } = useMall();
  const drawn = staircase(prices, BOX);
  const reserve = prices.days.at(-1)?.reserve;
  return (
    <section class={look['hero']}>
      <h2>{t('hero')}</h2>
      <dl class={look['figures']}>
        <div>
          <dt>{t('hero_price')}</dt>
          <dd>
            <PriceFigure price={prices.now} size="large" />
          </dd>
        </div>
        {reserve !== undefined && (
          <div>
            <dt>{t('hero_reserve')}</dt>
            <dd>
              <Money value={reserve} />
            </dd>
          </div>
        )}
      </dl>
      {drawn !== undefined && (
        <svg
          class={look['stairs']}
          viewBox={`0 0 ${BOX.width} ${BOX.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <Stairs drawn={drawn} />
        </svg>
      )}
      <Link to="/value" class={look['link']}>
        {t('hero_link')}
      </Link>
    </section>
  );
}
