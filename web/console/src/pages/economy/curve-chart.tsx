import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useSpoken } from '../../ui/language.tsx';
import { optionsOf } from './chart-options.ts';
import type { Curve } from './curve.ts';
import css from './economy.module.css';

interface CurveChartProps {
  readonly curve: Curve;
  /** Which tread is pointed at. */
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly label: string;
  /** The pointed tread in words, for the screen reader. */
  readonly valueText: string;
}

/** The staircase on a canvas. A slider to the keyboard: arrows walk day by day. */
export function CurveChart({ curve, at, onAt, label, valueText }: CurveChartProps) {
  const last = curve.treads.length - 1;
  const { host, size } = useChart({ curve, at, onAt });
  const walk = (event: KeyboardEvent) => {
    const to = step(event.key, { at, last });
    if (to === undefined) return;
    event.preventDefault();
    onAt(to);
  };
  return (
    <div ref={size} className={css['chartField']}>
      <div
        ref={host}
        className={css['chart']}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={valueText}
        onKeyDown={walk}
      />
    </div>
  );
}

function step(key: string, { at, last }: { at: number; last: number }): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** Keeps one uPlot in the element, drawn anew when data, width, scheme or language change. */
function useChart({ curve, at, onAt }: Pick<CurveChartProps, 'curve' | 'at' | 'onAt'>) {
  const { language } = useSpoken();
  const scheme = useComputedColorScheme('light');
  const { ref: size, width } = useElementSize();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(null);
  const tell = useRef(onAt);
  useEffect(() => {
    tell.current = onAt;
  }, [onAt]);

  useEffect(() => {
    const element = host.current;
    if (element === null || width === 0) return undefined;
    const options = optionsOf({
      curve,
      width,
      language,
      host: element,
      onAt: (to) => tell.current(to),
    });
    const drawn = new uPlot(options, [curve.xs, curve.reserves, curve.prices], element);
    chart.current = drawn;
    return () => {
      chart.current = null;
      drawn.destroy();
    };
  }, [curve, width, language, scheme]);

  useEffect(() => {
    const drawn = chart.current;
    if (drawn === null) return;
    drawn.setCursor({ left: drawn.valToPos(at + 0.5, 'x'), top: 0 }, false);
  }, [at, curve, width, language, scheme]);

  return { host, size };
}
