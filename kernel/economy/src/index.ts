export { accrued, accruedDown, openAccount, weightOf } from './account.ts';
export type { Account, AccountKind } from './account.ts';
export { applyEvent } from './apply.ts';
export type {
  Applied,
  Booked,
  Bought,
  Claimed,
  Converted,
  DayClosed,
  Elected,
  Exchanged,
  Exit,
  Flush,
  Injected,
  IpoOpened,
  Placed,
  Redeemed,
  RefundedLate,
  RefundedOpen,
  Settled,
  Sold,
} from './booked.ts';
export { compareCodePoints } from './code-points.ts';
export { createEconomy, priceOf } from './economy.ts';
export type { Economy } from './economy.ts';
export { orderIdOf } from './event.ts';
export type { EconomyEvent, EventRefusal, Reason } from './event.ts';
export { afterFee } from './fee.ts';
export { readJsonLine } from './json-line.ts';
export { divideMargin, valueGranted } from './margin.ts';
export type { DividedMargin } from './margin.ts';
export type { EconomyOrder } from './order.ts';
export { POLICY_DEFAULTS, readPolicy } from './policy.ts';
export type { BadPolicy, Level, Policy, PolicyFields } from './policy.ts';
export {
  accountRecord,
  accountsRecord,
  effectRecord,
  outcomeRecord,
  priceText,
  stateRecord,
  topMembers,
} from './record.ts';
export type { AccountRecord, AccountsRecord, PayoutRecord, StateRecord } from './record.ts';
export { restoreEconomy, totalsOf } from './restore.ts';
export type { EconomyTotals, StoredAccount } from './restore.ts';
export { replayEvent, startReplay } from './replay.ts';
export type { Replay } from './replay.ts';
export { pointsDown, valueDown, valueUp } from './units.ts';
export type { Money, PerWeight, Points, Price, Weight } from './units.ts';
