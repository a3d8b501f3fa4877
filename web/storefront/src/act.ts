import { useRef, useState } from 'preact/hooks';
import { newIdempotencyKey } from '@tuodi/web-client';
import type { Answer, Problem } from '@tuodi/web-client';

/** An act of a person: pressed, under way, refused or done. */
export interface Act {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  press(): void;
  /** Takes a shown refusal away. */
  clear(): void;
}

/**
 * An act that may move value. Its key lives from the first press until the server has answered:
 * where no answer came (connection lost, server at fault) the next press repeats the same key, so
 * that what did happen is not done twice.
 */
export function useAct<Value>(
  run: (key: string) => Promise<Answer<Value>>,
  done: (value: Value) => void,
): Act {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = useRef<string | undefined>(undefined);

  async function act(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    key.current ??= newIdempotencyKey();
    const answer = await run(key.current);
    setBusy(false);
    const answered = answer.ok || (answer.problem.status >= 400 && answer.problem.status < 500);
    if (answered) key.current = undefined;
    if (answer.ok) done(answer.value);
    else setProblem(answer.problem);
  }

  return {
    busy,
    problem,
    press() {
      if (!busy) void act();
    },
    clear: () => setProblem(undefined),
  };
}
