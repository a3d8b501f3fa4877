import { HTTPException } from 'hono/http-exception';
import type { ZodError } from 'zod';
import type { Http } from './app-env.ts';
import { Problem, problemBody } from './problem.ts';
import { keyOf } from './claim.ts';

/** Answers with problem details. */
export function sendProblem(http: Http, problem: Problem): Response {
  const body = problemBody(problem, {
    language: http.var.language,
    traceId: http.var.traceId,
  });
  if (problem.more.retryAfter !== undefined) {
    http.header('Retry-After', String(problem.more.retryAfter));
  }
  http.header('Content-Language', http.var.language);
  http.header('Content-Type', 'application/problem+json');
  return http.body(JSON.stringify(body), body.status);
}

/** The one error handler: a problem as it is, anything else as a fault that says nothing. */
export function sendError(error: Error, http: Http): Response {
  if (error instanceof Problem) return sendProblem(http, error);
  if (error instanceof HTTPException && error.status < 500) {
    return sendProblem(http, new Problem('http.malformed'));
  }
  const { context, traceId } = http.var;
  if (isDatabaseDown(error)) {
    context.log.error({ err: error, traceId }, 'the database does not answer');
    return sendProblem(http, new Problem('http.unavailable', { retryAfter: 2 }));
  }
  context.metrics.faults.inc({ where: 'http' });
  context.log.error({ err: error, traceId, path: http.req.path }, 'fault');
  return sendProblem(http, new Problem('http.fault'));
}

/** A request that does not fit its shape: 400 with each field that is wrong. */
export function rejectShape(target: string, error: ZodError, http: Http): Response {
  if (target === 'header') keyOf(http.req.header('idempotency-key'));
  const errors = error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  return sendProblem(http, new Problem('http.invalid', { errors }));
}

/** Connection refused, reset or timed out; the server starting, stopping or full. */
const DOWN: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'],
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08006', '25P03'],
  // A row that somebody held for too long, a statement that took too long: come back.
  ...['55P03', '57014'],
]);

function isDatabaseDown(error: Error): boolean {
  if ('code' in error && typeof error.code === 'string') return DOWN.has(error.code);
  return /timeout exceeded when trying to connect|Connection terminated|is not queryable/.test(
    error.message,
  );
}
