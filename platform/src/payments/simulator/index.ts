export { deliverOverHttp } from './deliver.ts';
export {
  acknowledgeLines,
  actAtCashier,
  billOf,
  deliverLines,
  payOut,
  repeatCallbacks,
} from './simulator.ts';
export type { CashierAct, Deliver } from './simulator.ts';
export type { BillLine } from './store.ts';
