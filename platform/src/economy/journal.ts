import { constantFen, fen, growthUnits } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import type { Applied, Booked, RefundedLate, Settled } from '@tuodi/economy';
import {
  constantLocked,
  constantRedeemed,
  dayClosed,
  dividendClaimed,
  goodsExchanged,
  orderRefunded,
  orderRefundedLate,
  orderSettled,
  pointsConverted,
  pointsSold,
  reserveInjected,
  stabilityReleased,
} from '@tuodi/ledger';
import type { SideEffects, Transfer } from '@tuodi/ledger';
import { Fault, invariant } from '@tuodi/outcome';

/**
 * The transfer of an accepted event: the same change that the state went through, as legs. On the
 * platform the economy's grids are those of the journal: fen, 10^-12 points, constant fen.
 * @returns undefined where the event moved nothing (an order without constant points).
 */
export function transferOf(applied: Applied): Transfer | undefined {
  const effects: SideEffects = {
    flushes: applied.flushes.map(({ account, amount }) => ({ account, amount: fen(amount) })),
    exits: applied.exits.map((exit) => ({
      account: exit.account,
      points: growthUnits(exit.points),
      dividend: fen(exit.dividend),
      back: fen(exit.back),
      net: fen(exit.net),
    })),
    swept: fen(applied.swept),
  };
  return legsOf(applied.booked, effects);
}

function legsOf(booked: Booked, effects: SideEffects): Transfer | undefined {
  switch (booked.type) {
    case 'order':
      return constantLocked(booked.buyer, constantFen(booked.constant));
    case 'settle':
      return settlement(booked, effects);
    case 'buy':
      throw new Fault('broken: buy is for replays, never for a tenant');
    case 'refund_open':
      return orderRefunded({
        buyer: booked.buyer,
        cash: fen(booked.cash),
        constant: constantFen(booked.constant),
      });
    case 'refund_late':
      return lateRefund(booked, effects);
    case 'sell':
      return pointsSold({ ...pointsOf(booked), net: fen(booked.net) }, effects);
    case 'convert': {
      const backing = fen(booked.constant);
      const constant = constantFen(booked.constant);
      return pointsConverted({ ...pointsOf(booked), backing, constant }, effects);
    }
    case 'redeem_c': {
      const backing = fen(booked.constant);
      const constant = constantFen(booked.constant);
      return constantRedeemed({ ...pointsOf(booked), backing, constant }, effects);
    }
    case 'goods':
      return goodsExchanged('goods_exchanged', costOf(booked, fen(booked.cost)), effects);
    case 'ipo_elect':
      return goodsExchanged('shares_elected', costOf(booked, fen(booked.paid)), effects);
    case 'close_day':
      return dayClosed(fen(booked.taken), effects);
    case 'claim':
    case 'ipo_open':
      return dividendClaimed(effects);
    case 'inject':
      return reserveInjected(fen(booked.amount), effects);
    case 'release':
      return stabilityReleased(fen(booked.amount), effects);
  }
}

interface Moved {
  readonly account: string;
  readonly points: bigint;
}

function pointsOf({ account, points }: Moved) {
  return { account, points: growthUnits(points) };
}

function costOf(moved: Moved, cost: Fen) {
  return { ...pointsOf(moved), cost };
}

function settlement(booked: Settled, effects: SideEffects): Transfer | undefined {
  invariant(booked.merchant !== null, 'an order of a tenant has a merchant');
  return orderSettled(
    {
      buyer: booked.buyer,
      referrer: booked.referrer,
      merchant: booked.merchant,
      cash: fen(booked.cash),
      constant: constantFen(booked.constant),
      marginFromCash: fen(booked.marginFromCash),
      marginFromConstant: constantFen(booked.marginFromConstant),
      contribution: fen(booked.contribution),
      dividend: fen(booked.dividend),
      platform: fen(booked.platform),
      buyerPoints: growthUnits(booked.buyerPoints),
      referrerPoints: growthUnits(booked.referrerPoints),
    },
    effects,
  );
}

function lateRefund(booked: RefundedLate, effects: SideEffects): Transfer | undefined {
  invariant(booked.merchant !== null, 'an order of a tenant has a merchant');
  return orderRefundedLate(
    {
      buyer: booked.buyer,
      referrer: booked.referrer,
      merchant: booked.merchant,
      amount: fen(booked.amount),
      fromReserve: fen(booked.fromReserve),
      buyerPoints: growthUnits(booked.buyerPoints),
      referrerPoints: growthUnits(booked.referrerPoints),
    },
    effects,
  );
}
