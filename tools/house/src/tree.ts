import fs from 'node:fs';
import path from 'node:path';

/** Every text file of the house by its path from the root, with `/` between folders. */
export type Tree = ReadonlyMap<string, string>;

/** One broken rule. `line` counts from 1; 0 means the file as a whole. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.data',
  '.cache',
  'dist',
]);
const textFile =
  /\.(ts|tsx|mts|js|mjs|json|md|sql|css|html|svg|sh|yml|yaml|toml|txt)$|(^|\/)(LICENSE|run|\.[a-z]+rc)$/;
const scriptFile = /\.(ts|tsx|mts|js|mjs)$/;
const testFile = /\.(test|twin|arbitrary|fixture)\.tsx?$|(^|\/)fixtures\//;

/** Reads all text files under `root`, except what is installed, built or stored there. */
export function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(name);
      if (!entry.isFile() || !textFile.test(name)) continue;
      const text = readIfStillThere(path.join(root, name));
      if (text !== undefined) tree.set(name, text);
    }
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An editor may replace a file between the listing and the reading; then it is not there. */
function readIfStillThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file of program text: TypeScript or JavaScript. */
export function isScript(file: string): boolean {
  return scriptFile.test(file);
}

/** Tests and what only tests use: twins, arbitraries, fixtures. None of it is shipped. */
export function isTest(file: string): boolean {
  return testFile.test(file) || file === 'platform/src/testing.ts';
}

/** The line of a character offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}

/** Findings as `path:line message`, in order; what a failing test prints. */
export function show(findings: readonly Finding[]): readonly string[] {
  return findings
    .map(({ path: file, line, message }) => `${file}:${line} ${message}`)
    .sort((a, b) => (a < b ? -1 : 1));
}
