import { useState } from 'preact/hooks';
import { joinFigure, moneyParts, pointsFigure, priceFigure } from '@tuodi/web-client';
import type { CutFigure, FigureParts, WireAmount } from '@tuodi/web-client';
import { useMall } from '../mall.ts';
import look from './figure.module.css';

type Size = 'small' | 'text' | 'large' | 'hero';

/** A figure with its unit and fraction small. */
export function Figure({ parts, size = 'text' }: { parts: FigureParts; size?: Size }) {
  const { sign, symbol, whole, fraction } = parts;
  return (
    <span class={`${look['figure']} ${look[size]}`}>
      {sign}
      {symbol !== '' && <span class={look['symbol']}>{symbol}</span>}
      {whole}
      {fraction !== '' && <span class={look['fraction']}>{fraction}</span>}
    </span>
  );
}

export function Money({ value, size = 'text' }: { value: WireAmount; size?: Size }) {
  return <Figure parts={moneyParts(value)} size={size} />;
}

/** A figure that is shown cut; a tap shows every digit, another one the short form again. */
export function Exact({ figure, size = 'text' }: { figure: CutFigure; size?: Size }) {
  const { t } = useMall();
  const [full, setFull] = useState(false);
  if (!figure.cut) return <Figure parts={figure.shown} size={size} />;
  return (
    <button
      type="button"
      class={look['exact']}
      aria-pressed={full}
      aria-label={`${joinFigure(figure.shown)}, ${t('exact')} ${figure.exact}`}
      onClick={() => setFull(!full)}
    >
      {full ? (
        <span class={`${look['figure']} ${look['full']}`}>{figure.exact}</span>
      ) : (
        <Figure parts={figure.shown} size={size} />
      )}
    </button>
  );
}

export function Points({ value, size = 'text' }: { value: WireAmount; size?: Size }) {
  return <Exact figure={pointsFigure(value)} size={size} />;
}

export function PriceFigure({ price, size = 'text' }: { price: string; size?: Size }) {
  return <Exact figure={priceFigure(price)} size={size} />;
}
