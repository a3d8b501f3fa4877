import { z } from '@hono/zod-openapi';
import { Cover, Earning } from './catalog.ts';
import { AnyAmount, Cny, Growth, Instant, OrderNumber, pageOf, Uuid } from './shapes.ts';

export const Quantity = z.int().min(1).max(1_000_000);

export const CheckoutLine = z.object({ skuId: Uuid, quantity: Quantity }).openapi('CheckoutLine');

/** The server prices the lines; `expectedTotal` guards the shopper against a changed price. */
export const CreateCheckout = z
  .object({
    lines: z.array(CheckoutLine).min(1).max(2000),
    expectedTotal: Cny.optional(),
    referrer: z.string().max(20).optional().openapi({ description: 'member number' }),
  })
  .openapi('CreateCheckout');

export const PricedLine = z
  .object({
    skuId: Uuid,
    productId: Uuid,
    title: z.string(),
    titleEn: z.string().nullable(),
    skuTitle: z.string(),
    skuTitleEn: z.string().nullable(),
    cover: Cover,
    quantity: z.int(),
    price: Cny,
    amount: Cny,
  })
  .openapi('PricedLine');

/** What the checkout would cost and earn now. Nothing is reserved. */
export const CheckoutPreview = z
  .object({ lines: z.array(PricedLine), total: Cny, earning: Earning })
  .openapi('CheckoutPreview');

export const OrderState = z
  .enum([
    'awaiting_payment',
    'paid',
    'shipped',
    'return_window',
    'settling',
    'settled',
    'closed',
    'refunded',
  ])
  .openapi('OrderState');

export const PaymentState = z.enum(['open', 'paid', 'closed']).openapi('PaymentState');

export const Checkout = z
  .object({
    id: Uuid,
    orders: z.array(z.object({ id: Uuid, number: OrderNumber })),
    total: Cny,
    payment: z.object({ id: Uuid, state: PaymentState, expiresAt: Instant }),
  })
  .openapi('Checkout');

export const PaymentAttempt = z
  .object({
    id: Uuid,
    paymentId: Uuid,
    gateway: z.literal('simulator'),
    state: z.enum(['open', 'succeeded', 'failed']),
    amount: Cny,
    cashierUrl: z.string(),
    orders: z.array(z.object({ id: Uuid, number: OrderNumber })),
    expiresAt: Instant,
  })
  .openapi('PaymentAttempt');

/**
 * What a gateway tells us, signed: header `x-signature` = hex HMAC-SHA256 of the raw body under the
 * gateway account's secret. `id` is the gateway's own number of the payment, told once or often.
 */
export const GatewayCallback = z
  .object({
    id: z.string().min(1).max(100),
    attemptId: Uuid,
    kind: z.enum(['payment_succeeded', 'payment_failed', 'refund_succeeded']),
    refundId: Uuid.optional(),
    amount: Cny,
    at: Instant,
  })
  .openapi('GatewayCallback');

export const OrderLine = PricedLine.extend({ id: Uuid, refundedQuantity: z.int() }).openapi(
  'OrderLine',
);

/** A row of a list of orders. */
export const OrderCard = z
  .object({
    id: Uuid,
    number: OrderNumber,
    state: OrderState,
    merchantName: z.string(),
    placedAt: Instant,
    amount: Cny,
    refunded: Cny,
    lines: z.array(PricedLine).max(3),
    lineCount: z.int(),
    memberNumber: z.string(),
    paymentId: Uuid,
  })
  .openapi('OrderCard');

export const OrderPage = pageOf(OrderCard, 'OrderPage');

export const TransferLeg = z
  .object({
    account: z.string().openapi({
      example: 'reserve',
      description:
        'a pot of the mall, gateway:N, member:N or merchant:N (or one of their points, such as member:N:growth); others: the sum of everybody whom the reader may not see',
    }),
    value: AnyAmount,
  })
  .openapi('TransferLeg');

/** One double entry of the journal: its legs sum to zero per asset. */
export const Transfer = z
  .object({
    id: Uuid,
    kind: z.string().openapi({ example: 'settle' }),
    at: Instant,
    cause: z.object({ type: z.string(), id: z.string() }),
    legs: z.array(TransferLeg),
  })
  .openapi('Transfer');

export const Refund = z
  .object({
    id: Uuid,
    state: z.enum(['pending', 'confirmed']),
    amount: Cny,
    reason: z.string(),
    late: z.boolean().openapi({ description: 'after settlement' }),
    at: Instant,
    lines: z.array(z.object({ lineId: Uuid, quantity: z.int(), amount: Cny })),
  })
  .openapi('Refund');

export const TimelineEntry = z
  .object({
    what: z.enum([
      'placed',
      'paid',
      'shipped',
      'received',
      'window_ends',
      'settled',
      'closed',
      'refunded',
    ]),
    at: Instant,
    future: z.boolean(),
  })
  .openapi('TimelineEntry');

export const OrderDetail = OrderCard.omit({ lines: true })
  .extend({
    lines: z.array(OrderLine),
    timeline: z.array(TimelineEntry),
    windowEndsAt: Instant.nullable(),
    shipment: z.object({ carrier: z.string(), tracking: z.string() }).nullable(),
    earning: Earning.openapi({ description: 'at today’s price until settled' }),
    earned: z
      .object({
        at: Instant,
        contribution: Cny,
        value: Cny,
        points: Growth,
        dividendShare: Cny,
        platformShare: Cny,
        merchantShare: Cny,
        transferId: Uuid,
      })
      .nullable(),
    refunds: z.array(Refund),
    transfers: z.array(Transfer),
  })
  .openapi('OrderDetail');

export const CancelOrder = z
  .object({ reason: z.string().max(200).default('') })
  .openapi('CancelOrder');
export const ShipOrder = z
  .object({ carrier: z.string().min(1).max(60), tracking: z.string().min(1).max(60) })
  .openapi('ShipOrder');

export const CreateRefund = z
  .object({
    lines: z
      .array(z.object({ lineId: Uuid, quantity: Quantity }))
      .min(1)
      .max(2000),
    reason: z.string().max(200).default(''),
  })
  .openapi('CreateRefund');
