import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importTable } from './import-table.ts';
import type { RoomRule } from './import-table.ts';

const begin = '<!-- the import table: written by tools/house/src/import-page.ts -->';
const end = '<!-- the end of the import table -->';

const widest = 96;

/** The import table as text: a room, then the rooms whose face it may import, wing by wing. */
export function importTableText(table: Readonly<Record<string, RoomRule>> = importTable): string {
  const width = Math.max(...Object.keys(table).map((room) => room.length));
  return Object.entries(table)
    .map(([room, { rooms }]) => {
      const [first = '─', ...rest] = wrapped(named(rooms), widest - width - 4);
      const more = rest.map((line) => `\n${' '.repeat(width + 4)}${line}`).join('');
      return `${room.padEnd(width)}  ${rooms.length === 0 ? ' ' : '►'} ${first}${more}`;
    })
    .join('\n');
}

/** Rooms of one wing are named together: `platform/{http ledger}`. */
function named(rooms: readonly string[]): readonly string[] {
  const wings = Map.groupBy(rooms, (room) => (room.includes('/') ? room.split('/')[0] : undefined));
  return [...wings].flatMap(([wing, inWing]) => {
    if (wing === undefined || inWing.length === 1) return inWing;
    const nouns = inWing.map((room) => room.split('/').at(-1) ?? room);
    return [`${wing}/{${nouns[0]}`, ...nouns.slice(1, -1), `${nouns.at(-1)}}`];
  });
}

/** Words in lines of at most `most` characters. */
function wrapped(words: readonly string[], most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
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
