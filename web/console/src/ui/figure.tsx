import { Tooltip } from '@mantine/core';
import { formatExact, moneyParts, pointsFigure, priceFigure } from '@tuodi/web-client';
import type { FigureParts, WireAmount } from '@tuodi/web-client';
import clsx from 'clsx';
import { useState } from 'react';
import type { ReactNode } from 'react';
import css from './figure.module.css';
import { useSpoken } from './language.tsx';

type Size = 'text' | 'large' | 'hero';

function Parts({ parts, unit, size }: { parts: FigureParts; unit?: string; size: Size }) {
  return (
    <span className={clsx(css['figure'], css[size])}>
      {parts.sign}
      {parts.symbol !== '' && <span className={css['symbol']}>{parts.symbol}</span>}
      {parts.whole}
      <span className={css['fraction']}>{parts.fraction}</span>
      {unit !== undefined && <span className={css['unit']}>{unit}</span>}
    </span>
  );
}

/** Yuan, the fraction smaller. Exact as it stands. */
export function Money({ value, size = 'text' }: { value: WireAmount; size?: Size }) {
  return <Parts parts={moneyParts(value)} size={size} />;
}

/** A price per point with 4 decimals; all 12 on hover, focus or touch. */
export function PriceFigure({ price, size = 'text' }: { price: string; size?: Size }) {
  const { shown, exact } = priceFigure(price);
  return (
    <Exact exact={exact}>
      <Parts parts={shown} size={size} />
    </Exact>
  );
}

/** Points with 2 decimals; every decimal on hover, focus or touch. */
export function Points({ value, size = 'text' }: { value: WireAmount; size?: Size }) {
  const { t } = useSpoken();
  const { shown, cut } = pointsFigure(value);
  const parts = <Parts parts={shown} unit={t('economy.unit.points')} size={size} />;
  return cut ? <Exact exact={formatExact(value)}>{parts}</Exact> : parts;
}

/** A figure that is shown cut down: a press, a hover or the focus tells the whole of it. */
function Exact({ exact, children }: { exact: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Tooltip label={<span className={css['exact']}>{exact}</span>} opened={open}>
      <button
        type="button"
        className={css['button']}
        onMouseEnter={() => setOpen(true)}
        onMouseLeave={() => setOpen(false)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen((is) => !is)}
      >
        {children}
      </button>
    </Tooltip>
  );
}
