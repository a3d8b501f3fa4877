import { OFFLINE, UNREADABLE } from '@tuodi/web-client';
import type { Problem } from '@tuodi/web-client';
import { useMall } from '../mall.ts';
import type { Mall } from '../mall.ts';
import { Button, ButtonLink } from './button.tsx';
import { FloorArt } from './floor.tsx';
import { Screen } from './screen.tsx';
import look from './problem.module.css';

/** A problem's own words; those this side had to make are in the dictionary. */
export function problemText(problem: Problem, t: Mall['t']): string {
  if (problem.code === OFFLINE) return t('offline');
  if (problem.code === UNREADABLE) return t('unreadable');
  return problem.detail === '' ? problem.title : problem.detail;
}

/** A refusal beside the act that met it. Read out when it appears. */
export function ProblemNote({ problem }: { problem: Problem | undefined }) {
  const { t } = useMall();
  return (
    <div role="alert">
      {problem !== undefined && (
        <p class={look['note']}>
          {problemText(problem, t)}
          <span class={look['code']}>{problem.code}</span>
        </p>
      )}
    </div>
  );
}

/** A whole page that could not be made. */
export function ProblemPage({ problem }: { problem: Problem }) {
  const { t, go } = useMall();
  return (
    <Screen title={t('problem_title')} back="/">
      <Blank title={problemText(problem, t)} code={problem.code}>
        <Button onClick={() => go.refresh()}>{t('again')}</Button>
        <ButtonLink to="/" kind="plain">
          {t('go_home')}
        </ButtonLink>
      </Blank>
    </Screen>
  );
}

export function LostPage() {
  const { t } = useMall();
  return (
    <Screen title={t('lost_title')} back="/">
      <Blank title={t('lost_text')}>
        <ButtonLink to="/">{t('go_home')}</ButtonLink>
      </Blank>
    </Screen>
  );
}

/** An empty floor, a sentence, and the next step. */
export function Blank(props: {
  title: string;
  text?: string;
  code?: string;
  children?: preact.ComponentChildren;
}) {
  const { t } = useMall();
  return (
    <div class={look['blank']}>
      <FloorArt />
      <p class={look['title']}>{props.title}</p>
      {props.text !== undefined && <p class={look['text']}>{props.text}</p>}
      {props.code !== undefined && (
        <p class={look['code']}>
          {t('problem_code')} {props.code}
        </p>
      )}
      <div class={look['next']}>{props.children}</div>
    </div>
  );
}
