/** Fen as the API writes them. */
export function cny(units: bigint): { amount: string; asset: 'CNY/2' } {
  return { amount: String(units), asset: 'CNY/2' };
}

/** Growth points as the API writes them. */
export function growth(units: bigint): { amount: string; asset: 'GROWTH/12' } {
  return { amount: String(units), asset: 'GROWTH/12' };
}

/** Constant points as the API writes them. */
export function constant(units: bigint): { amount: string; asset: 'CONST/2' } {
  return { amount: String(units), asset: 'CONST/2' };
}
