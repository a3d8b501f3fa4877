import { formatMoney } from '@tuodi/web-client';
import type { Value } from '@tuodi/web-client';
import { useMall } from '../../mall.ts';
import type { Mall } from '../../mall.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/screen.tsx';
import look from './pending.module.css';

/** Orders that will earn when their return window ends, with the days left. */
export function Pending({ value }: { value: Value }) {
  const { t } = useMall();
  if (value.pending.length === 0) return null;
  return (
    <Section title={t('pending_title')}>
      <ul>
        {value.pending.map((lot) => (
          <li key={lot.orderId}>
            <Link to={`/orders/${lot.orderId}`} class={look['lot']}>
              <span>
                {t('pending_value', { value: formatMoney(lot.value) })}
                <small>{t('order_title', { number: lot.number })}</small>
              </span>
              <em>{daysText(lot.daysLeft, t)}</em>
              <ChevronIcon />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function daysText(days: number | null, t: Mall['t']): string {
  if (days === null) return t('pending_unknown');
  return days <= 0 ? t('pending_soon') : t('pending_days', { days });
}
