import { isGenerated } from './exemptions.ts';
import { parse, walk } from './source.ts';
import type { Node } from './source.ts';
import { isScript, lineAt } from './tree.ts';
import type { Finding, Tree } from './tree.ts';

/** Notes to oneself: written in pieces, so that this file keeps its own rule. */
const notes = new RegExp(
  `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`,
  'g',
);
const silencer = /@ts-(ignore|nocheck|expect-error)\b/g;

/** Nothing is left for later in a comment, and no comment silences the compiler. */
export function checkNotes(tree: Tree): readonly Finding[] {
  return [...tree].flatMap(([file, text]) => {
    if (isScript(file)) {
      return parse(file, text).comments.flatMap(({ value, start }) => [
        ...search({ file, text: value, pattern: notes, before: lineAt(text, start) - 1 }),
        ...search({ file, text: value, pattern: silencer, before: lineAt(text, start) - 1 }),
      ]);
    }
    return /\.(md|sql|css|html)$/.test(file)
      ? search({ file, text, pattern: notes, before: 0 })
      : [];
  });
}

interface Search {
  readonly file: string;
  readonly text: string;
  readonly pattern: RegExp;
  /** Lines of the file before the text. */
  readonly before: number;
}

function search({ file, text, pattern, before }: Search): readonly Finding[] {
  return [...text.matchAll(pattern)].map((match) => ({
    path: file,
    line: before + lineAt(text, match.index),
    message: `'${match[0].trim()}' has no place in the house`,
  }));
}

/** `any` and `!` switch the types off where a mistake costs money. */
export function checkTypeHoles(tree: Tree): readonly Finding[] {
  return [...tree].flatMap(([file, text]) => {
    if (!isScript(file) || isGenerated(file)) return [];
    return [...walk(parse(file, text).program)].flatMap(({ node }) => {
      const message = hole(node);
      return message === undefined ? [] : [{ path: file, line: lineAt(text, node.start), message }];
    });
  });
}

function hole(node: Node): string | undefined {
  if (node.type === 'TSAnyKeyword') return "'any': write the type, or unknown and a check";
  if (node.type === 'TSNonNullExpression' || node['definite'] === true) {
    return "'!': check it, or give the reason as an invariant";
  }
  return undefined;
}

const folder = (name: string): string => `/${name}/`;
const places: readonly RegExp[] = [
  // Hosts of package registries and their mirrors.
  /\b(?:[a-z0-9-]+\.)*(?:registry|npmmirror|npmjs|yarnpkg|artifactory|nexus)(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b/g,
  // Folders of one machine: nobody else has them.
  new RegExp(
    `(?<![\\w.~-])(?:${['work', 'home', 'Users', 'root', 'tmp', 'mnt', 'opt'].map(folder).join('|')})[\\w.-]+`,
    'g',
  ),
  /\b[A-Z]:\\+Users\b/g,
  // Beside the clone there is nothing but the data that the demo may read.
  /\.\.\/shared\/(?!data\b)[\w.-]*/g,
];

/** The house stands anywhere: it names no registry and no folder of the machine it was built on. */
export function checkPlaces(tree: Tree): readonly Finding[] {
  return [...tree].flatMap(([file, text]) =>
    places.flatMap((pattern) => search({ file, text, pattern, before: 0 })),
  );
}
