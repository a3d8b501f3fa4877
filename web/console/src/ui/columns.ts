import { permilleOf } from '@tuodi/web-view';

export interface Field {
  readonly width: number;
  readonly height: number;
}

/**
 * A small column for each value of a flow (sales, dividend), oldest first, standing on the floor.
 * A stock (reserve, price) is drawn as a staircase instead. For drawing only.
 */
export function columns(values: readonly bigint[], { width, height }: Field): string {
  const highest = values.reduce((a, b) => (a > b ? a : b), 0n);
  const slot = width / Math.max(values.length, 1);
  const gap = slot * 0.32;
  return values
    .map((value, position) => {
      const tall = hundredths((height * permilleOf(value, highest)) / 1000);
      if (tall === 0) return '';
      const left = hundredths(position * slot + gap / 2);
      const wide = hundredths(slot - gap);
      return `M${left} ${height}v${-tall}h${wide}v${tall}z`;
    })
    .join('');
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
