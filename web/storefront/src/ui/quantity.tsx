import { useMall } from '../mall.ts';
import { MinusIcon, PlusIcon } from './icons.tsx';
import look from './quantity.module.css';

interface QuantityProps {
  readonly value: number;
  /** What is in stock. */
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A count of pieces, at least one and at most the stock. */
export function Quantity({ value, most, onChange }: QuantityProps) {
  const { t } = useMall();
  return (
    <span class={look['quantity']}>
      <button
        type="button"
        aria-label={t('fewer')}
        disabled={value <= 1}
        onClick={() => onChange(value - 1)}
      >
        <MinusIcon />
      </button>
      <output aria-label={t('quantity')}>{value}</output>
      <button
        type="button"
        aria-label={t('one_more')}
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        <PlusIcon />
      </button>
    </span>
  );
}
