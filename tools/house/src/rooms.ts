import path from 'node:path';
import type { Tree } from './tree.ts';

/**
 * The room that a file stands in: `kernel/economy`, `platform/orders`, `web/console`, `wire` …
 * The files directly in `platform/` and `platform/src/` are the room `platform`: they construct.
 * Undefined for a file that stands in no wing.
 */
export function roomOf(file: string): string | undefined {
  const [wing, second, third, fourth] = file.split('/');
  if (wing === 'wire' || wing === 'journeys') return wing;
  if (wing === 'kernel' || wing === 'web' || wing === 'tools') {
    return third === undefined ? wing : `${wing}/${second}`;
  }
  if (wing !== 'platform') return undefined;
  return second === 'src' && fourth !== undefined ? `platform/${third}` : wing;
}

/** The folder of a room, where its README stands. */
export function folderOf(room: string): string {
  return room.startsWith('platform/') ? room.replace('platform/', 'platform/src/') : room;
}

/** The folder of each workspace package of the house, by the package's name. */
export function packageFolders(tree: Tree): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const [file, text] of tree) {
    if (path.posix.basename(file) !== 'package.json' || file === 'package.json') continue;
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || !('name' in manifest)) continue;
    if (typeof manifest.name === 'string') folders.set(manifest.name, path.posix.dirname(file));
  }
  return folders;
}

/** What an import reaches: a file of the house, or a package from outside. */
export type Reached =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'workspace'; readonly folder: string; readonly subpath: string }
  | { readonly kind: 'package'; readonly name: string };

/** Follows a specifier from the file that holds it. `node:fs` counts as the package `node:*`. */
export function follow(
  from: string,
  specifier: string,
  folders: ReadonlyMap<string, string>,
): Reached {
  if (specifier.startsWith('.')) {
    return { kind: 'file', file: path.posix.join(path.posix.dirname(from), specifier) };
  }
  if (specifier.startsWith('node:')) return { kind: 'package', name: 'node:*' };
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const folder = folders.get(name);
  if (folder === undefined) return { kind: 'package', name };
  return { kind: 'workspace', folder, subpath: specifier.slice(name.length + 1) };
}

/** The package that a file belongs to: a relative import never leaves it. */
export function packageOf(file: string): string {
  const parts = file.split('/');
  return parts[0] === 'wire' || parts[0] === 'platform' || parts[0] === 'journeys'
    ? parts[0]
    : parts.slice(0, 2).join('/');
}
