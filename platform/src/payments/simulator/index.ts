export { deliverOverHttp } from './deliver.ts';
export { actAtCashier, billOf, payOut, repeatCallbacks } from './simulator.ts';
export type { CashierAct, Deliver } from './simulator.ts';
export type { BillLine } from './store.ts';
