import { parseSync } from 'oxc-parser';
import { lineAt } from './tree.ts';

/** A node of the syntax tree, as loosely as the rules need it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** One `import`, `export … from`, `import()` or `import('…')` type. */
export interface Import {
  /** Undefined when it is computed: then no rule can say what it reaches. */
  readonly specifier: string | undefined;
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Source {
  readonly text: string;
  readonly program: Node;
  readonly comments: readonly {
    readonly value: string;
    readonly start: number;
    readonly end: number;
  }[];
}

const parsed = new Map<string, Source>();

/**
 * The syntax of a script. TypeScript 7 has no compiler interface for JavaScript, so the rules read
 * what oxc-parser makes of it.
 * @throws {Error} when the text is no program: a rule must not pass over what it cannot read.
 */
export function parse(path: string, text: string): Source {
  const key = `${path}\n${text}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const { program, comments, errors } = parseSync(path, text);
  const error = errors[0];
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  if (!isNode(program)) throw new Error(`${path} has no program`);
  const source: Source = { text, program, comments };
  parsed.set(key, source);
  return source;
}

/** Narrows what the parser returns: its nodes are plain objects with a type and a place. */
export function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false;
  return 'type' in value && typeof value.type === 'string' && 'start' in value && 'end' in value;
}

/** Every node below `root` and itself, each after its parent, with that parent. */
export function* walk(root: Node): Generator<{ node: Node; parent: Node | undefined }> {
  const open: { node: Node; parent: Node | undefined }[] = [{ node: root, parent: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (const child of childrenOf(next.node).reverse()) {
      open.push({ node: child, parent: next.node });
    }
  }
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => {
    if (Array.isArray(value)) return value.filter((item) => isNode(item));
    return isNode(value) ? [value] : [];
  });
}

/** All that a script imports or re-exports, in its order. */
export function importsOf(source: Source): readonly Import[] {
  const found: Import[] = [];
  for (const { node } of walk(source.program)) {
    const target = importTarget(node);
    if (target === undefined) continue;
    found.push({
      specifier: textOf(target),
      typeOnly: isTypeOnly(node),
      line: lineAt(source.text, node.start),
    });
  }
  return found;
}

const importing: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function importTarget(node: Node): Node | undefined {
  if (importing.has(node.type)) return isNode(node['source']) ? node['source'] : undefined;
  if (node.type !== 'CallExpression') return undefined;
  const [callee, first] = [node['callee'], childrenOf(node).at(-1)];
  return isNode(callee) && callee.type === 'Identifier' && callee['name'] === 'require'
    ? first
    : undefined;
}

/** The text of a string literal or of a template without holes. */
export function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return undefined;
  const pieces = piecesOf(node);
  return pieces.length === 1 ? pieces[0] : undefined;
}

/** The fixed pieces of a template, between its holes. */
export function piecesOf(template: Node): readonly string[] {
  const quasis: readonly unknown[] = Array.isArray(template['quasis']) ? template['quasis'] : [];
  return quasis.map((quasi) => {
    const value = isNode(quasi) ? quasi['value'] : undefined;
    if (typeof value !== 'object' || value === null || !('cooked' in value)) return '';
    return typeof value.cooked === 'string' ? value.cooked : '';
  });
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType') return true;
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers: readonly unknown[] = Array.isArray(node['specifiers'])
    ? node['specifiers']
    : [];
  if (specifiers.length === 0) return false;
  return specifiers.every(
    (one) => isNode(one) && (one['importKind'] === 'type' || one['exportKind'] === 'type'),
  );
}
