import css from './floor.module.css';

/** The house's one drawing: a hairline with a step that only goes up. */
export function FloorLine() {
  return <div className={css['line']} aria-hidden="true" />;
}

/** The mark: a square at rest on a stepped line. */
export function Mark({ size }: { size: number }) {
  return (
    <svg className={css['mark']} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect x="11" y="4" width="8.5" height="8.5" />
      <path d="M1.5 20.5h8v-6.25h13" />
    </svg>
  );
}

/** While something is read: the step travels along the line. */
export function FloorLoading({ label }: { label: string }) {
  return (
    <div className={css['loading']} role="status">
      <svg viewBox="0 0 240 24" width="240" height="24" aria-hidden="true">
        <path d="M0 22H80V14H160V6H240" />
        <path className={css['run']} pathLength="100" d="M0 22H80V14H160V6H240" />
      </svg>
      <span>{label}</span>
    </div>
  );
}
