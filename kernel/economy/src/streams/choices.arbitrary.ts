/** A source of choices: drawn from a seed, or from numbers that fast-check can shrink. */
export interface Choices {
  /** A whole number from 0 to bound - 1; 0 is always the plainest choice. */
  readonly below: (bound: number) => number;
}

/** Mulberry32: small, fast, the same on every machine. */
export function seededChoices(seed: number): Choices {
  let state = seed | 0;
  return {
    below: (bound) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
    },
  };
}

/** Choices taken one after the other from a list; an exhausted list answers with the plainest. */
export function listedChoices(numbers: readonly number[]): Choices {
  let at = 0;
  return {
    below: (bound) => {
      const number = numbers[at] ?? 0;
      at += 1;
      return number % bound;
    },
  };
}

export function oneOf<T>(choices: Choices, first: T, ...others: readonly T[]): T {
  return others[choices.below(others.length + 1) - 1] ?? first;
}

/** One of a list that may be empty. */
export function oneOfList<T>(choices: Choices, list: readonly T[]): T | undefined {
  return list.length === 0 ? undefined : list[choices.below(list.length)];
}

/** True in about so many of a hundred cases; a shrunk choice answers false. */
export function happens(choices: Choices, percent: number): boolean {
  return choices.below(100) >= 100 - percent;
}

export function weighted<T>(choices: Choices, weights: readonly (readonly [number, T])[]): T {
  let total = 0;
  for (const [weight] of weights) total += weight;
  let at = choices.below(total);
  for (const [weight, value] of weights) {
    if (at < weight) return value;
    at -= weight;
  }
  throw new Error('the weights hold no value');
}
