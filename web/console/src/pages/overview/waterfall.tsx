import { formatDay, formatMoney, unitsOf } from '@tuodi/web-client';
import type { Cny, FundingWaterfall } from '@tuodi/web-client';
import { daySplit } from '@tuodi/web-view';
import type { Split } from '@tuodi/web-view';
import { Link } from 'wouter';
import { Money } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import { Nothing } from '../../ui/states.tsx';
import { treadsOf } from '../../ui/treads.ts';
import { share } from '../../ui/share.ts';
import css from './waterfall.module.css';

/** The settled sales of a day, and each part beginning where the one before it ended. */
export function Waterfall({ day }: { day: FundingWaterfall }) {
  const { t, language } = useSpoken();
  const split = daySplit(day);
  return (
    <Section
      title={t('overview.waterfall')}
      side={
        <Link href="/economy" className={css['more']}>
          {t('overview.waterfall.economy')}
        </Link>
      }
      note={t('overview.waterfall.day', { day: formatDay(day.day, language) })}
    >
      {unitsOf(day.sales) === 0n ? (
        <Nothing title={t('overview.waterfall.none')} hint={t('overview.waterfall.none.hint')} />
      ) : (
        <Steps split={split} />
      )}
    </Section>
  );
}

function Steps({ split }: { split: Split }) {
  const { t } = useSpoken();
  return (
    <div className={css['waterfall']}>
      <div className={css['step']}>
        <span className={css['name']}>{t('overview.waterfall.sales')}</span>
        <span className={css['track']} aria-hidden="true">
          <span className={css['bar']} data-part="sales" style={{ width: '100%' }} />
        </span>
        <span className={css['amount']}>
          <Money value={split.total} />
        </span>
        <span className={css['share']} />
      </div>
      {treadsOf(split.parts).map(({ part, amount, permille, before }) => (
        <div className={css['step']} key={part}>
          <span className={css['name']}>
            {t(`overview.waterfall.${part}`)}
            <small>{t(`overview.waterfall.${part}.hint`)}</small>
          </span>
          <span className={css['track']} aria-hidden="true">
            {unitsOf(amount) !== 0n && (
              <span
                className={css['bar']}
                data-part={part}
                style={{ marginLeft: `${before / 10}%`, width: `${permille / 10}%` }}
              />
            )}
          </span>
          <span className={css['amount']}>
            <Money value={amount} />
          </span>
          <span className={css['share']}>{share(permille)}</span>
        </div>
      ))}
      <Sum split={split} />
    </div>
  );
}

function Sum({ split }: { split: Split }) {
  const { t } = useSpoken();
  const units = split.parts.reduce((total, { amount }) => total + unitsOf(amount), 0n);
  const parts: Cny = { amount: String(units), asset: 'CNY/2' };
  const sum = formatMoney(parts);
  return (
    <p className={split.exact ? css['equal'] : css['unequal']}>
      {split.exact
        ? t('overview.waterfall.equal', { sum })
        : t('overview.waterfall.unequal', { sum, sales: formatMoney(split.total) })}
    </p>
  );
}
