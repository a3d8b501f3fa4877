export { earningSteps, earnsNothing } from './earning.ts';
export type { EarningStep } from './earning.ts';
export { accountName, tAccounts } from './journal.ts';
export type { AccountName, TAccount, TSide } from './journal.ts';
export {
  keptFen,
  mayEarn,
  memberActs,
  operatorActs,
  pendingRefunds,
  timelineRows,
  toneOf,
} from './order.ts';
export type { MemberAct, OperatorAct, TimelineRow, Tone } from './order.ts';
export { permilleOf, permilles } from './proportion.ts';
export { sparkline } from './sparkline.ts';
export { daySplit, orderSplit } from './split.ts';
export type { Split, SplitPart, SplitPartName } from './split.ts';
export { staircase } from './staircase.ts';
export type { Box, Staircase, Step } from './staircase.ts';
export { backingBar, holdsNothing, quotaBar, wouldGetNow } from './standing.ts';
export type { BackingBar, QuotaBar } from './standing.ts';
