import { writeFixed } from '@tuodi/amount';
import { stateRecord } from '@tuodi/economy';
import type { Context } from '@tuodi/platform';
import { hashOfRecord, loadEconomy, loadEconomyState, showEconomy } from '@tuodi/platform/economy';
import type { Tenant } from '@tuodi/platform/tenancy';
import { printVerdict } from '../verdict.ts';
import type { RetailPlan } from './plan.ts';

/** Prints what the run came to: the figures, the audit's verdict, the state hash, the log's head. */
export async function printReport(
  context: Context,
  tenant: Tenant,
  plan: RetailPlan,
): Promise<number> {
  const { economy, state, figures } = await context.snapshot(tenant.id, async (tx) => ({
    economy: await loadEconomy(tx, tenant.id),
    state: await loadEconomyState(tx, tenant.id),
    figures: await tx.first<Figures>(FIGURES, [tenant.id]),
  }));
  if (figures === undefined) throw new Error('figures are one row');
  const record = stateRecord(economy);
  const yuan = (fen: bigint): string => writeFixed(fen, 2);
  const rows: readonly (readonly [string, string])[] = [
    ['days', `${plan.firstDay} … ${plan.lastDay}`],
    ['orders', String(figures.orders)],
    ['sales', yuan(figures.sales)],
    ['settled', String(figures.settled)],
    ['contributions', yuan(figures.contributions)],
    ['refunds', `${figures.refunds} (nothing left: ${plan.skipped})`],
    ['late refunds', yuan(figures.late)],
    ['debts', yuan(figures.debts)],
    ['reserve', yuan(economy.reserve)],
    ['supply', record.S],
    ['price', record.price],
    ['holders', String(record.holders)],
    ['dividends paid', yuan(figures.dividends)],
    ['forced exits', String(state.forcedExits)],
    ['platform', yuan(economy.platform)],
  ];
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(16)}${value}\n`);
  const verdict = await printVerdict(context, tenant);
  const hash = hashOfRecord(await showEconomy(context, tenant.id));
  process.stdout.write(`state hash      ${hash}\n`);
  process.stdout.write(`log head        ${state.head.toString('hex')} (entry ${state.seq})\n`);
  return verdict;
}

interface Figures {
  orders: bigint;
  sales: bigint;
  settled: bigint;
  contributions: bigint;
  refunds: bigint;
  late: bigint;
  debts: bigint;
  dividends: bigint;
}

const FIGURES = `
  select
    (select count(*) from orders where tenant_id = $1) as orders,
    (select coalesce(sum(amount_fen), 0) from orders where tenant_id = $1) as sales,
    (select count(*) from orders where tenant_id = $1 and settled_at is not null) as settled,
    (select coalesce(sum(contribution_fen), 0) from orders where tenant_id = $1) as contributions,
    (select count(*) from refunds where tenant_id = $1) as refunds,
    (select coalesce(sum(amount_fen), 0) from refunds where tenant_id = $1 and late) as late,
    (select coalesce(sum(debt_fen), 0) from economy_accounts where tenant_id = $1) as debts,
    (select coalesce(sum(amount), 0)
     from postings
     where tenant_id = $1
       and kind <> 'day_closed'
       and account_id = 5 * 16) * -1 as dividends`;
