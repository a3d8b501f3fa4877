// Generated from wire's routes by tools/openapi: never edited by hand.

export interface paths {
  '/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in */
    get: operations['me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sign-in/codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a one-time code to a phone */
    post: operations['requestCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with the code; sets the session cookie and returns a bearer token */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End this session */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/simulator/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Messages of the simulator to one phone, newest first; demo installations only */
    get: operations['simulatedMessages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tenant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The mall: name, zone, business time, return window */
    get: operations['tenant'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/console/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put a product up (merchant: own; operator: any merchant) */
    post: operations['createProduct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/products/{productId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One product with its SKUs and what each will earn */
    get: operations['getProduct'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Categories that have goods on sale */
    get: operations['listCategories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Goods on sale, newest first */
    get: operations['listProducts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{orderId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel: unpaid closes, paid and not yet shipped is refunded in full */
    post: operations['cancelOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/payments/{paymentId}/attempts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try to pay: opens the gateway’s cashier */
    post: operations['createAttempt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/checkouts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Place orders (one per merchant) under one payment; reserves stock */
    post: operations['createCheckout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/console/orders/{orderId}/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refund lines by quantity, before or after settlement */
    post: operations['createRefund'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/gateways/simulator/callbacks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The simulated gateway tells what happened, signed */
    post: operations['gatewayCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/payment-attempts/{attemptId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How an attempt to pay stands */
    get: operations['getAttempt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/checkouts/{checkoutId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A checkout of mine and its payment */
    get: operations['getCheckout'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/console/orders/{orderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One order with its life, earnings and journal transfers */
    get: operations['getConsoleOrder'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{orderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One order of mine with its life, earnings and journal transfers */
    get: operations['getMyOrder'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/transfers/{transferId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One double entry that touches me (console roles: of the tenant or the merchant) */
    get: operations['getTransfer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/console/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Orders (merchant: own; operator: all), newest first; q = order or member number */
    get: operations['listConsoleOrders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My orders, newest first */
    get: operations['listMyOrders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/checkouts/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Price lines and show what they will earn; reserves nothing */
    post: operations['previewCheckout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{orderId}/receive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The goods are here: the return window begins */
    post: operations['receiveOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/console/orders/{orderId}/ship': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The parcel is on its way */
    post: operations['shipOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/simulator/payment-attempts/{attemptId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Act as the shopper at the simulated cashier; the simulator then calls back over HTTP */
    post: operations['simulatePayment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/value/claims': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pay out my credited dividend */
    post: operations['claimDividend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/console/economy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** State, policy, daily closes and largest holders of the economy */
    get: operations['getEconomyBoard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/console/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The operator’s day at a glance */
    get: operations['getOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/value/prices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Price, reserve and dividend at the close of each day */
    get: operations['getPrices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/value/sales/{saleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The receipt of a sale of mine */
    get: operations['getSale'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/value': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My points, what they would pay now, my limit, and what backs them */
    get: operations['getValue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/value/activity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What moved my points and cash, newest first */
    get: operations['listActivity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/console/economy/log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The economy’s hash-chained log, newest first */
    get: operations['listLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/value/sales/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What selling these points would pay now; moves nothing */
    post: operations['previewSale'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/value/sales': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sell points back to the reserve */
    post: operations['sellPoints'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Actor: {
      memberNumber: string;
      /** @description masked: 138****0001 */
      phone: string;
      roles: components['schemas']['Role'][];
      merchantNumber: string | null;
    };
    /** @enum {string} */
    Role: 'member' | 'merchant' | 'operator';
    Problem: {
      type: string;
      title: string;
      status: number;
      /** @example economy.not_enough_points */
      code: string;
      detail: string;
      traceId: string;
      errors?: {
        path: string;
        message: string;
      }[];
    };
    CodeSent: {
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      expiresAt: string;
    };
    RequestCode: {
      /** @example 13800000001 */
      phone: string;
    };
    Session: {
      token: string;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      expiresAt: string;
      actor: components['schemas']['Actor'];
    };
    SignIn: {
      /** @example 13800000001 */
      phone: string;
      code: string;
    };
    SimulatedMessage: {
      phone: string;
      text: string;
      code: string | null;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      sentAt: string;
    };
    Tenant: {
      slug: string;
      name: string;
      nameEn: string | null;
      zone: string;
      /** @enum {string} */
      currency: 'CNY';
      /** @enum {string} */
      profile: 'cn-conservative' | 'fixed-points' | 'document';
      /** @description pages carry a watermark */
      simulation: boolean;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      now: string;
      returnWindowDays: number;
      brandColour: string | null;
    };
    Product: {
      /** Format: uuid */
      id: string;
      title: string;
      titleEn: string | null;
      description: string;
      descriptionEn: string | null;
      category: string;
      cover: components['schemas']['Cover'];
      merchant: {
        number: string;
        name: string;
      };
      skus: components['schemas']['Sku'][];
    };
    Cover: {
      /** @enum {string} */
      category: 'bottle' | 'scroll' | 'jade' | 'coin' | 'stamp' | 'wood' | 'tea' | 'box';
      seed: number;
      imageUrl: string | null;
    };
    Sku: {
      /** Format: uuid */
      id: string;
      title: string;
      titleEn: string | null;
      price: components['schemas']['Cny'];
      available: number;
      earning: components['schemas']['Earning'];
    };
    Cny: {
      /** @example 3000 */
      amount: string;
      /** @enum {string} */
      asset: 'CNY/2';
    };
    Earning: {
      amount: components['schemas']['Cny'];
      margin: components['schemas']['Cny'];
      contribution: components['schemas']['Cny'];
      value: components['schemas']['Cny'];
      price: components['schemas']['Price'];
      points: components['schemas']['Growth'];
      dividendShare: components['schemas']['Cny'];
      quota: components['schemas']['Cny'];
      contributionRate: string;
      grantRate: string;
      dividendRate: string;
      quotaRate: string;
      returnWindowDays: number;
    };
    /** @example 1.428571428571 */
    Price: string;
    Growth: {
      /** @example 3000 */
      amount: string;
      /** @enum {string} */
      asset: 'GROWTH/12';
    };
    CreateProduct: {
      merchantNumber: string;
      title: string;
      /** @default null */
      titleEn?: string | null;
      /** @default  */
      description?: string;
      /** @default null */
      descriptionEn?: string | null;
      category: string;
      cover: components['schemas']['Cover'];
      skus: {
        title: string;
        /** @default null */
        titleEn?: string | null;
        price: components['schemas']['Cny'];
        supplyPrice: components['schemas']['Cny'];
        stock: number;
      }[];
    };
    ProductPage: {
      items: components['schemas']['ProductCard'][];
      nextCursor: string | null;
    };
    ProductCard: {
      /** Format: uuid */
      id: string;
      title: string;
      titleEn: string | null;
      cover: components['schemas']['Cover'];
      price: components['schemas']['Cny'] & unknown;
      earnsValue: components['schemas']['Cny'];
      merchantName: string;
    };
    OrderDetail: {
      /** Format: uuid */
      id: string;
      /** @example 20261125-000001 */
      number: string;
      state: components['schemas']['OrderState'];
      merchantName: string;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      placedAt: string;
      amount: components['schemas']['Cny'];
      refunded: components['schemas']['Cny'];
      lineCount: number;
      memberNumber: string;
      /** Format: uuid */
      paymentId: string;
      lines: components['schemas']['OrderLine'][];
      timeline: components['schemas']['TimelineEntry'][];
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      windowEndsAt: string | null;
      shipment: {
        carrier: string;
        tracking: string;
      } | null;
      earning: components['schemas']['Earning'] & unknown;
      earned: {
        /**
         * Format: date-time
         * @example 2026-11-25T08:00:00Z
         */
        at: string;
        contribution: components['schemas']['Cny'];
        value: components['schemas']['Cny'];
        points: components['schemas']['Growth'];
        dividendShare: components['schemas']['Cny'];
        platformShare: components['schemas']['Cny'];
        merchantShare: components['schemas']['Cny'];
        /** Format: uuid */
        transferId: string;
      } | null;
      refunds: components['schemas']['Refund'][];
      transfers: components['schemas']['Transfer'][];
    };
    /** @enum {string} */
    OrderState:
      | 'awaiting_payment'
      | 'paid'
      | 'shipped'
      | 'return_window'
      | 'settling'
      | 'settled'
      | 'closed'
      | 'refunded';
    OrderLine: components['schemas']['PricedLine'] & {
      /** Format: uuid */
      id: string;
      refundedQuantity: number;
    };
    PricedLine: {
      /** Format: uuid */
      skuId: string;
      /** Format: uuid */
      productId: string;
      title: string;
      titleEn: string | null;
      skuTitle: string;
      skuTitleEn: string | null;
      cover: components['schemas']['Cover'];
      quantity: number;
      price: components['schemas']['Cny'];
      amount: components['schemas']['Cny'];
    };
    TimelineEntry: {
      /** @enum {string} */
      what:
        | 'placed'
        | 'paid'
        | 'shipped'
        | 'received'
        | 'window_ends'
        | 'settled'
        | 'closed'
        | 'refunded';
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      at: string;
      future: boolean;
    };
    Refund: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      state: 'pending' | 'confirmed';
      amount: components['schemas']['Cny'];
      reason: string;
      /** @description after settlement */
      late: boolean;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      at: string;
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
        amount: components['schemas']['Cny'];
      }[];
    };
    Transfer: {
      /** Format: uuid */
      id: string;
      /** @example settle */
      kind: string;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      at: string;
      cause: {
        type: string;
        id: string;
      };
      legs: components['schemas']['TransferLeg'][];
    };
    TransferLeg: {
      /**
       * @description a pot of the mall, gateway:N, member:N or merchant:N (or one of their points, such as member:N:growth); others: the sum of everybody whom the reader may not see
       * @example reserve
       */
      account: string;
      value: components['schemas']['AnyAmount'];
    };
    AnyAmount: {
      /** @example 3000 */
      amount: string;
      /** @enum {string} */
      asset: 'CNY/2' | 'GROWTH/12' | 'CONST/2';
    };
    CancelOrder: {
      /** @default  */
      reason?: string;
    };
    PaymentAttempt: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      paymentId: string;
      /** @enum {string} */
      gateway: 'simulator';
      /** @enum {string} */
      state: 'open' | 'succeeded' | 'failed';
      amount: components['schemas']['Cny'];
      cashierUrl: string;
      orders: {
        /** Format: uuid */
        id: string;
        /** @example 20261125-000001 */
        number: string;
      }[];
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      expiresAt: string;
    };
    Checkout: {
      /** Format: uuid */
      id: string;
      orders: {
        /** Format: uuid */
        id: string;
        /** @example 20261125-000001 */
        number: string;
      }[];
      total: components['schemas']['Cny'];
      payment: {
        /** Format: uuid */
        id: string;
        state: components['schemas']['PaymentState'];
        /**
         * Format: date-time
         * @example 2026-11-25T08:00:00Z
         */
        expiresAt: string;
      };
    };
    /** @enum {string} */
    PaymentState: 'open' | 'paid' | 'closed';
    CreateCheckout: {
      lines: components['schemas']['CheckoutLine'][];
      expectedTotal?: components['schemas']['Cny'];
      /** @description member number */
      referrer?: string;
    };
    CheckoutLine: {
      /** Format: uuid */
      skuId: string;
      quantity: number;
    };
    CreateRefund: {
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
      }[];
      /** @default  */
      reason?: string;
    };
    GatewayCallback: {
      id: string;
      /** Format: uuid */
      attemptId: string;
      /** @enum {string} */
      kind: 'payment_succeeded' | 'payment_failed' | 'refund_succeeded';
      /** Format: uuid */
      refundId?: string;
      amount: components['schemas']['Cny'];
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      at: string;
    };
    OrderPage: {
      items: components['schemas']['OrderCard'][];
      nextCursor: string | null;
    };
    OrderCard: {
      /** Format: uuid */
      id: string;
      /** @example 20261125-000001 */
      number: string;
      state: components['schemas']['OrderState'];
      merchantName: string;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      placedAt: string;
      amount: components['schemas']['Cny'];
      refunded: components['schemas']['Cny'];
      lines: components['schemas']['PricedLine'][];
      lineCount: number;
      memberNumber: string;
      /** Format: uuid */
      paymentId: string;
    };
    CheckoutPreview: {
      lines: components['schemas']['PricedLine'][];
      total: components['schemas']['Cny'];
      earning: components['schemas']['Earning'];
    };
    ShipOrder: {
      carrier: string;
      tracking: string;
    };
    ClaimReceipt: {
      id: string;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      at: string;
      dividend: components['schemas']['Cny'];
      transfer: components['schemas']['Transfer'] | null;
    };
    EconomyBoard: {
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      now: string;
      policy: {
        [key: string]: unknown;
      };
      reserve: components['schemas']['Cny'];
      circulating: components['schemas']['Growth'];
      price: components['schemas']['Price'];
      issued: components['schemas']['Growth'];
      burned: components['schemas']['Growth'];
      treasury: components['schemas']['Growth'];
      constant: components['schemas']['Constant'];
      constantBacking: components['schemas']['Cny'];
      dividendOpen: components['schemas']['Cny'];
      dividendOwed: components['schemas']['Cny'];
      stability: components['schemas']['Cny'];
      platform: components['schemas']['Cny'];
      holders: number;
      forcedExits: number;
      logSeq: string;
      logHead: string;
      days: components['schemas']['DayClose'][];
      top: components['schemas']['Holder'][];
    };
    Constant: {
      /** @example 3000 */
      amount: string;
      /** @enum {string} */
      asset: 'CONST/2';
    };
    DayClose: {
      /**
       * Format: date
       * @example 2026-11-25
       */
      day: string;
      price: components['schemas']['Price'];
      reserve: components['schemas']['Cny'];
      circulating: components['schemas']['Growth'];
      dividend: components['schemas']['Cny'];
      sales: components['schemas']['Cny'];
    };
    Holder: {
      /** @example u:17 */
      account: string;
      points: components['schemas']['Growth'];
      value: components['schemas']['Cny'];
      quotaOpen: components['schemas']['Cny'];
      /** @description value ÷ open quota, 0–1, for a bar only */
      reached: number;
    };
    Overview: {
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      now: string;
      today: {
        orders: number;
        sales: components['schemas']['Cny'];
      };
      reserve: components['schemas']['Cny'];
      price: components['schemas']['Price'];
      dividendOpen: components['schemas']['Cny'];
      /** @description the last 30 closed days, oldest first */
      days: components['schemas']['DayFigures'][];
      toShip: number;
      awaitingPayment: number;
      inReturnWindow: number;
      refundsPending: number;
      alarms: {
        /** @enum {string} */
        level: 'warning' | 'error';
        code: string;
        facts: {
          [key: string]: string;
        };
      }[];
      waterfall: components['schemas']['FundingWaterfall'];
    };
    DayFigures: components['schemas']['DayClose'] & {
      orders: number;
    };
    FundingWaterfall: {
      /**
       * Format: date
       * @example 2026-11-25
       */
      day: string;
      sales: components['schemas']['Cny'] & unknown;
      merchant: components['schemas']['Cny'];
      contribution: components['schemas']['Cny'];
      dividend: components['schemas']['Cny'];
      platform: components['schemas']['Cny'];
    };
    PriceHistory: {
      days: components['schemas']['DayClose'][];
      now: components['schemas']['Price'];
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      nowAt: string;
    };
    SaleReceipt: {
      /** @description number of the event in the tenant’s log */
      id: string;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      at: string;
      points: components['schemas']['Growth'];
      gross: components['schemas']['Cny'];
      fee: components['schemas']['Cny'];
      net: components['schemas']['Cny'];
      dividend: components['schemas']['Cny'];
      price: components['schemas']['Price'];
      priceAfter: components['schemas']['Price'];
      transfer: components['schemas']['Transfer'] | null;
      logHash: string;
    };
    Value: {
      points: components['schemas']['Growth'];
      price: components['schemas']['Price'];
      gross: components['schemas']['Cny'] & unknown;
      fee: components['schemas']['Cny'];
      net: components['schemas']['Cny'] & unknown;
      pendingDividend: components['schemas']['Cny'];
      constant: components['schemas']['Constant'];
      debt: components['schemas']['Cny'];
      quotaOpen: components['schemas']['Cny'];
      quotaGiven: components['schemas']['Cny'];
      received: components['schemas']['Cny'] & unknown;
      cash: components['schemas']['Cny'] & unknown;
      sellFeeRate: string;
      backing: {
        reserve: components['schemas']['Cny'];
        claims: components['schemas']['Cny'] & unknown;
        circulating: components['schemas']['Growth'];
        stability: components['schemas']['Cny'];
        dividendOpen: components['schemas']['Cny'];
        dividendOwed: components['schemas']['Cny'];
      };
      pending: {
        /** Format: uuid */
        orderId: string;
        /** @example 20261125-000001 */
        number: string;
        value: components['schemas']['Cny'];
        /**
         * Format: date-time
         * @example 2026-11-25T08:00:00Z
         */
        settlesAt: string | null;
        daysLeft: number | null;
      }[];
      /** Format: uuid */
      lastSettledOrderId: string | null;
      /** @description no day of the log closed below the one before */
      neverFell: boolean;
    };
    ActivityPage: {
      items: components['schemas']['Activity'][];
      nextCursor: string | null;
    };
    Activity: {
      seq: string;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      at: string;
      /** @enum {string} */
      what: 'earned' | 'sold' | 'dividend' | 'forced_exit' | 'late_refund' | 'converted';
      points: components['schemas']['Growth'];
      cash: components['schemas']['Cny'];
      /** Format: uuid */
      orderId: string | null;
    };
    LogPage: {
      items: components['schemas']['LogEntry'][];
      nextCursor: string | null;
    };
    LogEntry: {
      seq: string;
      /**
       * Format: date-time
       * @example 2026-11-25T08:00:00Z
       */
      at: string;
      type: string;
      source: {
        type: string;
        id: string;
      };
      hash: string;
      event: {
        [key: string]: unknown;
      };
    };
    SalePreview: {
      points: components['schemas']['Growth'];
      price: components['schemas']['Price'];
      gross: components['schemas']['Cny'];
      fee: components['schemas']['Cny'];
      net: components['schemas']['Cny'];
      dividend: components['schemas']['Cny'] & unknown;
      priceAfter: components['schemas']['Price'];
      pointsAfter: components['schemas']['Growth'];
      quotaAfter: components['schemas']['Cny'];
    };
    SellPoints: {
      points: components['schemas']['Growth'] | 'all';
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  me: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The actor */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Actor'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestCode: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestCode'];
      };
    };
    responses: {
      /** @description The code is on its way */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeSent'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      /** @description Signed in */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Signed out */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  simulatedMessages: {
    parameters: {
      query: {
        phone: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Messages */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SimulatedMessage'][];
          };
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  tenant: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The tenant */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tenant'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createProduct: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateProduct'];
      };
    };
    responses: {
      /** @description The product */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Product'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getProduct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        productId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The product */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Product'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCategories: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Categories */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              name: string;
              products: number;
            }[];
          };
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listProducts: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        q?: string;
        category?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of goods */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductPage'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelOrder: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
      };
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelOrder'];
      };
    };
    responses: {
      /** @description The order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderDetail'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createAttempt: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
      };
      path: {
        paymentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          gateway: 'simulator';
        };
      };
    };
    responses: {
      /** @description The attempt */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentAttempt'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createCheckout: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCheckout'];
      };
    };
    responses: {
      /** @description Placed */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Checkout'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createRefund: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
      };
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRefund'];
      };
    };
    responses: {
      /** @description The refund */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refund'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  gatewayCallback: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GatewayCallback'];
      };
    };
    responses: {
      /** @description Understood */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            outcome: 'accepted' | 'duplicate' | 'refunding';
          };
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAttempt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The attempt */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentAttempt'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCheckout: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checkoutId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The checkout */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Checkout'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getConsoleOrder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderDetail'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMyOrder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderDetail'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTransfer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        transferId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The transfer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transfer'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listConsoleOrders: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: components['schemas']['OrderState'];
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of orders */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPage'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMyOrders: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: components['schemas']['OrderState'];
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of orders */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPage'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewCheckout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCheckout'];
      };
    };
    responses: {
      /** @description Prices */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckoutPreview'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  receiveOrder: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
      };
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderDetail'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  shipOrder: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
      };
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ShipOrder'];
      };
    };
    responses: {
      /** @description The order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderDetail'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  simulatePayment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          act: 'pay' | 'fail' | 'pay_twice';
        };
      };
    };
    responses: {
      /** @description The attempt after the callback */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentAttempt'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  claimDividend: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The receipt */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClaimReceipt'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEconomyBoard: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The board */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EconomyBoard'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOverview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The overview */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Overview'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPrices: {
    parameters: {
      query?: {
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The history */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceHistory'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSale: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        saleId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The receipt */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaleReceipt'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getValue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description My value */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Value'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listActivity: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ActivityPage'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listLog: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of the log */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogPage'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewSale: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SellPoints'];
      };
    };
    responses: {
      /** @description The preview */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SalePreview'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sellPoints: {
    parameters: {
      query?: never;
      header: {
        'idempotency-key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SellPoints'];
      };
    };
    responses: {
      /** @description The receipt */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaleReceipt'];
        };
      };
      /** @description A problem (RFC 9457). `code` names it. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
