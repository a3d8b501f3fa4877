import type { Value } from '@tuodi/web-client';
import { backingBar, permilleOf } from '@tuodi/web-view';
import { unitsOf } from '@tuodi/web-client';
import { useMall } from '../../mall.ts';
import { Money } from '../../ui/figure.tsx';
import { Section } from '../../ui/screen.tsx';
import look from './backing.module.css';

/** The reserve against everything that could be asked of it: two bars that have to meet. */
export function Backing({ value }: { value: Value }) {
  const { t } = useMall();
  const bar = backingBar(value);
  const reserve = unitsOf(bar.reserve);
  const claims = unitsOf(bar.claims);
  const longer = reserve > claims ? reserve : claims;
  const verdict = bar.equal ? 'backing_equal' : bar.covered ? 'backing_over' : 'backing_short';
  return (
    <Section title={t('backing_title')}>
      <dl class={look['bars']}>
        <div>
          <dt>{t('backing_reserve')}</dt>
          <dd>
            <Money value={bar.reserve} />
            <i class={look['reserve']} style={{ width: `${permilleOf(reserve, longer) / 10}%` }} />
          </dd>
        </div>
        <div>
          <dt>{t('backing_claims')}</dt>
          <dd>
            <Money value={bar.claims} />
            <i class={look['claims']} style={{ width: `${permilleOf(claims, longer) / 10}%` }} />
          </dd>
        </div>
      </dl>
      <p class={bar.covered ? look['good'] : look['bad']}>{t(verdict)}</p>
    </Section>
  );
}
