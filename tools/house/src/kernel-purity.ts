import { parse, walk } from './source.ts';
import type { Node } from './source.ts';
import { isScript, isTest, lineAt } from './tree.ts';
import type { Finding, Tree } from './tree.ts';

/** What a pure program does not have: the time, chance, the world. */
const impure: ReadonlySet<string> = new Set([
  'Date',
  'Temporal',
  'Intl',
  'console',
  'process',
  'globalThis',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Buffer',
  'require',
]);

/**
 * The kernel decides from its arguments alone. Imports of `node:*` are the import table's matter;
 * this finds the globals. `tsconfig.kernel.json` and oxlint say the same: three doors, one lock.
 */
export function checkKernelPurity(tree: Tree): readonly Finding[] {
  const scripts = [...tree].filter(
    ([file]) => file.startsWith('kernel/') && isScript(file) && !isTest(file),
  );
  if (scripts.length === 0) return [{ path: 'kernel', line: 0, message: 'no kernel was seen' }];
  return scripts.flatMap(([file, text]) =>
    [...walk(parse(file, text).program)].flatMap(({ node, parent }) => {
      const used = impureUse(node, parent);
      if (used === undefined) return [];
      return [{ path: file, line: lineAt(text, node.start), message: `the kernel has no ${used}` }];
    }),
  );
}

function impureUse(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression' && isNamed(node['object'], 'Math')) {
    return isNamed(node['property'], 'random') ? 'Math.random' : undefined;
  }
  if (node.type === 'MetaProperty') return 'import.meta';
  if (node.type !== 'Identifier' || typeof node['name'] !== 'string') return undefined;
  if (!impure.has(node['name']) || (parent !== undefined && isOnlyAName(node, parent))) {
    return undefined;
  }
  return node['name'];
}

/** `order.process` and `{ process: 1 }` are names of fields, not the global. */
function isOnlyAName(node: Node, parent: Node): boolean {
  if (parent['computed'] === true) return false;
  return parent['property'] === node || parent['key'] === node;
}

function isNamed(node: unknown, name: string): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('name' in node && node.name === name) return true;
  return 'value' in node && node.value === name;
}
