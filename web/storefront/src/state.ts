import type { Language, Problem, Tenant } from '@tuodi/web-client';
import type { Theme } from './preferences.ts';

/** What the server tells the browser about the page it sent, beside the page's own data. */
export interface PageState {
  readonly kind: 'page' | 'lost' | 'problem';
  readonly base: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly tenant: Tenant;
}

/** The elements that carry them. */
export const STATE_ID = 'page-state';
export const DATA_ID = 'page-data';

/** JSON that may stand inside a <script>: nothing in it can close the element. */
export function embeddable(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

export function readProblem(text: string): Problem {
  const problem: Problem = JSON.parse(text);
  return problem;
}

export function readState(text: string): PageState {
  const state: PageState = JSON.parse(text);
  return state;
}
