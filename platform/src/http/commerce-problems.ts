import type { ProblemText } from './problems.ts';

/** Refusals of catalog, stock, orders, after-sale and payments. */
export const commerceProblems = {
  'stock.not_enough': { status: 409, zh: '库存不足', en: 'Not enough in stock' },
} as const satisfies Readonly<Record<string, ProblemText>>;
