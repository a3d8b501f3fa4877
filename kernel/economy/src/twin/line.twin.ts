/**
 * Lines of an event log, for tests. A number token must keep its spelling: an integer token becomes
 * a bigint, any other number token stays a number (which every field refuses as BAD_NUMBER).
 */
type Reviver = (
  key: string,
  value: unknown,
  // Optional, because the library's type of a reviver does not know it yet.
  context?: { readonly source?: string },
) => unknown;

const keepInteger: Reviver = (_key, value, context) => {
  if (typeof value !== 'number') return value;
  const source = context?.source;
  if (source === undefined) throw new Error('JSON.parse does not hand over the source of a number');
  return /^-?\d+$/.test(source) ? BigInt(source) : value;
};

/** Reads one line; throws where it is no JSON object. */
export function readEventLine(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line, keepInteger);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('a line of an event log must be a JSON object');
  }
  return Object.fromEntries(Object.entries(value));
}

/**
 * Writes an event so that readEventLine gives it back. A number that is whole would come back as
 * an integer token, so it is refused.
 */
export function writeEventLine(event: Record<string, unknown>): string {
  return write(event);
}

function write(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isInteger(value)) {
    throw new Error('a whole number must be a bigint here');
  }
  if (Array.isArray(value)) return `[${value.map((one) => write(one)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, one]) => `${write(name)}:${write(one)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
