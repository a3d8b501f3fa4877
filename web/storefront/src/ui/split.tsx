import { formatMoney } from '@tuodi/web-client';
import type { Split, SplitPartName } from '@tuodi/web-view';
import { useMall } from '../mall.ts';
import { Entries, Entry } from './entries.tsx';
import { Money } from './figure.tsx';
import look from './split.module.css';

const TONES: Readonly<Record<SplitPartName, string | undefined>> = {
  merchant: look['merchant'],
  contribution: look['contribution'],
  dividend: look['dividend'],
  platform: look['platform'],
};

/** Where each fen of an order went: one bar in steps, a line per part. */
export function SplitBar({ split }: { split: Split }) {
  const { t } = useMall();
  const total = formatMoney(split.total);
  return (
    <div>
      <div class={look['bar']} aria-hidden="true">
        {split.parts.map(({ part, permille }) => (
          <span key={part} class={TONES[part]} style={{ width: `${permille / 10}%` }} />
        ))}
      </div>
      <Entries>
        {split.parts.map(({ part, amount }) => (
          <Entry key={part} label={t(`split_${part}`)}>
            <span class={look['row']}>
              <Money value={amount} />
              <i class={TONES[part]} aria-hidden="true" />
            </span>
          </Entry>
        ))}
      </Entries>
      <p class={split.exact ? look['exact'] : look['off']}>
        {split.exact ? t('split_exact', { total }) : t('split_off', { total })}
      </p>
    </div>
  );
}
