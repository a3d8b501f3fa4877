import type { Tree } from './tree.ts';

/** A part of the tests that runs as one `node --test`. */
export interface Stage {
  readonly name: string;
  readonly files: readonly string[];
  /** Which database the files are given, if any. */
  readonly database: 'none' | 'embedded' | 'given';
}

/** The wings in the order in which a mistake is cheapest to find. The first that fits takes a file. */
const wings: readonly (readonly [name: string, folder: string])[] = [
  ['kernel', 'kernel/'],
  ['wire', 'wire/'],
  ['house', 'tools/house/'],
  ['tools', 'tools/'],
  ['platform', 'platform/'],
  ['web', 'web/'],
  ['journeys', 'journeys/'],
];

const storeTest = '.postgres.test.ts';

/**
 * Sorts all test files that contain one of `patterns` in their path (no pattern: all) into stages.
 * With a given database (TUODI_TEST_DATABASE_URL) the platform's tests of PostgreSQL come twice:
 * once on the embedded server, once on the given one.
 */
export function planStages(
  tree: Tree,
  patterns: readonly string[],
  given: 'with-given-database' | 'embedded-only',
): readonly Stage[] {
  const files = [...tree.keys()].filter(
    (file) =>
      file.endsWith('.test.ts') &&
      (patterns.length === 0 || patterns.some((pattern) => file.includes(pattern))),
  );
  return wings.flatMap(([name, folder]): Stage[] => {
    const inWing = files.filter((file) => wingOf(file) === folder);
    const stage: Stage = { name, files: inWing, database: databaseFor(name, inWing) };
    const again = inWing.filter((file) => file.endsWith(storeTest));
    if (name !== 'platform' || given === 'embedded-only' || again.length === 0) return [stage];
    return [stage, { name: 'platform, given database', files: again, database: 'given' }];
  });
}

function wingOf(file: string): string | undefined {
  return wings.find(([, folder]) => file.startsWith(folder))?.[1];
}

function databaseFor(name: string, files: readonly string[]): Stage['database'] {
  if (files.length === 0) return 'none';
  const needed =
    name === 'platform' || name === 'journeys' || files.some((file) => file.endsWith(storeTest));
  return needed ? 'embedded' : 'none';
}
