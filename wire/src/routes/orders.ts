import { createRoute, z } from '@hono/zod-openapi';
import { body, created, ok } from '../contract.ts';
import {
  CancelOrder,
  Checkout,
  CheckoutPreview,
  CreateCheckout,
  CreateRefund,
  GatewayCallback,
  OrderDetail,
  OrderPage,
  OrderState,
  PaymentAttempt,
  Refund,
  ShipOrder,
  Transfer,
} from '../orders.ts';
import { IdempotencyHeader, PageQuery, Uuid } from '../shapes.ts';

const orderId = z.object({ orderId: Uuid });
const list = PageQuery.extend({ state: OrderState.optional(), q: z.string().max(60).optional() });

export const previewCheckout = createRoute({
  method: 'post',
  path: '/v1/checkouts/preview',
  operationId: 'previewCheckout',
  tags: ['orders'],
  summary: 'Price lines and show what they will earn; reserves nothing',
  request: { body: body(CreateCheckout) },
  responses: ok(CheckoutPreview, 'Prices'),
});

export const createCheckout = createRoute({
  method: 'post',
  path: '/v1/checkouts',
  operationId: 'createCheckout',
  tags: ['orders'],
  summary: 'Place orders (one per merchant) under one payment; reserves stock',
  request: { headers: IdempotencyHeader, body: body(CreateCheckout) },
  responses: created(Checkout, 'Placed'),
});

export const getCheckout = createRoute({
  method: 'get',
  path: '/v1/checkouts/{checkoutId}',
  operationId: 'getCheckout',
  tags: ['orders'],
  summary: 'A checkout of mine and its payment',
  request: { params: z.object({ checkoutId: Uuid }) },
  responses: ok(Checkout, 'The checkout'),
});

export const createAttempt = createRoute({
  method: 'post',
  path: '/v1/payments/{paymentId}/attempts',
  operationId: 'createAttempt',
  tags: ['payments'],
  summary: 'Try to pay: opens the gateway’s cashier',
  request: {
    headers: IdempotencyHeader,
    params: z.object({ paymentId: Uuid }),
    body: body(z.object({ gateway: z.literal('simulator') })),
  },
  responses: created(PaymentAttempt, 'The attempt'),
});

export const getAttempt = createRoute({
  method: 'get',
  path: '/v1/payment-attempts/{attemptId}',
  operationId: 'getAttempt',
  tags: ['payments'],
  summary: 'How an attempt to pay stands',
  request: { params: z.object({ attemptId: Uuid }) },
  responses: ok(PaymentAttempt, 'The attempt'),
});

export const gatewayCallback = createRoute({
  method: 'post',
  path: '/v1/gateways/simulator/callbacks',
  operationId: 'gatewayCallback',
  tags: ['payments'],
  summary: 'The simulated gateway tells what happened, signed',
  request: { body: body(GatewayCallback) },
  responses: ok(
    z.object({ outcome: z.enum(['accepted', 'duplicate', 'refunding']) }),
    'Understood',
  ),
});

export const simulatePayment = createRoute({
  method: 'post',
  path: '/v1/simulator/payment-attempts/{attemptId}',
  operationId: 'simulatePayment',
  tags: ['simulator'],
  summary: 'Act as the shopper at the simulated cashier; the simulator then calls back over HTTP',
  request: {
    params: z.object({ attemptId: Uuid }),
    body: body(z.object({ act: z.enum(['pay', 'fail', 'pay_twice']) })),
  },
  responses: ok(PaymentAttempt, 'The attempt after the callback'),
});

export const listMyOrders = createRoute({
  method: 'get',
  path: '/v1/orders',
  operationId: 'listMyOrders',
  tags: ['orders'],
  summary: 'My orders, newest first',
  request: { query: list },
  responses: ok(OrderPage, 'A page of orders'),
});

export const getMyOrder = createRoute({
  method: 'get',
  path: '/v1/orders/{orderId}',
  operationId: 'getMyOrder',
  tags: ['orders'],
  summary: 'One order of mine with its life, earnings and journal transfers',
  request: { params: orderId },
  responses: ok(OrderDetail, 'The order'),
});

export const cancelOrder = createRoute({
  method: 'post',
  path: '/v1/orders/{orderId}/cancel',
  operationId: 'cancelOrder',
  tags: ['orders'],
  summary: 'Cancel: unpaid closes, paid and not yet shipped is refunded in full',
  request: { headers: IdempotencyHeader, params: orderId, body: body(CancelOrder) },
  responses: ok(OrderDetail, 'The order'),
});

export const receiveOrder = createRoute({
  method: 'post',
  path: '/v1/orders/{orderId}/receive',
  operationId: 'receiveOrder',
  tags: ['orders'],
  summary: 'The goods are here: the return window begins',
  request: { headers: IdempotencyHeader, params: orderId },
  responses: ok(OrderDetail, 'The order'),
});

export const listConsoleOrders = createRoute({
  method: 'get',
  path: '/v1/console/orders',
  operationId: 'listConsoleOrders',
  tags: ['console'],
  summary: 'Orders (merchant: own; operator: all), newest first; q = order or member number',
  request: { query: list },
  responses: ok(OrderPage, 'A page of orders'),
});

export const getConsoleOrder = createRoute({
  method: 'get',
  path: '/v1/console/orders/{orderId}',
  operationId: 'getConsoleOrder',
  tags: ['console'],
  summary: 'One order with its life, earnings and journal transfers',
  request: { params: orderId },
  responses: ok(OrderDetail, 'The order'),
});

export const shipOrder = createRoute({
  method: 'post',
  path: '/v1/console/orders/{orderId}/ship',
  operationId: 'shipOrder',
  tags: ['console'],
  summary: 'The parcel is on its way',
  request: { headers: IdempotencyHeader, params: orderId, body: body(ShipOrder) },
  responses: ok(OrderDetail, 'The order'),
});

export const createRefund = createRoute({
  method: 'post',
  path: '/v1/console/orders/{orderId}/refunds',
  operationId: 'createRefund',
  tags: ['console'],
  summary: 'Refund lines by quantity, before or after settlement',
  request: { headers: IdempotencyHeader, params: orderId, body: body(CreateRefund) },
  responses: created(Refund, 'The refund'),
});

export const getTransfer = createRoute({
  method: 'get',
  path: '/v1/transfers/{transferId}',
  operationId: 'getTransfer',
  tags: ['ledger'],
  summary: 'One double entry that touches me (console roles: of the tenant or the merchant)',
  request: { params: z.object({ transferId: Uuid }) },
  responses: ok(Transfer, 'The transfer'),
});
