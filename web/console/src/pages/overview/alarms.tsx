import type { Overview } from '@tuodi/web-client';
import clsx from 'clsx';
import { useSpoken } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import css from './overview.module.css';

/** What is wrong, with its facts; and, most days, that nothing is. */
export function Alarms({ alarms }: Pick<Overview, 'alarms'>) {
  const { t, word } = useSpoken();
  return (
    <Section title={t('overview.alarms')}>
      {alarms.length === 0 ? (
        <p className={css['calm']}>{t('overview.alarms.none')}</p>
      ) : (
        <ul className={css['alarms']}>
          {alarms.map((alarm) => (
            <li
              key={alarm.code + JSON.stringify(alarm.facts)}
              className={clsx(css['alarm'], alarm.level === 'error' && css['error'])}
            >
              <strong>{t(`overview.alarm.${alarm.level}`)}</strong> {word('alarm', alarm.code)}{' '}
              <code>{alarm.code}</code>
              <dl>
                {Object.entries(alarm.facts).map(([name, fact]) => (
                  <div key={name}>
                    <dt>{word('fact', name)}</dt>
                    <dd>{fact}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
