import { pino } from 'pino';
import type { Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * One JSON line an entry, on standard error: standard output belongs to what a command was asked
 * for. Secrets and phones never reach it, whatever object is logged.
 */
export function openLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: { err: errorFields },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: {
        paths: [
          'phone',
          'code',
          'token',
          'password',
          'headers.authorization',
          'headers.cookie',
        ].flatMap((path) => [path, `*.${path}`]),
        censor: '[kept secret]',
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** An error without what hangs on it: a driver's error carries its whole connection. */
function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const cause = error.cause === undefined ? {} : { cause: errorFields(error.cause) };
  const state = 'code' in error ? { state: error.code } : {};
  return { type: error.name, message: error.message, ...state, stack: error.stack, ...cause };
}
