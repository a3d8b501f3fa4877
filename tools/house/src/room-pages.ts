import { folderOf, roomOf } from './rooms.ts';
import { isScript } from './tree.ts';
import type { Finding, Tree } from './tree.ts';

const headings = ['owns', 'does not own', 'invariants', 'not promised'];
const oneScreen = 60;

/** Each room that has a script has a README of one screen, with the four answers that it owes. */
export function checkRoomPages(tree: Tree): readonly Finding[] {
  const rooms = new Set(
    [...tree.keys()].filter((file) => isScript(file)).map((file) => roomOf(file)),
  );
  return [...rooms].flatMap((room) => {
    // The files directly in web/ and tools/ are no room: they are what starts the rooms.
    if (room === undefined || room === 'tools' || room === 'web') return [];
    return pageFindings(`${folderOf(room)}/README.md`, tree);
  });
}

function pageFindings(page: string, tree: Tree): readonly Finding[] {
  const text = tree.get(page);
  if (text === undefined) return [{ path: page, line: 0, message: 'the room has no README' }];
  const lines = text.trimEnd().split('\n').length;
  const missing = headings.filter((heading) => !text.toLowerCase().includes(heading));
  return [
    ...missing.map((heading) => ({ path: page, line: 0, message: `does not say '${heading}'` })),
    ...(lines > oneScreen
      ? [{ path: page, line: 0, message: `${lines} lines: one screen is ${oneScreen}` }]
      : []),
  ];
}
