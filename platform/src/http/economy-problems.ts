import type { ProblemText } from './problems.ts';

/** Refusals of the economy: the reason of the event log in lower case (`NO_ACCOUNT` → no_account). */
export const economyProblems = {
  'economy.bad_event': { status: 422, zh: '事件无效', en: 'The event is not valid' },
  'economy.duplicate_order': { status: 409, zh: '订单已登记', en: 'The order is already recorded' },
  'economy.bad_number': { status: 422, zh: '数字无效', en: 'Not a number the economy reads' },
  'economy.bad_amount': { status: 422, zh: '金额无效', en: 'The amount is not valid' },
  'economy.bad_points': { status: 422, zh: '数量无效', en: 'The number of points is not valid' },
  'economy.no_merchant': { status: 422, zh: '缺少商家', en: 'A merchant is needed' },
  'economy.self_referral': { status: 422, zh: '不能推荐自己', en: 'Nobody refers themselves' },
  'economy.no_account': { status: 404, zh: '尚无权益账户', en: 'There is no account yet' },
  'economy.not_enough_c': { status: 422, zh: '余额不足', en: 'Not enough constant points' },
  'economy.no_order': { status: 404, zh: '找不到该订单', en: 'There is no such order' },
  'economy.order_not_open': { status: 409, zh: '订单已结算', en: 'The order is not open' },
  'economy.order_void': { status: 409, zh: '订单已全额退款', en: 'Nothing of the order is left' },
  'economy.refund_too_large': {
    status: 422,
    zh: '退款超过订单余额',
    en: 'The refund is larger than what is left',
  },
  'economy.not_enough_points': { status: 422, zh: '可用数量不足', en: 'Not enough points' },
  'economy.merchant_only': { status: 403, zh: '仅限商家', en: 'For merchants only' },
  'economy.treasury_short': { status: 409, zh: '库存不足', en: 'The treasury is short' },
  'economy.cost_above_value': {
    status: 422,
    zh: '成本高于可兑换价值',
    en: 'The cost is above what a sale would pay',
  },
  'economy.not_enough_reserve': {
    status: 422,
    zh: '稳定储备不足',
    en: 'The stability reserve holds less',
  },
  'economy.nothing_circulates': { status: 409, zh: '目前无流通', en: 'No points circulate' },
  'economy.ipo_open': { status: 409, zh: '认购已开始', en: 'The election is already open' },
  'economy.ipo_not_open': { status: 409, zh: '认购尚未开始', en: 'The election is not open' },
  'economy.no_such_receipt': { status: 404, zh: '找不到该回执', en: 'There is no such receipt' },
  'economy.unknown_event': { status: 422, zh: '未知事件', en: 'Unknown kind of event' },
} as const satisfies Readonly<Record<string, ProblemText>>;
