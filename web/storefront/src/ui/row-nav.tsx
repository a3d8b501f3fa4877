import { useEffect, useRef } from 'preact/hooks';
import { Link } from './link.tsx';
import look from './row-nav.module.css';

interface RowNavProps {
  readonly label: string;
  readonly links: readonly {
    readonly to: string;
    readonly text: string;
    readonly current: boolean;
  }[];
}

/** A row of links that scrolls sideways; the current one is always in sight. */
export function RowNav({ label, links }: RowNavProps) {
  const row = useRef<HTMLElement>(null);
  const current = links.findIndex((link) => link.current);
  useEffect(() => {
    const link = row.current?.children[current];
    if (link instanceof HTMLElement && row.current !== null) {
      row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.offsetWidth) / 2;
    }
  }, [current]);
  return (
    <nav ref={row} class={look['row']} aria-label={label}>
      {links.map((link) => (
        <Link key={link.to} to={link.to} current={link.current}>
          {link.text}
        </Link>
      ))}
    </nav>
  );
}
