import look from './floor.module.css';

/** The floor line at rest, a square about to find it: for empty places. */
export function FloorArt() {
  return (
    <svg class={look['art']} width="184" height="96" viewBox="0 0 184 96" aria-hidden="true">
      <path d="M0 88H56V70H112V52H184" />
      <rect x="64" y="34" width="34" height="34" rx="2" />
      <path class={look['fall']} d="M81 8v14" />
    </svg>
  );
}

/** The line under the last of a list. */
export function FloorEnd({ children }: { children: string }) {
  return (
    <p class={look['end']}>
      <svg width="56" height="14" viewBox="0 0 56 14" aria-hidden="true">
        <path d="M0 13H18V7.5H36V1H56" />
      </svg>
      {children}
      <svg width="56" height="14" viewBox="0 0 56 14" aria-hidden="true">
        <path d="M0 13H18V7.5H36V1H56" />
      </svg>
    </p>
  );
}

/** The floor line that a large figure rests on. */
export function FloorLine() {
  return (
    <svg class={look['line']} viewBox="0 0 320 12" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 11H150V6H236V1H320" vector-effect="non-scaling-stroke" />
    </svg>
  );
}
