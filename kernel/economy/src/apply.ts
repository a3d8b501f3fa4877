import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Account } from './account.ts';
import type { Applied, Booked, Exit } from './booked.ts';
import { cascade } from './cascade.ts';
import { flush, place } from './change.ts';
import type { Change } from './change.ts';
import { closeDay } from './close-day.ts';
import { compareCodePoints } from './code-points.ts';
import { convert } from './convert.ts';
import { priceOf } from './economy.ts';
import type { Economy } from './economy.ts';
import { electShares, openIpo, readElection, readIpo } from './elect-shares.ts';
import type { EconomyEvent, EventRefusal, Reason } from './event.ts';
import { exchangeGoods, readGoods } from './exchange-goods.ts';
import { namedAccount, readHolding, readMoney } from './holding.ts';
import { checkInvariants } from './invariants.ts';
import type { EconomyOrder } from './order.ts';
import { placeOrder, readOrder } from './place-order.ts';
import { readRedeem, redeemConstant } from './redeem-constant.ts';
import { readRefund, refundOpenOrder, refundSettledOrder } from './refund.ts';
import { inject, readRelease, release } from './reserve-money.ts';
import { sell } from './sell.ts';
import { settleOrder } from './settle.ts';
import type { Money, Price } from './units.ts';

/**
 * Applies one event: check, act, cascade, sweep an empty reserve, assert the invariants. The state
 * changes in place only when the event is accepted.
 * @param order the order that the event names (`orderIdOf`), or undefined where there is none.
 * @throws {Fault} when an invariant breaks; then `economy` must be dropped.
 */
export function applyEvent(
  economy: Economy,
  event: EconomyEvent,
  order: EconomyOrder | undefined,
): Outcome<Applied, EventRefusal> {
  const before = priceOf(economy);
  const change: Change = { economy, flushes: [], touched: [] };
  const acted = act(change, event, order);
  if (typeof acted === 'string') return refuse({ code: acted });
  const forced = movesPrice(acted.booked) ? cascade(economy) : NO_EXITS;
  const swept = sweep(economy, before);
  const touched = union(change.touched, forced.accounts);
  checkInvariants(economy, touched, before);
  return done({
    booked: acted.booked,
    flushes: change.flushes,
    exits: forced.exits.toSorted((a, b) => compareCodePoints(a.account, b.account)),
    swept,
    order: acted.order,
    touched: touched.map((account) => account.key),
  });
}

interface Acted {
  readonly booked: Booked;
  readonly order: EconomyOrder | undefined;
}

const NO_EXITS: { exits: Exit[]; accounts: Account[] } = { exits: [], accounts: [] };

function act(change: Change, event: EconomyEvent, order: EconomyOrder | undefined): Acted | Reason {
  const { economy } = change;
  switch (event.type) {
    case 'order':
    case 'buy':
      return actOnNewOrder(change, event, order);
    case 'settle':
      if (order === undefined) return 'NO_ORDER';
      return order.state === 'open' ? settleOrder(change, order) : 'ORDER_NOT_OPEN';
    case 'refund': {
      const request = readRefund(economy, event, order);
      if (typeof request === 'string') return request;
      const refund = request.order.state === 'open' ? refundOpenOrder : refundSettledOrder;
      return refund(change, request);
    }
    default: {
      const booked = actOnState(change, event);
      return typeof booked === 'string' ? booked : { booked, order: undefined };
    }
  }
}

function actOnNewOrder(
  change: Change,
  event: EconomyEvent,
  known: EconomyOrder | undefined,
): Acted | Reason {
  const order = readOrder(change.economy, event, known);
  if (typeof order === 'string') return order;
  const placed = placeOrder(change, order);
  if (event.type === 'order') return { booked: placed, order };
  const settled = settleOrder(change, order);
  return { booked: { type: 'buy', placed, settled: settled.booked }, order: settled.order };
}

/** The events that name no order. */
function actOnState(change: Change, event: EconomyEvent): Booked | Reason {
  const { economy } = change;
  switch (event.type) {
    case 'sell': {
      const holding = readHolding(economy, event);
      return typeof holding === 'string' ? holding : sell(change, holding);
    }
    case 'convert': {
      const holding = readHolding(economy, event);
      return typeof holding === 'string' ? holding : convert(change, holding);
    }
    case 'goods': {
      const request = readGoods(economy, event);
      return typeof request === 'string' ? request : exchangeGoods(change, request);
    }
    case 'redeem_c': {
      const request = readRedeem(economy, event);
      return typeof request === 'string' ? request : redeemConstant(change, request);
    }
    case 'claim': {
      const account = namedAccount(economy, event);
      if (account === undefined) return 'NO_ACCOUNT';
      flush(change, account);
      place(economy, account, account.points);
      return { type: 'claim', account: account.key };
    }
    case 'close_day':
      return closeDay(change);
    default:
      return actOnReserve(change, event);
  }
}

function actOnReserve(change: Change, event: EconomyEvent): Booked | Reason {
  const { economy } = change;
  switch (event.type) {
    case 'inject': {
      const amount = readMoney(economy, event.amount);
      return typeof amount === 'string' ? amount : inject(change, amount);
    }
    case 'release': {
      const amount = readRelease(economy, event);
      return typeof amount === 'string' ? amount : release(change, amount);
    }
    case 'ipo_open': {
      const sharePrice = readIpo(economy, event);
      return typeof sharePrice === 'string' ? sharePrice : openIpo(change, sharePrice);
    }
    case 'ipo_elect': {
      const holding = readElection(economy, event);
      if (typeof holding === 'string') return holding;
      const { sharePrice } = economy;
      return sharePrice === undefined ? 'IPO_NOT_OPEN' : electShares(change, holding, sharePrice);
    }
    default:
      return 'UNKNOWN_EVENT';
  }
}

/** Events that leave price, D and every holding as they are make nobody due. */
function movesPrice(booked: Booked): boolean {
  return booked.type !== 'order' && booked.type !== 'refund_open' && booked.type !== 'ipo_open';
}

/** When nothing circulates after an event, the reserve goes to the stability reserve. */
function sweep(economy: Economy, before: Price): Money {
  if (economy.circulating > 0n) return 0n as Money;
  const swept = economy.reserve;
  economy.stability = (economy.stability + swept) as Money;
  economy.reserve = 0n as Money;
  economy.lastPrice = before;
  return swept;
}

function union(touched: readonly Account[], exited: readonly Account[]): readonly Account[] {
  return exited.length === 0 ? touched : [...new Set([...touched, ...exited])];
}
