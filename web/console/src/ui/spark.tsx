import { sparkline } from '@tuodi/web-view';
import { columns } from './columns.ts';
import css from './spark.module.css';

const FIELD = { width: 240, height: 44 };
const BOX = { ...FIELD, padding: 3 };

interface SparkProps {
  readonly values: readonly bigint[];
  readonly label: string;
}

/** What stands at the close of each day: a staircase, never a curve, with its backing under it. */
export function SparkStairs({ values, label }: SparkProps) {
  const line = sparkline(values, BOX);
  if (line === '') return <SparkNothing />;
  return (
    <Field label={label}>
      <path className={css['area']} d={`${line}V${FIELD.height}H0Z`} />
      <path className={css['stairs']} d={line} />
    </Field>
  );
}

/** What happened on each day: one column a day. */
export function SparkColumns({ values, label }: SparkProps) {
  const path = columns(values, FIELD);
  if (path === '') return <SparkNothing />;
  return (
    <Field label={label}>
      <path className={css['columns']} d={path} />
    </Field>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <svg
      className={css['spark']}
      viewBox={`0 0 ${FIELD.width} ${FIELD.height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {children}
    </svg>
  );
}

function SparkNothing() {
  return <div className={css['spark']} />;
}
