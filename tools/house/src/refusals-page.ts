import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemTable } from '@tuodi/platform/http';

/** What the page says of one code. */
export interface RefusalRow {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

const head = `# Refusals

<!-- written by tools/house/src/refusals-page.ts from platform/src/http/problems.ts; do not edit -->

Whatever is refused over HTTP is answered as problem details (RFC 9457). Programs read \`code\`; \`title\`
and \`detail\` come in the caller's language and may be reworded. \`traceId\` finds the request in the log.
`;

const tail = `
The economy's codes are the reasons of [the event log](../economy/event-log.md) in lower case.
`;

const statuses: readonly (readonly [string, string])[] = [
  ['400', 'malformed: the request does not fit its shape'],
  ['401', 'nobody is signed in, or a signature is not genuine'],
  ['403', 'who asks may not do this'],
  ['404', 'there is no such thing here, or it belongs to somebody else'],
  ['409', 'the present state does not allow it; later it may'],
  ['413', 'the body is too large'],
  ['415', 'the body is not JSON'],
  ['422', 'the rules do not allow it'],
  ['429', 'too often; `Retry-After` says when to come back'],
  ['500', 'a bug of ours: nothing was changed, and nothing more is said'],
  ['503', 'a part is down or too busy; `Retry-After` says when to come back'],
];

/** The whole page: per room its codes, in the order of the table. */
export function refusalsPage(table: Readonly<Record<string, RefusalRow>>): string {
  const rooms = Map.groupBy(Object.entries(table), ([code]) => code.split('.')[0] ?? code);
  const parts = [...rooms].map(([room, rows]) => {
    const cells = rows.map(([code, { status, zh, en }]) => [`\`${code}\``, `${status}`, zh, en]);
    return `\n## ${room}\n\n${tableText(['Code', 'Status', '中文', 'English'], cells)}`;
  });
  return `${head}\n${tableText(['Status', 'Means'], statuses)}${tail}${parts.join('')}`;
}

/** A table with columns padded as Prettier pads them: a Han character is two columns wide. */
function tableText(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = titles.map((title, column) =>
    Math.max(3, ...[titles, ...rows].map((row) => widthOf(row[column] ?? title))),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell))).join(' | ')} |\n`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return `${line(titles)}${rule}${rows.map((row) => line(row)).join('')}`;
}

function widthOf(text: string): number {
  return text.length + (text.match(/[\u1100-\u115f\u2e80-\uffe6]/g)?.length ?? 0);
}

/** Writes docs/reference/refusals.md; with `--check` it only says whether the page is current. */
function main(): number {
  const file = fileURLToPath(new URL('../../../docs/reference/refusals.md', import.meta.url));
  const found = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const wanted = refusalsPage(problemTable);
  if (wanted === found) return 0;
  if (process.argv.includes('--check')) {
    process.stderr.write(
      'docs/reference/refusals.md is not current: node tools/house/src/refusals-page.ts\n',
    );
    return 1;
  }
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, wanted);
  return 0;
}

if (import.meta.main) process.exitCode = main();
