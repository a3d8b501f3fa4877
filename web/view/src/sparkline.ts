import type { Box } from './staircase.ts';

const SCALE = 100_000n;

/** A small stepped line of a series, oldest first; '' for an empty one. For drawing only. */
export function sparkline(values: readonly bigint[], box: Box): string {
  if (values.length === 0) return '';
  const low = values.reduce((a, b) => (a < b ? a : b));
  const high = values.reduce((a, b) => (a > b ? a : b));
  const height = box.height - 2 * box.padding;
  const width = box.width / values.length;
  return values
    .map((value, position) => {
      const share = high === low ? SCALE / 2n : ((value - low) * SCALE) / (high - low);
      const top = hundredths(box.padding + height * (1 - Number(share) / Number(SCALE)));
      const right = hundredths((position + 1) * width);
      return position === 0 ? `M0 ${top}H${right}` : `V${top}H${right}`;
    })
    .join('');
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
