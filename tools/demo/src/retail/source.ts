import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fen } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import { csvFields } from './csv.ts';

/** One line of a real order: an article at the price that was paid. */
export interface RetailLine {
  readonly stockCode: string;
  readonly description: string;
  readonly quantity: number;
  readonly price: Fen;
}

/** One invoice of the file that is an order. */
export interface RetailOrder {
  readonly invoice: string;
  /** The shop's local time, `YYYY-MM-DD HH:MM:SS`. */
  readonly at: string;
  /** CustomerID, or `guest:` and the invoice where the file has none. */
  readonly buyer: string;
  readonly lines: readonly RetailLine[];
}

/** What one cancellation takes back of one order. */
export interface RetailReturn {
  readonly cancellation: string;
  readonly at: string;
  readonly invoice: string;
  readonly articles: readonly { readonly stockCode: string; readonly units: number }[];
}

export const ATTRIBUTION = [
  'Data: Daqing Chen, Sai Liang Sain, Kun Guo, "Data mining for the online retail industry: A case',
  'study of RFM model-based customer segmentation using data mining", Journal of Database Marketing',
  'and Customer Strategy Management 19(3), 2012, doi:10.1057/dbm.2012.17; UCI Machine Learning',
  'Repository, doi:10.24432/C5BW33.',
].join('\n');

/** Orders in order of time, file order within a minute. 1 GBP is read as 1 yuan. */
export function readOrders(file: string): RetailOrder[] {
  const orders = new Map<string, RetailOrder & { lines: RetailLine[] }>();
  for (const line of textLines(brotliDecompressSync(readFileSync(file)))) {
    const [
      invoice = '',
      stockCode = '',
      description = '',
      units = '',
      at = '',
      price = '',
      buyer = '',
    ] = csvFields(line);
    if (invoice.startsWith('C') || invoice.startsWith('A')) continue;
    const quantity = Number(units);
    const pricePaid = readPrice(price);
    if (!(quantity > 0) || pricePaid < 1n) continue;
    let order = orders.get(invoice);
    if (order === undefined) {
      order = { invoice, at, buyer: buyer === '' ? `guest:${invoice}` : buyer, lines: [] };
      orders.set(invoice, order);
    }
    order.lines.push({ stockCode, description, quantity, price: pricePaid });
  }
  return [...orders.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Returns in order of time, one per (cancellation, order). */
export function readReturns(file: string): RetailReturn[] {
  const returns = new Map<
    string,
    RetailReturn & { articles: RetailReturn['articles'][number][] }
  >();
  for (const line of textLines(gunzipSync(readFileSync(file)))) {
    const [cancellation = '', at = '', , stockCode = '', units = '', , invoice = ''] =
      csvFields(line);
    const key = `${cancellation} ${invoice}`;
    let one = returns.get(key);
    if (one === undefined) {
      one = { cancellation, at, invoice, articles: [] };
      returns.set(key, one);
    }
    one.articles.push({ stockCode, units: Number(units) });
  }
  return [...returns.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The lines of a file after its heading. */
function* textLines(bytes: Buffer): Generator<string> {
  for (let from = bytes.indexOf(10) + 1; from < bytes.length;) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    yield bytes.toString('utf8', from, to).trimEnd();
    from = to + 1;
  }
}

/** Pounds as the file writes them → fen, exactly; a price finer than a fen is cut. */
function readPrice(text: string): Fen {
  const [whole = '0', fraction = ''] = text.split('.');
  return fen(
    BigInt(whole === '' || whole === '-' ? '0' : whole) * 100n +
      BigInt(fraction.padEnd(2, '0').slice(0, 2)),
  );
}
