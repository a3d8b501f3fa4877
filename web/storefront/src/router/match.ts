import { parse } from 'regexparam';

export interface Route {
  readonly path: string;
}

export interface Matched<Found extends Route> {
  readonly route: Found;
  readonly params: Readonly<Record<string, string>>;
}

/** Compiles a table of routes into a search for the first one that a path fits. */
export function matcher<Found extends Route>(
  table: readonly Found[],
): (path: string) => Matched<Found> | undefined {
  const compiled = table.map((route) => ({ route, ...parse(route.path) }));
  return (path) => {
    for (const { route, keys, pattern } of compiled) {
      const found = pattern.exec(path);
      if (found === null) continue;
      const values = keys.map((key, at) => [key, decoded(found[at + 1] ?? '')] as const);
      return { route, params: Object.fromEntries(values) };
    }
    return undefined;
  };
}

/** A broken escape stays as it was written: the API will not know it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
