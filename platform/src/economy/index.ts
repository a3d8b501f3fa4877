export { activityOf } from './activity.ts';
export type { ActivityLine } from './activity.ts';
export type { AppliedEvent } from './batch.ts';
export type { Answer, EconomyDoor } from './door.ts';
export { canonicalInstant, firstHash, inputHash, logMoney, nextHash } from './entry.ts';
export type { LogEntry, Source } from './entry.ts';
export { transferOf } from './journal.ts';
export { readOutcome } from './outcome.ts';
export type { EventOutcome } from './outcome.ts';
export { loadBooks } from './service/books.ts';
export type { Books } from './service/books.ts';
export { claimDividend } from './service/claim.ts';
export { exportLog, hashOfRecord, loadEconomy, showEconomy } from './service/export.ts';
export { openEconomy } from './service/open.ts';
export type { OpenEconomyRefusal } from './service/open.ts';
export { codeOf, findSale, previewSale, sellPoints } from './service/sell.ts';
export type { ActRefusal, EconomyCode, MemberAct, PointsToSell } from './service/sell.ts';
export { outcomeOf } from './service/outcome-of.ts';
export { submitEconomyEvent, submitEconomyEvents } from './service/submit.ts';
export type { SubmittedEvent } from './service/submit.ts';
export { earningOf, loadTerms, rateText } from './service/terms.ts';
export type { BatchHook } from './tenant-writer.ts';
export { WriterBusy } from './tenant-writer.ts';
export { EconomyWriters } from './writers.ts';
export { loadLogAfter as loadLogPage } from './store/view.ts';
export type { StoredEntry } from './store/view.ts';
export { cny, constant, growth } from './on-wire.ts';
export { addEconomyRoutes } from './routes.ts';
export { loadEconomyState } from './service/state.ts';
export type { EconomyState } from './service/state.ts';
export type { ClosedDay } from './store/batch.ts';
export { loadAccount } from './store/load.ts';
export {
  countHolders,
  lastClosedDay,
  loadActivity,
  loadDays,
  loadLogBefore,
  loadTopHolders,
  priceEverFell,
} from './store/view.ts';
export { addToDay, NEW_DAY } from './today.ts';
export type { Today } from './today.ts';
