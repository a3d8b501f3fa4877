export {
  availableOf,
  confirmReservation,
  openStock,
  putBack,
  releaseReservation,
  reserve,
  unbalancedStock,
} from './service.ts';
export type { Pieces, Reserve, StockRefusal } from './service.ts';
