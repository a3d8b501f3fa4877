import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { FloorLine } from './floor.tsx';
import { useMallName } from './mall.tsx';
import css from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title on the floor line, what belongs to the title on the step. */
export function Page({ title, note, side, children }: PageProps) {
  const mall = useMallName();
  useEffect(() => {
    document.title = `${title} · ${mall}`;
  }, [title, mall]);
  return (
    <div className={css['page']}>
      <div className={css['head']}>
        <div>
          <h1>{title}</h1>
          {note !== undefined && <div className={css['note']}>{note}</div>}
        </div>
        {side}
      </div>
      <FloorLine />
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly side?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A part of a page under its own heading. */
export function Section({ title, note, side, children, className }: SectionProps) {
  return (
    <section className={className}>
      <div className={css['sectionHead']}>
        <h2>{title}</h2>
        {side}
      </div>
      {note !== undefined && <p className={css['sectionNote']}>{note}</p>}
      {children}
    </section>
  );
}
