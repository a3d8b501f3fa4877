import { groupThousands } from '@tuodi/web-client';
import type { EconomyBoard } from '@tuodi/web-client';
import type { ReactNode } from 'react';
import { Money, Points } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import css from './economy.module.css';

/** Every pot of the economy now, in groups, each figure exact on demand. */
export function BooksNow({ board }: { board: EconomyBoard }) {
  const { t } = useSpoken();
  return (
    <Section title={t('economy.state')} note={t('economy.state.hint')}>
      <Group name={t('economy.group.cash')}>
        <Line name={t('economy.reserve')} figure={<Money value={board.reserve} />} />
        <Line name={t('economy.dividendOpen')} figure={<Money value={board.dividendOpen} />} />
        <Line name={t('economy.dividendOwed')} figure={<Money value={board.dividendOwed} />} />
        <Line name={t('economy.stability')} figure={<Money value={board.stability} />} />
        <Line name={t('economy.platform')} figure={<Money value={board.platform} />} />
        <Line
          name={t('economy.constantBacking')}
          figure={<Money value={board.constantBacking} />}
        />
      </Group>
      <Group name={t('economy.group.points')}>
        <Line name={t('economy.issued')} figure={<Points value={board.issued} />} />
        <Line name={t('economy.burned')} figure={<Points value={board.burned} />} />
        <Line name={t('economy.treasury')} figure={<Points value={board.treasury} />} />
        <Line name={t('economy.circulating')} figure={<Points value={board.circulating} />} />
        <Line name={t('economy.constant')} figure={<Points value={board.constant} />} />
      </Group>
      <Group name={t('economy.group.people')}>
        <Line name={t('economy.holders')} figure={groupThousands(String(board.holders))} />
        <Line name={t('economy.forcedExits')} figure={groupThousands(String(board.forcedExits))} />
      </Group>
    </Section>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <h3 className={css['group']}>{name}</h3>
      <dl className={css['ledger']}>{children}</dl>
    </>
  );
}

function Line({ name, figure }: { name: string; figure: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{figure}</dd>
    </div>
  );
}
