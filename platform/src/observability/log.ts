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
