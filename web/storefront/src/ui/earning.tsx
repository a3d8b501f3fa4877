import { formatMoney, formatPoints, formatRate } from '@tuodi/web-client';
import type { Earning } from '@tuodi/web-client';
import { earningSteps, earnsNothing } from '@tuodi/web-view';
import type { EarningStep } from '@tuodi/web-view';
import { useMall } from '../mall.ts';
import type { Mall } from '../mall.ts';
import { Entries, Entry } from './entries.tsx';
import { Money, Points, PriceFigure } from './figure.tsx';
import look from './earning.module.css';

/** What a purchase earns, as a strip that opens into its computation with the real inputs. */
export function EarningStrip({ earning }: { earning: Earning }) {
  const { t } = useMall();
  if (earnsNothing(earning)) return <p class={look['none']}>{t('earn_none')}</p>;
  return (
    <details class={look['strip']}>
      <summary class={look['summary']}>
        <span class={look['words']}>
          {t('earn_title')}
          <small>{t('how')}</small>
        </span>
        <span class={look['figures']}>
          <Money value={earning.value} />
          <small>{t('earn_points', { points: formatPoints(earning.points) })}</small>
        </span>
        <span class={look['mark']} aria-hidden="true" />
      </summary>
      <div class={look['inside']}>
        <Entries>
          {earningSteps(earning).map((step) => (
            <Step key={step.step} step={step} />
          ))}
        </Entries>
        <p class={look['note']}>
          {t('earn_window', { days: earning.returnWindowDays })}{' '}
          {t('rule_quota', { quota: formatMoney(earning.quota) })}
        </p>
      </div>
    </details>
  );
}

function Step({ step }: { step: EarningStep }) {
  const { t } = useMall();
  switch (step.step) {
    case 'price':
      return (
        <Entry label={t('step_price')}>
          <PriceFigure price={step.value} />
        </Entry>
      );
    case 'points':
      return (
        <Entry label={t('step_points')} note={t('rule_points')} strong>
          <Points value={step.value} />
        </Entry>
      );
    case 'amount':
    case 'margin':
    case 'contribution':
    case 'value':
      return (
        <Entry label={t(`step_${step.step}`)} note={ruleOf(step, t)}>
          <Money value={step.value} />
        </Entry>
      );
  }
}

function ruleOf(step: EarningStep, t: Mall['t']): string | undefined {
  if (step.step === 'value') return t('rule_value', { rate: formatRate(step.rate) });
  if (step.step !== 'contribution') return undefined;
  const rate = formatRate(step.rate);
  return step.limitedByMargin ? t('rule_limited', { rate }) : t('rule_contribution', { rate });
}
