import { smaller, takeDown } from '@tuodi/amount';
import type { Account } from './account.ts';
import type { Settled } from './booked.ts';
import { flush, openedAccount, place } from './change.ts';
import type { Change } from './change.ts';
import { priceOf } from './economy.ts';
import type { Economy } from './economy.ts';
import { divideMargin, valueGranted } from './margin.ts';
import type { DividedMargin } from './margin.ts';
import type { EconomyOrder } from './order.ts';
import { pointsDown, valueUp } from './units.ts';
import type { Money, Points, Price } from './units.ts';

/**
 * Settles an open order at the price before it: grants points to buyer and referrer (rounded down,
 * buyer first, within the cap), puts the contribution into the reserve, the dividend into its pool,
 * the rest of the margin to the platform and the rest of the money to the merchant.
 */
export function settleOrder(
  change: Change,
  order: EconomyOrder,
): { readonly booked: Settled; readonly order: EconomyOrder } {
  const { economy } = change;
  const price = priceOf(economy);
  const split = splitMargin(economy, order);
  const buyer = openedAccount(change, order.buyer);
  const referrer = order.referrer === null ? undefined : economy.accounts.get(order.referrer);
  flush(change, buyer);
  if (referrer !== undefined) flush(change, referrer);
  const left = (economy.policy.issueCap - economy.issued) as Points;
  const toBuyer = grant(change, {
    account: buyer,
    value: valueGranted(economy.policy, split.contribution),
    price,
    left,
  });
  const toReferrer =
    referrer === undefined
      ? undefined
      : referral(change, {
          account: referrer,
          contribution: split.contribution,
          price,
          left: (left - toBuyer.points) as Points,
        });
  const quota = takeDown(order.amount, economy.policy.quotaRate);
  buyer.quota = (buyer.quota + quota) as Money;
  buyer.given = (buyer.given + quota) as Money;
  const referrerPoints = toReferrer?.points ?? (0n as Points);
  receive(economy, buyer, toBuyer.points);
  if (referrer !== undefined) receive(economy, referrer, referrerPoints);
  bookMoney(change, order, split);
  return {
    booked: {
      type: 'settle',
      buyer: order.buyer,
      referrer: order.referrer,
      merchant: order.merchant,
      cash: (order.amount - order.constant) as Money,
      constant: order.constant,
      ...split,
      buyerPoints: toBuyer.points,
      buyerValue: toBuyer.value,
      referrerPoints,
      debtPaid: (toBuyer.debtPaid + (toReferrer?.debtPaid ?? 0n)) as Money,
      quota,
    },
    order: {
      ...order,
      state: 'settled',
      contribution: split.contribution,
      buyerPoints: toBuyer.points,
      buyerValue: toBuyer.value,
      referrerPoints,
    },
  };
}

interface Split extends DividedMargin {
  readonly marginFromCash: Money;
  readonly marginFromConstant: Money;
}

/** The margin's three parts, and from which part of the payment it is taken: cash first. */
function splitMargin(economy: Economy, order: EconomyOrder): Split {
  const { amount, margin, constant } = order;
  const marginFromCash = smaller(margin, (amount - constant) as Money);
  return {
    ...divideMargin(economy.policy, order),
    marginFromCash,
    marginFromConstant: (margin - marginFromCash) as Money,
  };
}

interface Grant {
  readonly points: Points;
  /** What was granted after the debt, in money. */
  readonly value: Money;
  readonly debtPaid: Money;
}

interface GrantRequest {
  readonly account: Account;
  readonly value: Money;
  readonly price: Price;
  /** How many points the cap still allows. */
  readonly left: Points;
}

/** Debt first, then points at the price before, rounded down: the reserve keeps the dust. */
function grant(change: Change, request: GrantRequest): Grant {
  const { account, price, left } = request;
  const debtPaid = smaller(request.value, account.debt);
  account.debt = (account.debt - debtPaid) as Money;
  const value = (request.value - debtPaid) as Money;
  const ended = change.economy.sharePrice !== undefined;
  const points = ended ? (0n as Points) : smaller(pointsDown(value, price), left);
  return { points, value, debtPaid };
}

interface ReferralRequest {
  readonly account: Account;
  readonly contribution: Money;
  readonly price: Price;
  readonly left: Points;
}

/** The referrer's own share of the same contribution, as far as his own quota leaves room. */
function referral(change: Change, request: ReferralRequest): Grant | undefined {
  const { economy } = change;
  if (economy.sharePrice !== undefined) return undefined;
  const { account, contribution, price, left } = request;
  const room = account.quota - valueUp(account.points, price);
  const share = takeDown(contribution, economy.policy.referralRate);
  const value = smaller(share, (room > 0n ? room : 0n) as Money);
  return grant(change, { account, value, price, left });
}

function receive(economy: Economy, account: Account, points: Points): void {
  economy.issued = (economy.issued + points) as Points;
  economy.circulating = (economy.circulating + points) as Points;
  place(economy, account, (account.points + points) as Points);
}

function bookMoney(change: Change, order: EconomyOrder, split: Split): void {
  const { economy } = change;
  const cash = order.amount - order.constant;
  const toMerchant = cash - split.marginFromCash;
  const constantToMerchant = order.constant - split.marginFromConstant;
  economy.openCash = (economy.openCash - cash) as Money;
  economy.reserve = (economy.reserve + split.contribution) as Money;
  economy.dividendOpen = (economy.dividendOpen + split.dividend) as Money;
  economy.platform = (economy.platform + split.platform) as Money;
  economy.cashOut = (economy.cashOut + toMerchant + split.platform) as Money;
  economy.constantLocked = (economy.constantLocked - order.constant) as Money;
  economy.constantBacking = (economy.constantBacking - split.marginFromConstant) as Money;
  if (constantToMerchant === 0n || order.merchant === null) return;
  const merchant = openedAccount(change, order.merchant);
  merchant.constant = (merchant.constant + constantToMerchant) as Money;
  economy.constant = (economy.constant + constantToMerchant) as Money;
}
