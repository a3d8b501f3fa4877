import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importTable } from './import-table.ts';
import type { RoomRule } from './import-table.ts';

const begin = '<!-- the import table: written by tools/house/src/import-page.ts -->';
const end = '<!-- the end of the import table -->';

/** The import table as text: a room, then the rooms whose face it may import. */
export function importTableText(table: Readonly<Record<string, RoomRule>> = importTable): string {
  const width = Math.max(...Object.keys(table).map((room) => room.length));
  return Object.entries(table)
    .map(([room, { rooms }]) => line(room.padEnd(width), rooms))
    .join('\n');
}

/** Rooms of one wing are named together, so that a row stays short: `platform/{http, ledger}`. */
function line(room: string, rooms: readonly string[]): string {
  if (rooms.length === 0) return `${room}  ─`;
  const wings = Map.groupBy(rooms, (one) => (one.includes('/') ? one.split('/')[0] : undefined));
  const named = [...wings].map(([wing, inWing]) => {
    const nouns = inWing.map((one) => one.split('/').at(-1)).join(' ');
    if (wing === undefined) return nouns;
    return inWing.length === 1 ? inWing.join() : `${wing}/{${nouns}}`;
  });
  return `${room}  ► ${named.join(' · ')}`;
}

/** A page with its import table replaced by the present one. */
export function withImportTable(page: string, table: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('the page has no import table');
  return `${before}${begin}\n\n\`\`\`text\n${table}\n\`\`\`\n\n${end}${after}`;
}

/** Writes docs/architecture.md; with `--check` it only says whether the page is current. */
function main(): number {
  const file = fileURLToPath(new URL('../../../docs/architecture.md', import.meta.url));
  const found = fs.readFileSync(file, 'utf8');
  const wanted = withImportTable(found, importTableText());
  if (wanted === found) return 0;
  if (process.argv.includes('--check')) {
    process.stderr.write(
      'docs/architecture.md is not current: node tools/house/src/import-page.ts\n',
    );
    return 1;
  }
  fs.writeFileSync(file, wanted);
  return 0;
}

if (import.meta.main) process.exitCode = main();
