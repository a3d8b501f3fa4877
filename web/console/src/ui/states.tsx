import { Button } from '@mantine/core';
import { OFFLINE } from '@tuodi/web-client';
import type { Problem } from '@tuodi/web-client';
import type { ReactNode } from 'react';
import { FloorLoading, Mark } from './floor.tsx';
import { useSpoken } from './language.tsx';
import css from './states.module.css';

/** While the program or a page opens. */
export function Opening() {
  const { t } = useSpoken();
  return <FloorLoading label={t('state.loading')} />;
}

interface NothingProps {
  readonly title: string;
  readonly hint: string;
  readonly action?: ReactNode;
  /** Whether this is the whole page, its title the page's heading. */
  readonly alone?: boolean;
}

/** An empty place says why it is empty and what comes next. */
export function Nothing({ title, hint, action, alone = false }: NothingProps) {
  const Title = alone ? 'h1' : 'p';
  return (
    <div className={css['nothing']}>
      <svg viewBox="0 0 200 56" width="200" height="56" aria-hidden="true">
        <path d="M0 54H70V38H136V22H200" />
      </svg>
      <Title className={css['title']}>{title}</Title>
      <p>{hint}</p>
      {action}
    </div>
  );
}

interface FailedProps {
  readonly problem: Problem;
  readonly again: () => void;
  /** Whether it stands alone on the screen, without a shell around it. */
  readonly alone?: boolean;
}

/** A failure in the problem's own words, its code small, and a way to try again. */
export function Failed({ problem, again, alone = false }: FailedProps) {
  const { t } = useSpoken();
  return (
    <div className={alone ? css['alone'] : css['within']}>
      {alone && <Mark size={32} />}
      <div className={css['failed']} role="alert">
        <h2>{t('state.failed')}</h2>
        <p>{useWords(problem)}</p>
        <p className={css['code']}>
          {t('state.code')} <code>{problem.code}</code>
          {problem.traceId !== '' && (
            <>
              {' · '}
              {t('state.trace')} <code>{problem.traceId}</code>
            </>
          )}
        </p>
        <Button variant="default" onClick={again}>
          {t('state.again')}
        </Button>
      </div>
    </div>
  );
}

/** The refusal of an act, beside the button that was pressed. */
export function Refused({ problem }: { problem: Problem }) {
  return (
    <p className={css['refused']} role="alert">
      {useWords(problem)} <code>{problem.code}</code>
    </p>
  );
}

function useWords(problem: Problem): string {
  const { t } = useSpoken();
  if (problem.code === OFFLINE) return t('state.offline');
  if (problem.detail !== '') return problem.detail;
  return problem.title === '' ? t('state.failed') : problem.title;
}
