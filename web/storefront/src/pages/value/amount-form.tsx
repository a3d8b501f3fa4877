import { useState } from 'preact/hooks';
import { writeDecimal } from '@tuodi/amount';
import type { Growth, PointsToSell } from '@tuodi/web-client';
import { useMall } from '../../mall.ts';
import look from './sell.module.css';
import { partOf, readPoints } from './points-input.ts';

interface AmountFormProps {
  readonly held: Growth;
  /** What is typed now; undefined where it is no number of points. */
  readonly onChoose: (points: PointsToSell | undefined) => void;
}

const SHORTCUTS = [
  { word: 'sell_quarter', divisor: 4n },
  { word: 'sell_half', divisor: 2n },
  { word: 'sell_everything', divisor: 1n },
] as const;

/** How many points: typed, or a share of what is held. "All" stays all, whatever is held then. */
export function AmountForm({ held, onChoose }: AmountFormProps) {
  const { t } = useMall();
  const [text, setText] = useState(textOf(held));
  const bad = readPoints(text) === undefined;
  const type = (typed: string) => {
    setText(typed);
    const points = readPoints(typed);
    onChoose(points?.amount === held.amount ? 'all' : points);
  };
  return (
    <div class={look['form']}>
      <label for="points">{t('sell_how_many')}</label>
      <input
        id="points"
        inputMode="decimal"
        autocomplete="off"
        value={text}
        aria-invalid={bad}
        aria-describedby="points-bad"
        onInput={(event) => type(event.currentTarget.value)}
      />
      <p id="points-bad" class={look['bad']} role="alert">
        {bad && t('sell_bad')}
      </p>
      <div class={look['shortcuts']}>
        {SHORTCUTS.map(({ word, divisor }) => (
          <button type="button" key={word} onClick={() => type(textOf(partOf(held, divisor)))}>
            {t(word)}
          </button>
        ))}
      </div>
    </div>
  );
}

function textOf(points: Growth): string {
  return writeDecimal(BigInt(points.amount), 12);
}
