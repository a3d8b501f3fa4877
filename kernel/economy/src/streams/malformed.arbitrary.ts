import { oneOf, oneOfList, weighted } from './choices.arbitrary.ts';
import type { Choices } from './choices.arbitrary.ts';
import { drawMerchant, drawUser } from './event.arbitrary.ts';
import type { DrawnEvent, Memory } from './memory.arbitrary.ts';
import { drawBadNumber } from './number.arbitrary.ts';

/** An event that is refused, or accepted in spite of its looks; the memory learns nothing. */
export function drawMalformed(choices: Choices, memory: Memory): DrawnEvent {
  return weighted<() => DrawnEvent>(choices, [
    [4, () => drawBadOrder(choices, memory)],
    [2, () => drawBadRefund(choices, memory)],
    [3, () => drawBadHolding(choices, memory)],
    [2, () => drawBadMoney(choices)],
    [2, () => drawOddTarget(choices, memory)],
    [1, () => ({ type: oneOf(choices, 'nonsense', '__proto__', 'toString', 'Buy', '') })],
    [1, () => ({ type: 'policy', sell_fee: '0' })],
  ])();
}

function drawBadOrder(choices: Choices, memory: Memory): DrawnEvent {
  memory.count += 1;
  const event: DrawnEvent = {
    type: oneOf(choices, 'buy', 'order'),
    id: `z${memory.count}`,
    user: drawUser(choices),
    amount: '10',
  };
  const used = oneOfList(choices, memory.orders)?.id ?? 'o1';
  const flaw = oneOf<DrawnEvent>(
    choices,
    { id: used },
    { id: used, amount: null },
    { id: oneOf<unknown>(choices, null, 5n, ['o1'], {}) },
    { user: oneOf<unknown>(choices, null, 5n, [], true) },
    { referrer: oneOf<unknown>(choices, 5n, [], {}, false, '') },
    { referrer: event['user'] },
    { referrer: event['user'], c: '1' },
    { amount: drawBadNumber(choices) },
    { margin: drawBadNumber(choices) },
    { c: drawBadNumber(choices) },
    { amount: '0', margin: 'x' },
    { margin: '11', c: 'x' },
    { margin: '11' },
    { margin: 12345678901234567890n },
    { c: '11' },
    { c: '1' },
    { c: '1', merchant: 3n },
    { c: '1', merchant: 'm0', user: 'nobody' },
    { c: '10', merchant: 'm0' },
    { c: '0', margin: '0' },
  );
  const order = { ...event, ...flaw };
  if (oneOf(choices, false, false, false, false, true)) delete order['amount'];
  return order;
}

function drawBadRefund(choices: Choices, memory: Memory): DrawnEvent {
  const order = oneOfList(choices, memory.orders)?.id ?? 'o1';
  return oneOf<DrawnEvent>(
    choices,
    { type: 'refund', order, amount: drawBadNumber(choices) },
    { type: 'refund', order },
    { type: 'refund', order, amount: '1e15' },
    { type: 'refund', order, amount: 'all' },
    { type: 'refund', order: 'toString', amount: 'all' },
    { type: 'refund', order: oneOf<unknown>(choices, null, 1n, [order]), amount: 'x' },
    { type: 'settle', order },
    { type: 'settle', order: oneOf<unknown>(choices, null, 1n, [order], 'nothing') },
    { type: 'settle' },
  );
}

function drawBadHolding(choices: Choices, memory: Memory): DrawnEvent {
  const type = oneOf(choices, 'sell', 'convert', 'goods', 'ipo_elect');
  const user = oneOfList(choices, [...memory.holders.keys()]) ?? drawUser(choices);
  const event = oneOf<DrawnEvent>(
    choices,
    { user, points: drawBadNumber(choices) },
    { user, points: '1e99' },
    { user },
    { user: drawUser(choices), points: 'all' },
    { merchant: drawMerchant(choices), points: 'all' },
    { user: 'nobody', merchant: 'm0', points: '1' },
    { user: null, merchant: 'm0', points: 'all' },
    { merchant: 4n, points: '1' },
    { points: '1' },
  );
  if (type !== 'goods') return { type, ...event };
  const cost = oneOf<unknown>(choices, drawBadNumber(choices), '1e15', '-0.5', 'all');
  // Half the time the holding is sound, so that the cost is what is read and refused.
  if (oneOf(choices, true, false)) return { type, user, points: 'all', cost };
  return { type, ...event, cost };
}

function drawBadMoney(choices: Choices): DrawnEvent {
  const amount = drawBadNumber(choices);
  return oneOf<DrawnEvent>(
    choices,
    { type: 'inject', amount },
    { type: 'inject' },
    { type: 'release', amount },
    { type: 'release', amount: '1e15' },
    { type: 'ipo_open', share_price: amount },
    { type: 'ipo_open' },
  );
}

function drawOddTarget(choices: Choices, memory: Memory): DrawnEvent {
  const merchant = oneOfList(choices, [...memory.shops.keys()]) ?? 'm0';
  return oneOf<DrawnEvent>(
    choices,
    { type: 'redeem_c', merchant, user: 'u0', amount: '1' },
    { type: 'redeem_c', merchant, user: null, amount: '1' },
    { type: 'redeem_c', amount: '1' },
    { type: 'redeem_c', merchant: null, amount: '1' },
    { type: 'redeem_c', merchant: 4n, amount: 'x' },
    { type: 'redeem_c', merchant, amount: drawBadNumber(choices) },
    { type: 'redeem_c', merchant, amount: '1e15' },
    { type: 'claim' },
    { type: 'claim', user: 'hasOwnProperty' },
    { type: 'claim', user: 'nobody', merchant },
    { type: 'claim', user: 5n, merchant },
  );
}
