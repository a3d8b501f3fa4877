export { SIMULATOR } from './payment.ts';
export type { Attempt, GatewayCallback, NewId, Payment } from './payment.ts';
export { isGenuine, signatureOf } from './signature.ts';
export type { GatewayAccount } from './signature.ts';
export {
  closePayment,
  findAttempt,
  findPayment,
  holdExpired,
  holdPayment,
  openAttempt,
  openPayment,
} from './service/payments.ts';
export type { OpenAttemptRefusal } from './service/payments.ts';
export { receiveCallback } from './service/receive.ts';
export type { CallbackOutcome, CallbackRefusal } from './service/receive.ts';
export {
  askGateway,
  bookRefunds,
  confirmedRefunds,
  openRefund,
  unconfirmedRefunds,
} from './service/refunds.ts';
export {
  acknowledgeLines,
  actAtCashier,
  billOf,
  deliverLines,
  deliverOverHttp,
  repeatCallbacks,
} from './simulator/index.ts';
export type { BillLine, CashierAct, Deliver } from './simulator/index.ts';
