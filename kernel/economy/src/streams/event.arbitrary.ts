import { happens, oneOf, oneOfList, weighted } from './choices.arbitrary.ts';
import type { Choices } from './choices.arbitrary.ts';
import {
  rememberExit,
  rememberForcedExits,
  rememberOrder,
  rememberRedemption,
  rememberRefund,
  rememberSettlement,
  toUnits,
} from './memory.arbitrary.ts';
import type { DrawnEvent, DrawnOrder, Memory } from './memory.arbitrary.ts';
import { drawMoney, drawPoints, spell } from './number.arbitrary.ts';

const USERS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9', 'u10', 'U1'] as const;
// Names that break maps made of objects, and sort orders that are not by code point.
const ODD_USERS = [
  '__proto__',
  'constructor',
  'toString',
  '',
  'a b',
  '-1',
  '5',
  'g:',
  '\u00e9',
  'e\u0301',
  '\uff61',
  '\u{20bb7}',
  '\u7528\u6237\u4e03',
] as const;

export function drawUser(choices: Choices): string {
  return happens(choices, 25) ? oneOf(choices, ...ODD_USERS) : oneOf(choices, ...USERS);
}

export function drawMerchant(choices: Choices): string {
  return oneOf(choices, 'm0', 'm1', 'm2', '__proto__');
}

type Draw = (choices: Choices, memory: Memory) => DrawnEvent;

const KINDS: readonly (readonly [number, Draw])[] = [
  [30, drawBuy],
  [9, (choices, memory) => drawOrder(choices, memory).event],
  [10, drawSettle],
  [9, drawRefund],
  [10, drawSell],
  [7, drawConvert],
  [4, drawRedeem],
  [4, drawGoods],
  [9, () => ({ type: 'close_day' })],
  [3, drawClaim],
  [2, (choices, memory) => ({ type: 'inject', amount: drawAmount(choices, memory) })],
  [1, drawRelease],
  [2, drawOffer],
];

/** One event of a kind that is mostly accepted, about things that mostly exist. */
export function drawEvent(choices: Choices, memory: Memory): DrawnEvent {
  // After the offering nothing is granted any more: what is left is spent on shares.
  const draw = memory.offered && happens(choices, 25) ? drawOffer : weighted(choices, KINDS);
  const event = draw(choices, memory);
  rememberForcedExits(memory);
  if (!happens(choices, 3)) return event;
  // What an exported log carries beside the contract's fields.
  return { ...event, at: '2026-01-05T09:30:00Z', source: { type: 'order', id: 7n } };
}

function drawAmount(choices: Choices, memory: Memory): unknown {
  return spell(choices, drawMoney(choices, memory.moneyDecimals), memory.moneyDecimals);
}

function drawBuy(choices: Choices, memory: Memory): DrawnEvent {
  const { event, order } = drawOrder(choices, memory);
  rememberSettlement(memory, order);
  return { ...event, type: 'buy' };
}

function drawOrder(choices: Choices, memory: Memory): { event: DrawnEvent; order: DrawnOrder } {
  const [payer, held] = (happens(choices, 20) && oneOfList(choices, [...memory.payers])) || [];
  const user = payer ?? drawUser(choices);
  const decimals = memory.moneyDecimals;
  const amount = drawMoney(choices, decimals);
  const most = toUnits((held ?? 0) / 4, decimals);
  const id = drawOrderId(choices, memory);
  const event: DrawnEvent = { type: 'order', id, user, amount: spell(choices, amount, decimals) };
  let margin = percentOf(amount, 30);
  if (happens(choices, 70)) {
    margin = percentOf(amount, oneOf(choices, 45, 30, 10, 0, 50, 80, 100));
    event['margin'] = spell(choices, margin, decimals);
  }
  let constant = 0n;
  if (payer !== undefined) {
    constant = amount < most && happens(choices, 60) ? percentOf(amount, 95) : most;
    if (constant > amount) constant = amount;
    event['c'] = spell(choices, constant, decimals);
  }
  const merchant = payer !== undefined || happens(choices, 30) ? drawMerchant(choices) : undefined;
  if (merchant !== undefined) event['merchant'] = merchant;
  else if (happens(choices, 5)) event['merchant'] = oneOf<unknown>(choices, null, 3n, []);
  if (happens(choices, 30)) drawReferrer(choices, memory, event);
  const order = { id, user, merchant, amount, margin, constant, left: amount, open: true };
  rememberOrder(memory, order);
  return { event, order };
}

function percentOf(units: bigint, percent: number): bigint {
  return (units * BigInt(percent)) / 100n;
}

function drawReferrer(choices: Choices, memory: Memory, event: DrawnEvent): void {
  const referrer = happens(choices, 90)
    ? oneOfList(choices, [...memory.users])
    : oneOf(choices, null, 'nobody');
  if (referrer !== event['user']) event['referrer'] = referrer ?? null;
}

function drawOrderId(choices: Choices, memory: Memory): string {
  memory.count += 1;
  const odd = happens(choices, 2) ? oneOf(choices, '__proto__', 'toString', '', ' o', '5.') : '';
  return odd === '' || memory.orders.some((order) => order.id === odd) ? `o${memory.count}` : odd;
}

function drawSettle(choices: Choices, memory: Memory): DrawnEvent {
  const order = oneOfList(
    choices,
    memory.orders.filter((one) => one.open),
  );
  if (order === undefined) return drawOrder(choices, memory).event;
  rememberSettlement(memory, order);
  return { type: 'settle', order: order.id };
}

function drawRefund(choices: Choices, memory: Memory): DrawnEvent {
  const order = oneOfList(
    choices,
    memory.orders.filter((one) => one.left > 0n),
  );
  if (order === undefined) return drawBuy(choices, memory);
  const share = oneOf(choices, 100, 100, 50, 33, 1);
  const part = share === 100 ? order.left : percentOf(order.left, share) || order.left;
  if (!order.open) rememberRefund(memory, order, part);
  order.left -= part;
  if (order.left === 0n) order.open = false;
  const amount = order.left === 0n ? 'all' : spell(choices, part, memory.moneyDecimals);
  return { type: 'refund', order: order.id, amount };
}

interface Holding {
  readonly event: DrawnEvent;
  /** The guessed value of the points, in whole money. */
  readonly value: number;
}

function drawHolding(choices: Choices, memory: Memory, allPercent: number): Holding | undefined {
  const merchants = happens(choices, 15) && memory.shopHolders.size > 0;
  const holders = merchants ? memory.shopHolders : memory.holders;
  const [holder, held] = oneOfList(choices, [...holders]) ?? [];
  if (holder === undefined || held === undefined) return undefined;
  const event: DrawnEvent = merchants ? { merchant: holder } : { user: holder };
  if (!merchants && happens(choices, 5)) event['merchant'] = drawMerchant(choices);
  const decimals = memory.pointDecimals;
  let points = held;
  if (happens(choices, allPercent)) event['points'] = 'all';
  else {
    const fraction = toUnits(held / oneOf(choices, 2, 10, 1.25), decimals);
    const change = drawPoints(choices, decimals);
    const units = change < fraction && happens(choices, 40) ? change : fraction;
    points = Number(units) / 10 ** decimals;
    event['points'] = spell(choices, units, decimals);
  }
  return { event, value: rememberExit(memory, { holders, holder, points }) };
}

function drawSell(choices: Choices, memory: Memory): DrawnEvent {
  const holding = drawHolding(choices, memory, 35);
  return holding === undefined ? drawBuy(choices, memory) : { type: 'sell', ...holding.event };
}

function drawConvert(choices: Choices, memory: Memory): DrawnEvent {
  const holding = drawHolding(choices, memory, 60);
  if (holding === undefined) return drawBuy(choices, memory);
  const { user } = holding.event;
  if (typeof user === 'string') {
    memory.payers.set(user, (memory.payers.get(user) ?? 0) + holding.value);
  }
  return { type: 'convert', ...holding.event };
}

function drawRedeem(choices: Choices, memory: Memory): DrawnEvent {
  const [merchant, held] = oneOfList(choices, [...memory.shops]) ?? [];
  if (merchant === undefined || held === undefined) return drawConvert(choices, memory);
  const decimals = memory.moneyDecimals;
  const amount = toUnits(held / oneOf(choices, 2, 1, 10), decimals);
  rememberRedemption(memory, merchant, amount);
  return { type: 'redeem_c', merchant, amount: spell(choices, amount, decimals) };
}

function drawGoods(choices: Choices, memory: Memory): DrawnEvent {
  const holding = drawHolding(choices, memory, 50);
  if (holding === undefined) return drawBuy(choices, memory);
  const most = toUnits(holding.value / 2, memory.moneyDecimals);
  const cost = oneOf(choices, 0n, 1n, most);
  return { type: 'goods', ...holding.event, cost: spell(choices, cost, memory.moneyDecimals) };
}

function drawClaim(choices: Choices, memory: Memory): DrawnEvent {
  const shop = happens(choices, 20) ? oneOfList(choices, [...memory.shops.keys()]) : undefined;
  if (shop !== undefined) return { type: 'claim', merchant: shop };
  return { type: 'claim', user: oneOfList(choices, [...memory.users]) ?? drawUser(choices) };
}

function drawRelease(choices: Choices, memory: Memory): DrawnEvent {
  const amount = oneOf(choices, 1n, 10n ** BigInt(memory.moneyDecimals), 7n);
  return { type: 'release', amount: spell(choices, amount, memory.moneyDecimals) };
}

/** The offering ends all grants, so it comes rarely and in few streams; then members elect. */
function drawOffer(choices: Choices, memory: Memory): DrawnEvent {
  if (memory.offered) {
    const holding = drawHolding(choices, memory, 40);
    if (holding !== undefined) return { type: 'ipo_elect', ...holding.event };
  }
  const early = memory.orders.length < 25 || !memory.mayOffer;
  if (memory.offered || early) return { type: 'close_day' };
  memory.offered = true;
  return { type: 'ipo_open', share_price: drawAmount(choices, memory) };
}
