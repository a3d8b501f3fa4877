import { isKind } from './imports.ts';
import { roomOf } from './rooms.ts';
import { parse, piecesOf, textOf, walk } from './source.ts';
import type { Node } from './source.ts';
import { tableOwners, tablesOfTheRunner } from './table-owners.ts';
import { isScript, isTest, lineAt } from './tree.ts';
import type { Finding, Tree } from './tree.ts';

/** A hole of a template: no table is called this. */
const hole = '\u{FFFC}';
const name = `(?!if\\b)"?([\\w.]+|${hole})"?`;
const madeTable = new RegExp(
  `\\bcreate\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?${name}(\\s+partition\\s+of)?`,
  'gi',
);
// Not `for update`, `for no key update` and `do update`: those name no table.
const written = new RegExp(
  `\\b(?:insert\\s+into|merge\\s+into|delete\\s+from|truncate(?:\\s+table)?|copy|` +
    `(?<!\\b(?:for|key|do)\\s+)update)\\s+(?:only\\s+)?${name}`,
  'gi',
);
// Prose may begin with "update" or "copy"; a statement goes on with its `set`, its `stdin`.
const statement =
  /^\s*(?:(?:with|insert\s+into|delete\s+from|merge\s+into|truncate)\s|update\s[^]*\sset\s|copy\s[^]*\sstdin\b)/i;
const temporary = new RegExp(
  `\\bcreate\\s+temp(?:orary)?\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?${name}`,
  'gi',
);

type Owners = Readonly<Record<string, readonly string[]>>;

/** Every table that the migrations make: owned by exactly one room, and no row without a table. */
export function checkTables(
  tree: Tree,
  owners: Owners = tableOwners,
  made: readonly string[] = tablesOfTheRunner,
): readonly Finding[] {
  const migrations = [...tree].filter(([file]) => /^platform\/migrations\/.*\.sql$/.test(file));
  if (migrations.length === 0) {
    return [{ path: 'platform/migrations', line: 0, message: 'no migration was seen at all' }];
  }
  const places = new Map(migrations.flatMap(([file, sql]) => tablesMade(file, sql)));
  const data = { path: 'tools/house/src/table-owners.ts', line: 0 };
  const owned = Object.values(owners).flat();
  const twice = owned.filter((table, at) => owned.indexOf(table) !== at);
  const stale = owned.filter((table) => !places.has(table) && !made.includes(table));
  return [
    ...[...places]
      .filter(([table]) => !owned.includes(table))
      .map(([table, place]) => ({ ...place, message: `no room owns the table ${table}` })),
    ...twice.map((table) => ({ ...data, message: `${table} has two owners` })),
    ...stale.map((table) => ({ ...data, message: `no migration makes the table ${table}` })),
  ];
}

function tablesMade(file: string, sql: string): [string, Omit<Finding, 'message'>][] {
  // A comment line may speak of tables.
  const code = sql.replaceAll(/--[^\n]*/g, (comment) => ' '.repeat(comment.length));
  return [...code.matchAll(madeTable)].flatMap((match) => {
    const [, table, partition] = match;
    if (table === undefined || table === hole || partition !== undefined) return [];
    if (!/^\w+$/.test(table)) return [];
    return [[table, { path: file, line: lineAt(sql, match.index) }]];
  });
}

/**
 * Every insert, update, delete, merge, truncate and copy in a platform room's SQL: it stands in the
 * room's store, and the table is that room's own. Tests may write anything: they break books to see
 * the audit find it.
 */
export function checkTableWrites(tree: Tree, owners: Owners = tableOwners): readonly Finding[] {
  return [...tree].flatMap(([file, text]) => {
    if (!file.startsWith('platform/src/') || !isScript(file) || isTest(file)) return [];
    const room = roomOf(file) ?? '';
    const writes = writesOf(file, text);
    const own = new Set(owners[room] ?? []);
    return writes.flatMap(({ table, line }) => {
      const message = whyNot({ table, file, room, own, owners });
      return message === undefined ? [] : [{ path: file, line, message }];
    });
  });
}

interface Write {
  readonly table: string;
  readonly file: string;
  readonly room: string;
  readonly own: ReadonlySet<string>;
  readonly owners: Owners;
}

function whyNot({ table, file, room, own, owners }: Write): string | undefined {
  if (table === hole) return 'the table of this statement is computed: no rule can see its owner';
  if (!own.has(table)) {
    const owner = Object.entries(owners).find(([, tables]) => tables.includes(table))?.[0];
    return owner === undefined
      ? `no room owns the table ${table}`
      : `${table} is written by ${owner} only: call its service`;
  }
  if (room === 'platform/postgres' || isKind(file, 'store')) return undefined;
  return `only store.ts writes ${table}`;
}

function writesOf(file: string, text: string): readonly { table: string; line: number }[] {
  const found: { table: string; line: number }[] = [];
  const made = new Set<string>();
  for (const { node } of walk(parse(file, text).program)) {
    const sql = sqlOf(node);
    if (sql === undefined) continue;
    for (const [, table] of sql.matchAll(temporary)) if (table !== undefined) made.add(table);
    if (!statement.test(sql)) continue;
    for (const match of sql.matchAll(written)) {
      const table = match[1]?.toLowerCase();
      if (table === undefined || made.has(table)) continue;
      const lines = sql.slice(0, match.index).split('\n').length - 1;
      found.push({ table, line: lineAt(text, node.start) + lines });
    }
  }
  return found;
}

/** The text of a string or template; each hole of a template is one character of its own. */
function sqlOf(node: Node): string | undefined {
  if (node.type === 'TemplateLiteral') return piecesOf(node).join(hole);
  return node.type === 'Literal' ? textOf(node) : undefined;
}
