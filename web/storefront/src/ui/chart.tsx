import { useState } from 'preact/hooks';
import { formatDay, formatPrice } from '@tuodi/web-client';
import type { PriceHistory } from '@tuodi/web-client';
import { staircase } from '@tuodi/web-view';
import type { Staircase } from '@tuodi/web-view';
import { useMall } from '../mall.ts';
import look from './chart.module.css';

const BOX = { width: 360, height: 150, padding: 12 };

/** The price as a staircase, jade below it: the reserve. A finger on it reads a day. */
export function PriceChart({ history }: { history: PriceHistory }) {
  const { t, language } = useMall();
  const [at, setAt] = useState<number>();
  const drawn = staircase(history, BOX);
  if (drawn === undefined) return null;
  const step = drawn.steps[at ?? drawn.steps.length - 1];
  const read = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const index = Math.floor(share * drawn.steps.length);
    setAt(Math.max(0, Math.min(drawn.steps.length - 1, index)));
  };
  const day =
    step === undefined || step.day === null ? t('chart_now') : formatDay(step.day, language);
  return (
    <figure class={look['chart']}>
      <svg
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        role="img"
        aria-label={`${t('chart_title')}: ${t('chart_low')} ${formatPrice(drawn.lowest)}, ${t('chart_now')} ${formatPrice(history.now)}`}
        onPointerMove={read}
        onPointerDown={read}
        onPointerLeave={() => setAt(undefined)}
      >
        <Stairs drawn={drawn} />
        {step !== undefined && at !== undefined && (
          <path class={look['cursor']} d={`M${(step.left + step.right) / 2} 0V${BOX.height}`} />
        )}
        {step !== undefined && (
          <rect
            class={look['square']}
            x={Math.min(BOX.width - 9, (step.left + step.right) / 2 - 4.5)}
            y={step.top - 10.5}
            width="9"
            height="9"
            rx="1"
          />
        )}
      </svg>
      <figcaption class={look['caption']}>
        <span>
          {t('chart_low')} {formatPrice(drawn.lowest)}
        </span>
        <span class={look['read']}>
          {day} {step !== undefined && formatPrice(step.price)}
        </span>
      </figcaption>
    </figure>
  );
}

/** The stairs alone: also the backdrop of the home page's hero. */
export function Stairs({ drawn }: { drawn: Staircase }) {
  return (
    <>
      <path class={look['area']} d={drawn.area} />
      <path class={look['stairs']} d={drawn.line} vector-effect="non-scaling-stroke" />
    </>
  );
}
