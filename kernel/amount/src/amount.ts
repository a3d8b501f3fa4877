declare const asset: unique symbol;

/**
 * An integer count of the smallest unit of one asset. The brand keeps fen from meeting points:
 * `add(fen(1n), growthUnits(1n))` does not compile. At run time it is a plain bigint.
 */
export type Amount<Asset extends string> = bigint & { readonly [asset]: Asset };

/** Yuan cash in fen (10^-2 yuan). */
export type Fen = Amount<'CNY/2'>;
/** Growth points in 10^-12 of a point. */
export type GrowthUnits = Amount<'GROWTH/12'>;
/** Constant points in hundredths: one whole constant point is worth one yuan. */
export type ConstantFen = Amount<'CONST/2'>;

/** Brands an integer that is known to count units of `Asset`. */
export function amount<Asset extends string>(units: bigint): Amount<Asset> {
  return units as Amount<Asset>;
}

export function fen(units: bigint): Fen {
  return amount<'CNY/2'>(units);
}

export function growthUnits(units: bigint): GrowthUnits {
  return amount<'GROWTH/12'>(units);
}

export function constantFen(units: bigint): ConstantFen {
  return amount<'CONST/2'>(units);
}

export function add<Asset extends string>(a: Amount<Asset>, b: Amount<Asset>): Amount<Asset> {
  return (a + b) as Amount<Asset>;
}

export function subtract<Asset extends string>(a: Amount<Asset>, b: Amount<Asset>): Amount<Asset> {
  return (a - b) as Amount<Asset>;
}

export function negate<Asset extends string>(a: Amount<Asset>): Amount<Asset> {
  return -a as Amount<Asset>;
}

export function smaller<Asset extends string>(a: Amount<Asset>, b: Amount<Asset>): Amount<Asset> {
  return a < b ? a : b;
}

export function larger<Asset extends string>(a: Amount<Asset>, b: Amount<Asset>): Amount<Asset> {
  return a > b ? a : b;
}

/** The sum of a list; of an empty list, zero. */
export function sum<Asset extends string>(amounts: Iterable<Amount<Asset>>): Amount<Asset> {
  let total = 0n;
  for (const one of amounts) total += one;
  return total as Amount<Asset>;
}
