import { formatDay, groupThousands } from '@tuodi/web-client';
import type { Language } from '../../ui/language.tsx';
import type { Curve } from './curve.ts';
import uPlot from 'uplot';

interface Drawing {
  readonly curve: Curve;
  readonly width: number;
  readonly language: Language;
  /** Where the tokens are asked for their colours: a canvas cannot read custom properties. */
  readonly host: HTMLElement;
  readonly onAt: (at: number) => void;
}

const HEIGHT = 340;
const LABEL_PIXELS = 96;

/** How the staircase is drawn: both series stepped, the reserve filled, the price a line above. */
export function optionsOf(drawing: Drawing): uPlot.Options {
  const { curve, width, host } = drawing;
  const colour = (token: string) => colourOf(token, host);
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  return {
    width,
    height: HEIGHT,
    padding: [12, 0, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { show: false },
      dataIdx: (self, _series, _closest, x) => treadAt(x, self, curve),
    },
    hooks: {
      setCursor: [
        (self) => {
          const { left } = self.cursor;
          // uPlot puts the cursor at −10 when the pointer leaves: the last tread read stays.
          if (left === undefined || left === null || left < 0) return;
          drawing.onAt(treadAt(self.posToVal(left, 'x'), self, curve));
        },
      ],
    },
    scales: {
      x: { time: false, range: () => [0, curve.treads.length] },
      price: { range: () => [...curve.priceRange] },
      reserve: { range: () => [...curve.reserveRange] },
    },
    series: [
      {},
      {
        scale: 'reserve',
        ...(stepped === undefined ? {} : { paths: stepped }),
        stroke: colour('--jade-line'),
        fill: colour('--jade-soft'),
        width: 1,
        points: { show: false },
      },
      {
        scale: 'price',
        ...(stepped === undefined ? {} : { paths: stepped }),
        stroke: colour('--jade'),
        width: 2,
        points: { show: false },
      },
    ],
    axes: axesOf(drawing, colour),
  };
}

function treadAt(x: number, _chart: uPlot, curve: Curve): number {
  return Math.min(curve.treads.length - 1, Math.max(0, Math.floor(x)));
}

function axesOf(
  { curve, language, host }: Drawing,
  colour: (token: string) => string,
): uPlot.Axis[] {
  const font = `12px ${getComputedStyle(host).fontFamily}`;
  const quiet = { stroke: colour('--muted'), font, ticks: { show: false } };
  const abovePrices: uPlot.Axis.Filter = (_chart, splits) =>
    splits.map((split) => (split < lowest(curve) ? null : split));
  const grid = { stroke: colour('--hairline'), width: 1 };
  return [
    {
      ...quiet,
      grid: { show: false },
      space: LABEL_PIXELS,
      incrs: [1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365],
      size: 30,
      values: (_chart, splits) =>
        splits.map((split) => {
          const day = curve.treads[split]?.day;
          return day === undefined || day === null ? '' : formatDay(day, language);
        }),
    },
    {
      ...quiet,
      scale: 'price',
      grid: { ...grid, filter: abovePrices },
      size: 64,
      space: 28,
      // The lower part of the field belongs to the reserve; a price there would mislead.
      filter: abovePrices,
      values: (_chart, splits) => splits.map((split) => (split === null ? '' : split.toFixed(4))),
    },
    {
      ...quiet,
      scale: 'reserve',
      side: 1,
      grid: { show: false },
      size: 84,
      space: 44,
      filter: (_chart, splits) => splits.map((split) => (split > most(curve) ? null : split)),
      values: (_chart, splits) =>
        splits.map((split) => (split === null ? '' : `¥${groupThousands(split.toFixed(0))}`)),
    },
  ];
}

function lowest(curve: Curve): number {
  const [low, high] = curve.priceRange;
  return Math.min(...curve.prices) - (high - low) * 0.02;
}

function most(curve: Curve): number {
  return Math.max(...curve.reserves) * 1.1;
}

/** The computed colour of a token, light or dark as the page is now. */
function colourOf(token: string, host: HTMLElement): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  host.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
