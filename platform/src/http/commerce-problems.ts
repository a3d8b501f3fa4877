import type { ProblemText } from './problems.ts';

/** Refusals of catalog, stock, orders, after-sale and payments. */
export const commerceProblems = {
  'catalog.unknown_product': { status: 404, zh: '找不到该商品', en: 'There is no such product' },
  'catalog.unknown_sku': {
    status: 404,
    zh: '找不到该规格',
    en: 'There is no such SKU',
    detail: { zh: '找不到规格 {skuId}', en: 'There is no SKU {skuId}' },
  },
  'catalog.unknown_merchant': {
    status: 422,
    zh: '找不到该商家',
    en: 'There is no such merchant',
    detail: { zh: '找不到商家 {merchant}', en: 'There is no merchant {merchant}' },
  },
  'catalog.not_your_merchant': {
    status: 403,
    zh: '只能上架自己店铺的商品',
    en: 'Goods can be put up for your own shop only',
  },
  'catalog.bad_price': {
    status: 422,
    zh: '价格无效',
    en: 'The prices are not valid',
    detail: {
      zh: '“{title}”的价格须大于 0，供货价须在 0 与售价之间',
      en: '“{title}”: a price is above 0, a supply price from 0 to the price',
    },
  },

  'stock.not_enough': {
    status: 409,
    zh: '库存不足',
    en: 'Not enough in stock',
    detail: { zh: '库存不足，仅剩 {available} 件', en: 'Only {available} left in stock' },
  },

  'orders.unknown_checkout': { status: 404, zh: '找不到该结算单', en: 'There is no such checkout' },
  'orders.unknown_order': { status: 404, zh: '找不到该订单', en: 'There is no such order' },
  'orders.unknown_referrer': {
    status: 422,
    zh: '找不到该推荐人',
    en: 'There is no such referring member',
  },
  'orders.self_referral': { status: 422, zh: '不能推荐自己', en: 'Nobody refers themselves' },
  'orders.price_changed': {
    status: 409,
    zh: '价格已变动，请重新确认',
    en: 'The price has changed; please confirm again',
    detail: {
      zh: '价格已变动，现为 {total} 分',
      en: 'The price has changed; the total is now {total} fen',
    },
  },
  'orders.total_too_large': {
    status: 422,
    zh: '订单金额超过上限',
    en: 'The total is above what one checkout may be',
  },
  'orders.wrong_state': {
    status: 409,
    zh: '订单当前状态不允许此操作',
    en: 'The state of the order does not allow this',
    detail: {
      zh: '订单当前状态（{state}）不允许此操作',
      en: 'The state of the order ({state}) does not allow this',
    },
  },

  'payments.unknown_payment': { status: 404, zh: '找不到该支付单', en: 'There is no such payment' },
  'payments.unknown_attempt': {
    status: 404,
    zh: '找不到该支付请求',
    en: 'There is no such attempt to pay',
  },
  'payments.unknown_refund': { status: 404, zh: '找不到该退款', en: 'There is no such refund' },
  'payments.not_open': {
    status: 409,
    zh: '支付单已支付或已关闭',
    en: 'The payment is paid or closed already',
    detail: { zh: '支付单已不可支付（{state}）', en: 'The payment is {state} already' },
  },
  'payments.bad_signature': { status: 401, zh: '签名无效', en: 'The signature is not genuine' },
  'payments.amount_mismatch': {
    status: 422,
    zh: '金额与支付请求不符',
    en: 'The amount is not that of the attempt',
  },
  'payments.no_simulator': {
    status: 404,
    zh: '本安装未启用模拟支付通道',
    en: 'This installation has no simulated gateway',
  },

  'aftersale.unknown_line': {
    status: 404,
    zh: '订单中没有该商品行',
    en: 'The order has no such line',
  },
  'aftersale.nothing_left': {
    status: 422,
    zh: '可退数量不足',
    en: 'There is less left to refund',
    detail: { zh: '该商品行可退 {left} 件', en: 'Of this line {left} are left to refund' },
  },
  'aftersale.wrong_state': {
    status: 409,
    zh: '订单当前状态不可退款',
    en: 'The state of the order allows no refund',
    detail: {
      zh: '订单当前状态（{state}）不可退款',
      en: 'The state of the order ({state}) allows no refund',
    },
  },

  'ledger.unknown_transfer': { status: 404, zh: '找不到该分录', en: 'There is no such transfer' },
} as const satisfies Readonly<Record<string, ProblemText>>;
