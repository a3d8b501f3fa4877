import { mayBeLong } from './exemptions.ts';
import { isNode, parse, walk } from './source.ts';
import type { Node, Source } from './source.ts';
import { isScript, isTest, lineAt } from './tree.ts';
import type { Finding, Tree } from './tree.ts';

export const longestFunction = 70;
export const longestFile = 300;

const functions: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);
const testVerbs: ReadonlySet<string> = new Set([
  'test',
  'it',
  'describe',
  'suite',
  'before',
  'after',
  'beforeEach',
  'afterEach',
]);

/** Files of at most 300 lines of code: neither blank lines nor comments count. */
export function checkFileSize(tree: Tree, most: number = longestFile): readonly Finding[] {
  return measured(tree).flatMap(([file, text]) => {
    const lines = linesOfCode(parse(file, text));
    if (lines <= most) return [];
    return [{ path: file, line: 0, message: `${lines} lines of code, at most ${most}` }];
  });
}

/** Functions of at most 70 lines, from the first to the last; the callback of a test is free. */
export function checkFunctionSize(tree: Tree, most: number = longestFunction): readonly Finding[] {
  return measured(tree).flatMap(([file, text]) =>
    [...walk(parse(file, text).program)].flatMap(({ node, parent }) => {
      if (!functions.has(node.type) || (isTest(file) && isTestCallback(parent))) return [];
      const first = lineAt(text, node.start);
      const lines = lineAt(text, node.end) - first + 1;
      if (lines <= most) return [];
      return [
        { path: file, line: first, message: `a function of ${lines} lines, at most ${most}` },
      ];
    }),
  );
}

function measured(tree: Tree): readonly (readonly [string, string])[] {
  return [...tree].filter(([file]) => isScript(file) && !mayBeLong(file));
}

function linesOfCode(source: Source): number {
  const code = source.comments.reduceRight(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end),
    source.text,
  );
  return code.split('\n').filter((line) => line.trim() !== '').length;
}

/** `test('…', () => {…})`, also as `test.only` or `t.test`. */
function isTestCallback(parent: Node | undefined): boolean {
  if (parent?.type !== 'CallExpression' || !isNode(parent['callee'])) return false;
  const callee = parent['callee'];
  const named =
    callee.type === 'MemberExpression' ? [callee['object'], callee['property']] : [callee];
  return named.some((one) => isNode(one) && testVerbs.has(String(one['name'])));
}
