import type { ComponentChildren } from 'preact';
import look from './entries.module.css';

/** Lines of a ledger: a name, a leader, a figure. */
export function Entries({ children }: { children: ComponentChildren }) {
  return <dl class={look['entries']}>{children}</dl>;
}

interface EntryProps {
  readonly label: string;
  /** How the figure came about. */
  readonly note?: string | undefined;
  readonly strong?: boolean;
  readonly children: ComponentChildren;
}

export function Entry({ label, note, strong = false, children }: EntryProps) {
  return (
    <div class={strong ? look['strong'] : look['entry']}>
      <dt>
        {label}
        {note !== undefined && <small>{note}</small>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
