import { formatMoney, unitsOf } from '@tuodi/web-client';
import type { Value } from '@tuodi/web-client';
import { quotaBar } from '@tuodi/web-view';
import { useMall } from '../../mall.ts';
import { Section } from '../../ui/screen.tsx';
import look from './quota.module.css';

/** How much of the limit is used. It says of itself that it promises nothing. */
export function Quota({ value }: { value: Value }) {
  const { t } = useMall();
  const bar = quotaBar(value);
  // Who never bought has no limit to show.
  if (unitsOf(bar.given) === 0n) return null;
  return (
    <Section title={t('quota_title')} aside={<small class={look['note']}>{t('quota_note')}</small>}>
      <div class={look['bar']} aria-hidden="true">
        <i class={look['used']} style={{ width: `${bar.usedPermille / 10}%` }} />
        <i class={look['holding']} style={{ width: `${bar.holdingPermille / 10}%` }} />
      </div>
      <p class={look['legend']}>
        <span>{t('quota_used', { amount: formatMoney(bar.used) })}</span>
        <span>{t('quota_open', { amount: formatMoney(bar.open) })}</span>
        <span>{t('quota_given', { amount: formatMoney(bar.given) })}</span>
      </p>
      <p class={look['rule']}>{t('quota_rule')}</p>
    </Section>
  );
}
