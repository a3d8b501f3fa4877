export {
  add,
  amount,
  constantFen,
  fen,
  growthUnits,
  larger,
  negate,
  smaller,
  subtract,
  sum,
} from './amount.ts';
export type { Amount, ConstantFen, Fen, GrowthUnits } from './amount.ts';
export { allocate } from './allocate.ts';
export { onGrid, powerOfTen, readDecimal, writeDecimal, writeFixed } from './decimal.ts';
export type { Decimal } from './decimal.ts';
export { divideDown, divideHalfUp, divideUp, takeDown, takeUp } from './rounding.ts';
export type { Fraction } from './rounding.ts';
