import path from 'node:path';
import type { Finding, Tree } from './tree.ts';

/** Whether a path from the root of the house is there, as a file of any kind or as a folder. */
export type IsThere = (target: string) => boolean;

interface Link {
  readonly target: string;
  readonly line: number;
}

/**
 * Every relative link of every page reaches a file or a folder of the house and, where it names
 * one, a heading there. Links to other sites are not followed. A house without a link fails: a
 * check that sees nothing must not be green.
 */
export function checkDocLinks(tree: Tree, isThere: IsThere): readonly Finding[] {
  const pages = [...tree].filter(([file]) => file.endsWith('.md'));
  const links = pages.flatMap(([page, text]) =>
    linksOf(text).map((link): Link & { page: string } => ({ ...link, page })),
  );
  if (links.length === 0) return [{ path: '.', line: 0, message: 'no link was seen in any page' }];
  return links.flatMap(({ page, target, line }) => {
    const message = whyDead({ page, target, tree, isThere });
    return message === undefined ? [] : [{ path: page, line, message }];
  });
}

interface Question {
  readonly page: string;
  readonly target: string;
  readonly tree: Tree;
  readonly isThere: IsThere;
}

/** Why a link leads nowhere; undefined when it does not, or when it leaves the house. */
function whyDead({ page, target, tree, isThere }: Question): string | undefined {
  if (/^(https?|mailto):/.test(target)) return undefined;
  const [file = '', heading] = target.split('#');
  if (file.startsWith('/')) return `'${target}' starts at no root: write it from this page`;
  const reached =
    file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURIComponent(file));
  if (reached.startsWith('..')) return `'${target}' leaves the house`;
  if (!isThere(reached)) return `'${target}' is not there`;
  if (heading === undefined) return undefined;
  const text = tree.get(reached);
  if (text === undefined) return `'${target}' names a heading of something that is no page`;
  return headingsOf(text).has(heading) ? undefined : `'${target}' names no heading of ${reached}`;
}

/** The targets of `[…](…)`, `[…]: …`, `src="…"` and `href="…"`, outside code. */
function linksOf(text: string): readonly Link[] {
  const patterns = [
    /\]\(\s*<?([^\s()<>]+)>?(?:\s+"[^"]*")?\s*\)/g,
    /^\[[^\]]+\]:\s*<?([^\s<>]+)>?/g,
    /\b(?:src|href)="([^"]+)"/g,
  ];
  return proseOf(text).flatMap((line, index) =>
    patterns.flatMap((pattern) =>
      [...line.matchAll(pattern)].map(([, target = '']) => ({ target, line: index + 1 })),
    ),
  );
}

/** The anchors of a page's headings, as the hosts of repositories make them. */
function headingsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const line of linesOutsideFences(text)) {
    const title = /^#{1,6}\s+(.+?)\s*#*$/.exec(line)?.[1];
    if (title === undefined) continue;
    const words = title.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = words.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
    let name = anchor;
    for (let copy = 1; anchors.has(name); copy += 1) name = `${anchor}-${copy}`;
    anchors.add(name);
  }
  return anchors;
}

/** The lines of a page with its code blanked, so that line numbers stay. */
function proseOf(text: string): readonly string[] {
  return linesOutsideFences(text).map((line) => line.replaceAll(/(`+)(?:(?!\1).)*?\1/g, ''));
}

function linesOutsideFences(text: string): readonly string[] {
  let fence: string | undefined;
  return text.split('\n').map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      fence = mark;
      return mark === undefined ? line : '';
    }
    if (mark !== undefined && mark.startsWith(fence) && line.trim() === mark) fence = undefined;
    return '';
  });
}
