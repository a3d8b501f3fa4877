import type { EconomyBoard } from '@tuodi/web-client';
import { useSpoken } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import css from './economy.module.css';
import { policyRows } from './policy.ts';
import type { PolicyRow } from './policy.ts';

/** The rules in force, each with what it means. */
export function Policy({ policy }: Pick<EconomyBoard, 'policy'>) {
  const { t } = useSpoken();
  return (
    <Section title={t('economy.policy')} note={t('economy.policy.note')}>
      <table className={css['policy']}>
        <thead>
          <tr>
            <th scope="col">{t('economy.policy.name')}</th>
            <th scope="col">{t('economy.policy.value')}</th>
          </tr>
        </thead>
        <tbody>
          {policyRows(policy).map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.kind === 'unknown' ? (
                  <code>{row.name}</code>
                ) : (
                  <>
                    {t(`policy.${row.name}`)}
                    <small>{t(`policy.${row.name}.hint`)}</small>
                  </>
                )}
              </th>
              <td>
                <Value row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Value({ row }: { row: PolicyRow }) {
  const { t } = useSpoken();
  switch (row.kind) {
    case 'times':
      return t('policy.times', { n: row.value });
    case 'digits':
      return t('policy.digits', { n: row.value });
    case 'rate':
    case 'yuan':
    case 'count':
    case 'levels':
    case 'unknown':
      return row.value;
  }
}
