import type { OrderState } from '@tuodi/web-client';
import css from './order-state.module.css';
import { useSpoken } from './language.tsx';

/** An order's state: the square of the mark, filled where somebody has to act or all is done. */
export function OrderStateMark({ state }: { state: OrderState }) {
  const { t } = useSpoken();
  return (
    <span className={css['state']} data-state={state}>
      {t(`orderState.${state}`)}
    </span>
  );
}
