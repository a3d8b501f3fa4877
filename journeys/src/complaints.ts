import type { Page } from 'playwright-core';

/** An answer that a page is expected to get, although it is an error: `401 /v1/me`. */
export type Expected = readonly string[];

/** What went wrong in a page, in the order in which it did. */
export interface Complaints {
  readonly list: readonly string[];
}

/**
 * Listens to a page: errors on its console, errors that nobody caught, requests that failed or were
 * answered with an error, other than those that are expected.
 */
export function listen(page: Page, expected: Expected = []): Complaints {
  const list: string[] = [];
  page.on('pageerror', (error) => list.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const about = message.location().url;
    // The browser repeats every failed answer on its console.
    const answered = /Failed to load resource.*status of (\d+)/.exec(message.text())?.[1];
    if (answered !== undefined && isExpected(`${answered} ${about}`, expected)) return;
    list.push(`console: ${message.text()} ${about}`.trim());
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left takes its unfinished requests with it.
    if (why !== 'net::ERR_ABORTED') list.push(`request failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    const answer = `${String(response.status())} ${response.url()}`;
    if (response.status() >= 400 && !isExpected(answer, expected)) list.push(`answer: ${answer}`);
  });
  return { list };
}

function isExpected(answer: string, expected: Expected): boolean {
  return expected.some((one) => {
    const [status = '', path = ''] = one.split(' ');
    return answer.startsWith(`${status} `) && answer.includes(path);
  });
}
