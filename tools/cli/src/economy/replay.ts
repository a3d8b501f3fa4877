import {
  accountsRecord,
  effectRecord,
  outcomeRecord,
  readJsonLine,
  replayEvent,
  startReplay,
  stateRecord,
} from '@tuodi/economy';
import type { Applied, EconomyEvent, EventRefusal, PolicyFields, Replay } from '@tuodi/economy';
import type { Outcome } from '@tuodi/outcome';
import { linesOf, openInput } from '../input.ts';
import { LineWriter } from '../output.ts';
import { UsageError } from '../usage.ts';

type Detail = 'states' | 'accounts' | 'final';

/** What one line did: enough to write its record, also later. */
interface Step {
  readonly seq: number;
  readonly type: string;
  readonly outcome: Outcome<Applied, EventRefusal> | undefined;
}

/**
 * `tuodi economy replay [--accounts | --final] [FILE | -]`: one record per line of the log.
 * Exit 0 at the end of the stream, 2 on a line that is no event or a policy that is refused.
 */
export async function replay(words: readonly string[]): Promise<number> {
  const { detail, file } = readWords(words);
  const out = new LineWriter(process.stdout);
  const run = new ReplayRun(detail, out);
  let lineNumber = 0;
  try {
    for await (const line of linesOf(openInput(file))) {
      lineNumber += 1;
      if (line.trim() === '') continue;
      const problem = await run.take(line);
      if (problem === undefined) continue;
      await out.flush();
      process.stderr.write(`line ${lineNumber}: ${problem}\n`);
      return 2;
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  await run.finish();
  return 0;
}

function readWords(words: readonly string[]): { detail: Detail; file: string | undefined } {
  const flags = words.filter((word) => word.startsWith('--'));
  const files = words.filter((word) => !word.startsWith('--'));
  const known = flags.every((flag) => flag === '--accounts' || flag === '--final');
  if (!known || flags.length > 1 || files.length > 1) {
    throw new UsageError('tuodi economy replay [--accounts | --final] [FILE | -]');
  }
  const detail =
    flags[0] === '--final' ? 'final' : flags[0] === '--accounts' ? 'accounts' : 'states';
  return { detail, file: files[0] };
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** Takes line after line; holds the economy, its orders and the last step, never the lines. */
class ReplayRun {
  readonly #detail: Detail;
  readonly #out: LineWriter;
  #replay: Replay | undefined;
  #seq = 0;
  #last: Step | undefined;

  constructor(detail: Detail, out: LineWriter) {
    this.#detail = detail;
    this.#out = out;
  }

  /** @returns what is wrong with the line, where something is. */
  async take(line: string): Promise<string | undefined> {
    const value = readJsonLine(line);
    if (value === undefined) return 'not JSON';
    if (!isEvent(value)) return 'not a JSON object with a string "type"';
    if (this.#replay === undefined) {
      const first = value.type === 'policy' ? { ...value } : {};
      const started = startReplay(first);
      if (!started.ok) {
        await this.#out.write(
          JSON.stringify({ seq: 0, type: 'policy', ok: false, reason: started.refusal.code }),
        );
        return `BAD_POLICY: ${started.refusal.why}`;
      }
      this.#replay = started.value;
      if (value.type === 'policy') {
        await this.#step({ seq: this.#seq, type: 'policy', outcome: undefined });
        return undefined;
      }
    }
    const outcome = replayEvent(this.#replay, value);
    await this.#step({ seq: this.#seq, type: value.type, outcome });
    return undefined;
  }

  async finish(): Promise<void> {
    if (this.#detail === 'final' && this.#last !== undefined) await this.#write(this.#last);
    await this.#out.flush();
  }

  async #step(step: Step): Promise<void> {
    this.#seq += 1;
    this.#last = step;
    if (this.#detail !== 'final') await this.#write(step);
  }

  async #write({ seq, type, outcome }: Step): Promise<void> {
    const economy = this.#replay?.economy;
    if (economy === undefined) return;
    const record = {
      seq,
      type,
      ...(outcome === undefined ? { ok: true } : outcomeRecord(outcome)),
      ...stateRecord(economy),
      ...(this.#detail === 'states' ? {} : accountsRecord(economy)),
      ...(outcome === undefined ? {} : effectRecord(economy.policy, outcome)),
    };
    await this.#out.write(JSON.stringify(record));
  }
}

function isEvent(value: unknown): value is EconomyEvent & PolicyFields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    'type' in value &&
    typeof value.type === 'string'
  );
}
