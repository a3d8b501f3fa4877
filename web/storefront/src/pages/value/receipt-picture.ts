import {
  formatInstant,
  formatMoney,
  formatPrice,
  pointsFigure,
  priceFigure,
} from '@tuodi/web-client';
import type { SaleReceipt } from '@tuodi/web-client';
import { mallName } from '../../mall.ts';
import type { Mall } from '../../mall.ts';

const WIDTH = 360;
const ROW = 30;
const SCALE = 3;

/** Draws the receipt and hands it to the reader as a PNG. Drawn here: nothing is uploaded. */
export async function saveReceipt(receipt: SaleReceipt, mall: Mall): Promise<void> {
  const rows = rowsOf(receipt, mall);
  const height = 190 + rows.length * ROW + 70;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.scale(SCALE, SCALE);
  drawHead(pen, { receipt, mall, height });
  drawRows(pen, rows);
  drawHash(pen, receipt.logHash, height);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (picture === null) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = `receipt-${receipt.id}.png`;
  link.click();
  URL.revokeObjectURL(link.href);
}

type Row = readonly [label: string, figure: string];
type Pen = CanvasRenderingContext2D;

function rowsOf(receipt: SaleReceipt, { t, calendar }: Mall): readonly Row[] {
  return [
    [t('receipt_at'), formatInstant(receipt.at, calendar)],
    [t('receipt_points'), pointsFigure(receipt.points).exact],
    [t('receipt_price'), priceFigure(receipt.price).exact],
    [t('sell_gross'), formatMoney(receipt.gross)],
    [t('value_fee'), formatMoney(receipt.fee)],
    [t('sell_dividend'), formatMoney(receipt.dividend)],
    [t('receipt_price_after'), formatPrice(receipt.priceAfter)],
    [t('receipt_number'), receipt.id],
  ];
}

const PAPER = '#faf8f4';
const INK = '#1b1815';
const MUTED = '#6b645b';
const CINNABAR = '#c2361d';
const JADE = '#1f6f5c';
/** The page's own faces, so that the picture looks like it. */
function faces(): { readonly serif: string; readonly sans: string } {
  const style = getComputedStyle(document.documentElement);
  return { serif: style.getPropertyValue('--serif'), sans: style.getPropertyValue('--sans') };
}

function drawHead(pen: Pen, paper: { receipt: SaleReceipt; mall: Mall; height: number }): void {
  const { receipt, mall, height } = paper;
  const { serif, sans } = faces();
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, WIDTH, height);
  pen.strokeStyle = INK;
  pen.lineWidth = 1.5;
  pen.stroke(new Path2D('M24 56H42V49H58V42H74'));
  pen.fillStyle = CINNABAR;
  pen.fillRect(43, 34, 13, 13);
  pen.fillStyle = INK;
  pen.font = `600 16px ${serif}`;
  pen.fillText(mallName(mall), 84, 54);
  pen.font = `14px ${sans}`;
  pen.fillStyle = JADE;
  pen.fillText(mall.t('receipt_done'), 24, 100);
  pen.font = `600 40px ${serif}`;
  pen.fillText(formatMoney(receipt.net), 24, 146);
}

function drawRows(pen: Pen, rows: readonly Row[]): void {
  const { sans } = faces();
  rows.forEach(([label, figure], at) => {
    const y = 190 + at * ROW;
    pen.font = `13px ${sans}`;
    pen.fillStyle = MUTED;
    pen.textAlign = 'left';
    pen.fillText(label, 24, y);
    pen.fillStyle = INK;
    pen.textAlign = 'right';
    pen.fillText(figure, WIDTH - 24, y);
    pen.fillStyle = '#e7e1d7';
    pen.fillRect(24, y + 9, WIDTH - 48, 1);
  });
}

function drawHash(pen: Pen, hash: string, height: number): void {
  pen.font = '9px monospace';
  pen.fillStyle = MUTED;
  pen.textAlign = 'left';
  pen.fillText(hash, 24, height - 28, WIDTH - 48);
}
