import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Opens a file named relative to where the caller stands, or standard input for `-` or nothing. */
export function openInput(name: string | undefined): Readable {
  if (name === undefined || name === '-') return process.stdin;
  return createReadStream(path.resolve(process.env['INIT_CWD'] ?? process.cwd(), name));
}

/**
 * The lines of a stream, split at line feeds only: a JSON string may hold any other separator.
 * Memory: one line and one chunk.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of input) {
    const parts = (rest + decoder.write(chunk)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}
