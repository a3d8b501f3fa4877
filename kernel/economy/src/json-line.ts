/**
 * Reads one line of an event log. An integer token becomes a bigint (exact, however long), any
 * other number token stays a double, which no number field accepts: the token decides, not its
 * value.
 * @returns undefined where the line is not JSON.
 */
export function readJsonLine(line: string): unknown {
  try {
    return parse(line, (_key, value, context) =>
      typeof value === 'number' && context?.source !== undefined && INTEGER.test(context.source)
        ? BigInt(context.source)
        : value,
    );
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const INTEGER = /^-?\d+$/;

type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

// The reviver's third argument ("JSON.parse source text access") is newer than the es2024 types.
const parse: (text: string, reviver: Reviver) => unknown = JSON.parse;
