export {
  availableOf,
  confirmReservation,
  openStock,
  putBack,
  releaseReservation,
  reserve,
} from './service.ts';
export type { Pieces, Reserve, StockRefusal } from './service.ts';
