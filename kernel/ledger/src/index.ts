export { accountId, accountName, assetId, assetOf, ASSETS, keepingOf } from './account.ts';
export type { AccountName, AssetCode, Keeping, PotName } from './account.ts';
export { transfer } from './transfer.ts';
export type { Leg, Transfer, TransferKind } from './transfer.ts';
export { holderAccounts } from './templates/holder.ts';
export type { HolderAccounts } from './templates/holder.ts';
export { constantLocked, orderRefunded, orderRefundedLate } from './templates/order.ts';
export type { LateRefundFacts, OpenRefundFacts } from './templates/order.ts';
export { paymentConfirmed, paymentUnexpected, refundConfirmed } from './templates/payment.ts';
export type { Payment } from './templates/payment.ts';
export {
  constantRedeemed,
  dividendClaimed,
  goodsExchanged,
  pointsConverted,
  pointsSold,
} from './templates/points.ts';
export type {
  ConversionFacts,
  GoodsFacts,
  RedemptionFacts,
  SaleFacts,
} from './templates/points.ts';
export { dayClosed, genesis, reserveInjected, stabilityReleased } from './templates/reserve.ts';
export { orderSettled } from './templates/settle.ts';
export type { SettleFacts } from './templates/settle.ts';
export type { ExitFacts, FlushFacts, SideEffects } from './templates/side-effects.ts';
