import type { Fen, GrowthUnits } from '@tuodi/amount';
import { transfer } from '../transfer.ts';
import type { Transfer } from '../transfer.ts';
import { sideEffectLegs } from './side-effects.ts';
import type { SideEffects } from './side-effects.ts';

/** The day's pool was distributed: it is owed now. */
export function dayClosed(taken: Fen, effects: SideEffects): Transfer | undefined {
  return transfer('day_closed', [
    { account: 'dividend_open', amount: -taken },
    { account: 'dividend_owed', amount: taken },
    ...sideEffectLegs(effects),
  ]);
}

/** The platform's own money into the reserve. */
export function reserveInjected(amount: Fen, effects: SideEffects): Transfer | undefined {
  return transfer('reserve_injected', [
    { account: 'platform_capital', amount: -amount },
    { account: 'reserve', amount },
    ...sideEffectLegs(effects),
  ]);
}

/** The stability reserve gives back to the reserve. */
export function stabilityReleased(amount: Fen, effects: SideEffects): Transfer | undefined {
  return transfer('stability_released', [
    { account: 'stability', amount: -amount },
    { account: 'reserve', amount },
    ...sideEffectLegs(effects),
  ]);
}

/** The opening entry of a tenant whose policy has a genesis reserve. */
export function genesis(reserve: Fen, points: GrowthUnits): Transfer | undefined {
  return transfer('genesis', [
    { account: 'platform_capital', amount: -reserve },
    { account: 'reserve', amount: reserve },
    { account: 'growth_issued', amount: -points },
    { account: 'growth_genesis', amount: points },
  ]);
}
