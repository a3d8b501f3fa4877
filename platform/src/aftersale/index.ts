export { giveBack } from './give-back.ts';
export type { GiveBackRefusal, GivenBack, RequestedLine, SoldLine } from './give-back.ts';
export { recordRefund, refundsOfOrder } from './service.ts';
export type { Refund } from './service.ts';
