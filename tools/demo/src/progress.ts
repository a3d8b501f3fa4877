const BAR = 28;
const EVERY_MS = 200;
const EVERY_LINE_MS = 10_000;

/**
 * A progress bar on standard error: how far, how fast, how long still. On a terminal one line that
 * redraws itself, elsewhere a line every ten seconds.
 */
export class Progress {
  readonly #label: string;
  readonly #total: number;
  readonly #began = performance.now();
  readonly #terminal = process.stderr.isTTY;
  #first: number | undefined;
  #shown = 0;

  constructor(label: string, total: number) {
    this.#label = label;
    this.#total = total;
  }

  /** Tells how many of the total are done; what was done before the first call is not counted as speed. */
  at(done: number, note = ''): void {
    this.#first ??= done;
    const now = performance.now();
    const pause = this.#terminal ? EVERY_MS : EVERY_LINE_MS;
    if (now - this.#shown < pause && done < this.#total) return;
    this.#shown = now;
    const rate = (done - this.#first) / Math.max(0.001, (now - this.#began) / 1000);
    const left = rate > 0 ? (this.#total - done) / rate : Number.NaN;
    const filled = Math.floor((BAR * done) / Math.max(1, this.#total));
    const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
    const text = `${this.#label} ${bar} ${done}/${this.#total} ${rate.toFixed(0)}/s ${span(left)} ${note}`;
    process.stderr.write(this.#terminal ? `\r${text}\u001b[K` : `${text}\n`);
  }

  /** Ends the line. */
  end(): void {
    if (this.#terminal) process.stderr.write('\n');
  }
}

/** Seconds as "1 min 20 s left". */
function span(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes > 0 ? `${minutes} min ${whole % 60} s left` : `${whole} s left`;
}
