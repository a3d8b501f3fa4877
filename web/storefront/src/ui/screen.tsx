import type { ComponentChildren } from 'preact';
import { useMall } from '../mall.ts';
import { BackIcon } from './icons.tsx';
import look from './screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** Where "back" leads when there is no history; absent on the pages of the tabs. */
  readonly back?: string;
  /** The bar at the thumb: the page's one primary action. */
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page under a title bar. */
export function Screen({ title, back, action, children }: ScreenProps) {
  return (
    <>
      <header class={look['bar']}>
        {back !== undefined && <Back to={back} />}
        <h1 class={back === undefined ? look['display'] : look['title']}>{title}</h1>
      </header>
      <main id="content" class={action === undefined ? look['main'] : look['mainOverAction']}>
        {children}
      </main>
      {action !== undefined && <footer class={look['action']}>{action}</footer>}
    </>
  );
}

/** Back through the history where there is one, else up to the page above. */
export function Back({ to }: { to: string }) {
  const { base, t } = useMall();
  const goBack = (event: Event) => {
    if (history.length < 2 || document.referrer === '') return;
    event.preventDefault();
    history.back();
  };
  return (
    <a href={base + to} class={look['back']} aria-label={t('back')} onClick={goBack}>
      <BackIcon />
    </a>
  );
}

/** A block of a page with its own heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class={look['section']}>
      <div class={look['sectionHead']}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
