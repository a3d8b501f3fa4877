import path from 'node:path';
import {
  buildFile,
  buildPackages,
  compositionFiles,
  computed,
  importTable,
  narrowRules,
  sharedFiles,
  testPackages,
} from './import-table.ts';
import type { RoomRule } from './import-table.ts';
import { follow, packageFolders, packageOf, roomOf } from './rooms.ts';
import type { Reached } from './rooms.ts';
import { importsOf, parse } from './source.ts';
import type { Import } from './source.ts';
import { isScript, isTest } from './tree.ts';
import type { Finding, Tree } from './tree.ts';

/** One import with everything that a rule asks about it. */
interface Edge {
  readonly from: string;
  readonly room: string;
  readonly rule: RoomRule;
  readonly imported: Import;
  readonly folders: ReadonlyMap<string, string>;
}

/**
 * Every import against the table. A room without a row fails, and so does a tree without scripts:
 * a check that sees nothing must not be green.
 */
export function checkImports(
  tree: Tree,
  table: Readonly<Record<string, RoomRule>> = importTable,
): readonly Finding[] {
  const scripts = [...tree].filter(([file]) => isScript(file));
  if (scripts.length === 0) return [{ path: '.', line: 0, message: 'no script was seen at all' }];
  const folders = packageFolders(tree);
  return scripts.flatMap(([file, text]) => {
    const room = roomOf(file);
    const rule = room === undefined ? undefined : table[room];
    if (room === undefined || rule === undefined) {
      const message = `the room '${room ?? '(none)'}' is not in the import table`;
      return [{ path: file, line: 0, message }];
    }
    return importsOf(parse(file, text)).flatMap((imported) => {
      const message = whyForbidden({ from: file, room, rule, imported, folders });
      return message === undefined ? [] : [{ path: file, line: imported.line, message }];
    });
  });
}

/** The reason why an import is forbidden; undefined when the table allows it. */
function whyForbidden(edge: Edge): string | undefined {
  const { from, rule, imported, folders } = edge;
  if (imported.specifier === undefined) {
    return rule.packages.includes(computed) || isTest(from)
      ? undefined
      : 'a computed import cannot be checked';
  }
  const reached = follow(from, imported.specifier, folders);
  switch (reached.kind) {
    case 'package':
      return whyNotPackage(edge, reached.name);
    case 'workspace':
      return whyNotRoom(edge, roomOfWorkspace(reached));
    case 'file':
      return whyNotFile(edge, reached.file);
  }
}

function roomOfWorkspace(reached: Extract<Reached, { kind: 'workspace' }>): string {
  return roomOf(`${reached.folder}/package.json`) ?? reached.folder;
}

function whyNotPackage(edge: Edge, name: string): string | undefined {
  const extra = isTest(edge.from) ? testPackages : buildFile.test(edge.from) ? buildPackages : [];
  if (!edge.rule.packages.includes(name) && !extra.includes(name)) {
    return `${edge.room} may not import the package '${name}'`;
  }
  return whyNotHere(edge, name);
}

function whyNotFile(edge: Edge, target: string): string | undefined {
  const { from, room } = edge;
  const targetRoom = roomOf(target);
  if (packageOf(target) !== packageOf(from) || targetRoom === undefined) {
    return `'${target}' is in another package: import it by its package name`;
  }
  if (targetRoom === room) return undefined;
  if (sharedFiles.includes(target) || (isTest(from) && isTest(target))) return undefined;
  if (
    targetRoom.startsWith('platform/') &&
    !target.endsWith(`/src/${targetRoom.slice(9)}/index.ts`)
  ) {
    return `${targetRoom} is entered by its index.ts only`;
  }
  return whyNotRoom(edge, targetRoom);
}

function whyNotRoom(edge: Edge, target: string): string | undefined {
  const { from, room, rule } = edge;
  if (target === room) return undefined;
  // A test is not shipped: one that needs goods to sell may ask the room that has them.
  const free = isTest(from) && target.startsWith('platform') && room.startsWith('platform');
  if (!rule.rooms.includes(target) && !free) return `${room} may not import ${target}`;
  return whyNotHere(edge, target);
}

/** Inside a platform room: is this the kind of file that may see the target? */
function whyNotHere(edge: Edge, target: string): string | undefined {
  const { from, room, imported } = edge;
  const rule = narrowRules.find((one) => one.target === target);
  if (rule === undefined || !room.startsWith('platform/') || isTest(from)) return undefined;
  if (rule.homes.includes(room) || imported.typeOnly) return undefined;
  return rule.kinds.some((kind) => isKind(from, kind)) ? undefined : `'${target}': ${rule.why}`;
}

/** Whether a file of a platform room is `store.ts`, or stands in `store/`, at any depth. */
export function isKind(file: string, kind: string): boolean {
  const inRoom = file.split('/').slice(3);
  return inRoom.some((part) => part === kind || part === `${kind}.ts`);
}

/** Only the composition files construct: no other file may stand beside them. */
export function checkComposition(tree: Tree): readonly Finding[] {
  return [...tree.keys()]
    .filter((file) => isScript(file) && path.posix.dirname(file) === 'platform/src')
    .filter((file) => !compositionFiles.includes(path.posix.basename(file)) && !isTest(file))
    .map((file) => ({
      path: file,
      line: 0,
      message: `only ${compositionFiles.join(', ')} stand in platform/src; a verb belongs to a room`,
    }));
}

/** The table itself: rooms that import one another, and rows that name a room without a row. */
export function checkTable(
  table: Readonly<Record<string, RoomRule>> = importTable,
): readonly Finding[] {
  const at = { path: 'tools/house/src/import-table.ts', line: 0 };
  const unknown = Object.entries(table).flatMap(([room, rule]) =>
    rule.rooms
      .filter((target) => table[target] === undefined)
      .map((target) => ({ ...at, message: `${room} names ${target}, which has no row` })),
  );
  const inCycle = Object.keys(table).filter((room) => reaches(table, room, room));
  return inCycle.length === 0
    ? unknown
    : [...unknown, { ...at, message: `rooms import one another: ${inCycle.join(', ')}` }];
}

function reaches(table: Readonly<Record<string, RoomRule>>, from: string, target: string): boolean {
  const seen = new Set<string>();
  const open = [...(table[from]?.rooms ?? [])];
  for (let room = open.pop(); room !== undefined; room = open.pop()) {
    if (room === target) return true;
    if (seen.has(room)) continue;
    seen.add(room);
    open.push(...(table[room]?.rooms ?? []));
  }
  return false;
}
