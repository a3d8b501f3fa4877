export { balancesOfAll, findTransfer, post, postAll, transfersOfCause } from './service.ts';
export type { Posting } from './service.ts';
export type { StoredTransfer } from './store.ts';
export { hasLegOf, transferOnWire } from './on-wire.ts';
export type { Viewer } from './on-wire.ts';
