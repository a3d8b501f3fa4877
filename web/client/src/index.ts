export { createApi } from './api.ts';
export type { Api, ApiOptions, Language } from './api.ts';
export { OFFLINE, UNREADABLE } from './answer.ts';
export type { Answer } from './answer.ts';
export { newIdempotencyKey } from './idempotency.ts';
export {
  figureParts,
  formatMoney,
  formatMovement,
  groupThousands,
  joinFigure,
  moneyParts,
  unitsOf,
} from './format/money.ts';
export type { FigureParts } from './format/money.ts';
export { formatExact, formatPoints, pointsFigure } from './format/points.ts';
export type { CutFigure } from './format/points.ts';
export { formatPrice, formatRate, priceFigure, priceUnits } from './format/price.ts';
export { formatDate, formatDay, formatInstant } from './format/dates.ts';
export type { Calendar } from './format/dates.ts';
export {
  getMe,
  getTenant,
  listSimulatedMessages,
  requestCode,
  signIn,
  signOut,
} from './rooms/identity.ts';
export { getProduct, listCategories, listProducts } from './rooms/catalog.ts';
export type { ProductQuery } from './rooms/catalog.ts';
export {
  cancelOrder,
  createAttempt,
  createCheckout,
  getAttempt,
  getMyOrder,
  getTransfer,
  listMyOrders,
  previewCheckout,
  receiveOrder,
  simulatePayment,
} from './rooms/orders.ts';
export type { CheckoutIntent, OrderQuery } from './rooms/orders.ts';
export {
  claimDividend,
  getPrices,
  getSale,
  getValue,
  listActivity,
  previewSale,
  sellPoints,
} from './rooms/value.ts';
export type { PointsToSell } from './rooms/value.ts';
export {
  createRefund,
  getConsoleOrder,
  getEconomyBoard,
  getOverview,
  listConsoleOrders,
  listLog,
  shipOrder,
} from './rooms/console.ts';
export type {
  Activity,
  ActivityPage,
  Actor,
  Checkout,
  CheckoutLine,
  CheckoutPreview,
  ClaimReceipt,
  Cny,
  Constant,
  Cover,
  DayClose,
  DayFigures,
  Earning,
  EconomyBoard,
  FundingWaterfall,
  Growth,
  Holder,
  LogEntry,
  LogPage,
  OrderCard,
  OrderDetail,
  OrderLine,
  OrderPage,
  OrderState,
  Overview,
  PaymentAttempt,
  Price,
  PriceHistory,
  Problem,
  Product,
  ProductCard,
  ProductPage,
  Refund,
  Role,
  SalePreview,
  SaleReceipt,
  Session,
  SimulatedMessage,
  Sku,
  Tenant,
  TimelineEntry,
  Transfer,
  TransferLeg,
  Value,
  WireAmount,
} from './types.ts';
