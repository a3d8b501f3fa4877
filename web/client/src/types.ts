import type { components } from './schema.ts';

type Shapes = components['schemas'];

/** Any amount as it crosses the wire: an integer string of the asset's smallest unit. */
export type WireAmount = Shapes['AnyAmount'];
export type Cny = Shapes['Cny'];
export type Growth = Shapes['Growth'];
export type Constant = Shapes['Constant'];
/** Yuan per growth point, 12 decimals, rounded down. */
export type Price = Shapes['Price'];
/** RFC 9457 problem details; `code` is `room.reason`. */
export type Problem = Shapes['Problem'];

export type Actor = Shapes['Actor'];
export type Session = Shapes['Session'];
export type Tenant = Shapes['Tenant'];
export type Role = Shapes['Role'];
export type SimulatedMessage = Shapes['SimulatedMessage'];

export type Cover = Shapes['Cover'];
export type Earning = Shapes['Earning'];
export type Sku = Shapes['Sku'];
export type Product = Shapes['Product'];
export type ProductCard = Shapes['ProductCard'];
export type ProductPage = Shapes['ProductPage'];

export type Checkout = Shapes['Checkout'];
export type CheckoutLine = Shapes['CheckoutLine'];
export type CheckoutPreview = Shapes['CheckoutPreview'];
export type PaymentAttempt = Shapes['PaymentAttempt'];
export type OrderState = Shapes['OrderState'];
export type OrderCard = Shapes['OrderCard'];
export type OrderPage = Shapes['OrderPage'];
export type OrderLine = Shapes['OrderLine'];
/** An order's lines are richer here than on its card; said plainly, not as an intersection. */
export type OrderDetail = Omit<Shapes['OrderDetail'], 'lines'> & { lines: OrderLine[] };
export type Refund = Shapes['Refund'];
export type TimelineEntry = Shapes['TimelineEntry'];
export type Transfer = Shapes['Transfer'];
export type TransferLeg = Shapes['TransferLeg'];

export type Value = Shapes['Value'];
export type PriceHistory = Shapes['PriceHistory'];
export type DayClose = Shapes['DayClose'];
export type SalePreview = Shapes['SalePreview'];
export type SaleReceipt = Shapes['SaleReceipt'];
export type ClaimReceipt = Shapes['ClaimReceipt'];
export type Activity = Shapes['Activity'];
export type ActivityPage = Shapes['ActivityPage'];

export type Overview = Shapes['Overview'];
export type DayFigures = Shapes['DayFigures'];
export type FundingWaterfall = Shapes['FundingWaterfall'];
export type EconomyBoard = Shapes['EconomyBoard'];
export type Holder = Shapes['Holder'];
export type LogEntry = Shapes['LogEntry'];
export type LogPage = Shapes['LogPage'];
