import { priceUnits } from '@tuodi/web-client';
import type { PriceHistory } from '@tuodi/web-client';

/** A drawing's field, in the units of its viewBox. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly padding: number;
}

export interface Step {
  /** A closed day, or null for the price now. */
  readonly day: string | null;
  readonly price: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

export interface Staircase {
  /** The stepped line: horizontal, then vertical, never a slope. */
  readonly line: string;
  /** The field under it, closed along the bottom. */
  readonly area: string;
  readonly steps: readonly Step[];
  readonly lowest: string;
  readonly highest: string;
}

const SCALE = 100_000n;

/**
 * The price as a staircase: one tread a closed day, and the price now as the last. The axis starts
 * at the lowest price shown less a tenth of the span, so that the floor stays visible.
 * @returns undefined where there is nothing to draw.
 */
export function staircase(history: PriceHistory, box: Box): Staircase | undefined {
  const treads = treadsOf(history);
  const first = treads[0];
  if (first === undefined) return undefined;
  const values = treads.map((tread) => priceUnits(tread.price));
  const low = values.reduce((a, b) => (a < b ? a : b));
  const high = values.reduce((a, b) => (a > b ? a : b));
  const height = box.height - 2 * box.padding;
  const width = box.width / treads.length;
  const steps = treads.map((tread, position): Step => {
    const share =
      high === low ? SCALE / 2n : ((priceUnits(tread.price) - low) * SCALE) / (high - low);
    return {
      ...tread,
      left: round(position * width),
      right: round((position + 1) * width),
      top: round(box.padding + height * (0.9 - 0.9 * (Number(share) / Number(SCALE)))),
    };
  });
  const path = steps
    .map(({ top, right }, at) => (at === 0 ? `M0 ${top}H${right}` : `V${top}H${right}`))
    .join('');
  const lowestTread = treads.find((tread) => priceUnits(tread.price) === low) ?? first;
  const highestTread = treads.find((tread) => priceUnits(tread.price) === high) ?? first;
  return {
    line: path,
    area: `${path}V${box.height}H0Z`,
    steps,
    lowest: lowestTread.price,
    highest: highestTread.price,
  };
}

type Tread = Pick<Step, 'day' | 'price'>;

function treadsOf({ days, now }: PriceHistory): readonly Tread[] {
  const closed = days.map(({ day, price }): Tread => ({ day, price }));
  return [...closed, { day: null, price: now }];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
