import { isScript } from './tree.ts';
import type { Finding, Tree } from './tree.ts';

const empty: ReadonlySet<string> = new Set(
  'helper helpers util utils utility utilities common base manager managers misc'.split(' '),
);
const wing = /^(kernel|wire|platform|chain|web|tools|journeys)\//;

/** Names that say nothing: a file or folder is called after what it holds. */
export function checkNames(tree: Tree): readonly Finding[] {
  return [...tree.keys()].flatMap((file) => {
    if (!wing.test(file)) return [];
    const words = file.split(/[/.\-_]/);
    const word = words.find((one) => empty.has(one.toLowerCase()));
    if (word === undefined) return isScript(file) ? badlySpelled(file) : [];
    return [
      { path: file, line: 0, message: `'${word}' says nothing: call it after what it holds` },
    ];
  });
}

/** File names are words joined by hyphens, all lower case; a React component may be its own name. */
function badlySpelled(file: string): readonly Finding[] {
  const name = file.split('/').at(-1) ?? '';
  const pattern = name.endsWith('.tsx') ? /^[A-Za-z0-9.-]+$/ : /^[a-z0-9.-]+$/;
  if (pattern.test(name)) return [];
  return [{ path: file, line: 0, message: 'a file name is lower-case words with hyphens' }];
}
