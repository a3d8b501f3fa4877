import { once } from 'node:events';
import type { Writable } from 'node:stream';

const CHUNK = 65_536;

/** Writes lines in large pieces and waits where the reader is slower than we are. */
export class LineWriter {
  readonly #out: Writable;
  #buffer = '';

  constructor(out: Writable) {
    this.#out = out;
  }

  async write(line: string): Promise<void> {
    this.#buffer += `${line}\n`;
    if (this.#buffer.length >= CHUNK) await this.flush();
  }

  async flush(): Promise<void> {
    const piece = this.#buffer;
    this.#buffer = '';
    if (piece !== '' && !this.#out.write(piece)) await once(this.#out, 'drain');
  }
}
