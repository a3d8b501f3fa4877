import type { EconomyBoard } from '@tuodi/web-client';
import { Money, Points, PriceFigure } from '../../ui/figure.tsx';
import { useSpoken } from '../../ui/language.tsx';
import css from './economy.module.css';

/** What the whole economy rests on, as one line: reserve = points × price. */
export function Equation({ board }: { board: EconomyBoard }) {
  const { t } = useSpoken();
  return (
    <section aria-label={t('economy.backing')} className={css['equation']}>
      <div>
        <h2>{t('economy.reserve')}</h2>
        <Money value={board.reserve} size="hero" />
      </div>
      <span className={css['operator']}>=</span>
      <div>
        <h2>{t('economy.circulating')}</h2>
        <Points value={board.circulating} size="hero" />
      </div>
      <span className={css['operator']}>×</span>
      <div>
        <h2>{t('economy.price')}</h2>
        <PriceFigure price={board.price} size="hero" />
      </div>
      <p>{t('economy.backing.equal')}</p>
    </section>
  );
}
