import { fen, sum } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';

/** A line as far as it matters for giving it back. */
export interface SoldLine {
  readonly position: number;
  readonly price: Fen;
  readonly quantity: bigint;
  readonly refundedQuantity: bigint;
}

export interface RequestedLine {
  readonly position: number;
  readonly quantity: bigint;
}

export interface GivenBack {
  readonly amount: Fen;
  /** By position; one entry a line. */
  readonly lines: readonly { position: number; quantity: bigint; amount: Fen }[];
}

export type GiveBackRefusal =
  | { readonly code: 'aftersale.unknown_line'; readonly position: number }
  | { readonly code: 'aftersale.nothing_left'; readonly position: number; readonly left: bigint };

/** Pieces of lines at the price that was paid for them; a line that is named twice counts twice. */
export function giveBack(
  sold: readonly SoldLine[],
  requested: readonly RequestedLine[],
): Outcome<GivenBack, GiveBackRefusal> {
  const byPosition = new Map(sold.map((line) => [line.position, line]));
  const wanted = new Map<number, bigint>();
  for (const { position, quantity } of requested) {
    wanted.set(position, (wanted.get(position) ?? 0n) + quantity);
  }
  const lines: { position: number; quantity: bigint; amount: Fen }[] = [];
  for (const [position, quantity] of [...wanted].toSorted(([one], [other]) => one - other)) {
    const line = byPosition.get(position);
    if (line === undefined) return refuse({ code: 'aftersale.unknown_line', position });
    const left = line.quantity - line.refundedQuantity;
    if (quantity > left || quantity <= 0n) {
      return refuse({ code: 'aftersale.nothing_left', position, left });
    }
    lines.push({ position, quantity, amount: fen(line.price * quantity) });
  }
  return done({ amount: sum(lines.map((line) => line.amount)), lines });
}
