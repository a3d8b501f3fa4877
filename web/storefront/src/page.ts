import { h } from 'preact';
import type { ComponentChild, FunctionComponent } from 'preact';
import type { Answer, Api, Problem } from '@tuodi/web-client';
import type { Mall } from './mall.ts';
import { addressOf } from './router/place.ts';
import type { Place } from './router/place.ts';

/** What a page is asked for. */
export interface PageRequest {
  readonly api: Api;
  readonly place: Place;
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
}

/** What a page's `load` comes to. */
export type Loaded<Data> =
  | { readonly kind: 'data'; readonly data: Data }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface PageSpec<Data> {
  /** Data before view; runs on the server for a first page and in the browser for later ones. */
  readonly load: (request: PageRequest) => Promise<Loaded<Data>>;
  readonly title: (data: Data, mall: Pick<Mall, 't' | 'language' | 'tenant'>) => string;
  readonly View: FunctionComponent<{ data: Data }>;
}

/** A page with its data: ready to be shown. */
export interface Shown {
  readonly status: number;
  /** What the browser needs to show the same again. */
  readonly data: unknown;
  readonly title: PageTitle;
  readonly render: () => ComponentChild;
}

type PageTitle = (mall: Pick<Mall, 't' | 'language' | 'tenant'>) => string;

export interface Page {
  readonly load: (request: PageRequest) => Promise<Loaded<Shown>>;
  /** From the JSON that the server embedded for the same page. */
  readonly restore: (text: string) => Shown;
}

/** Makes a page of its three parts; what its data are is known in here only. */
export function definePage<Data>(spec: PageSpec<Data>): Page {
  const show = (data: Data): Shown => ({
    status: 200,
    data,
    title: (mall) => spec.title(data, mall),
    render: () => h(spec.View, { data }),
  });
  return {
    async load(request) {
      const loaded = await spec.load(request);
      return loaded.kind === 'data' ? { kind: 'data', data: show(loaded.data) } : loaded;
    },
    restore(text) {
      const data: Data = JSON.parse(text);
      return show(data);
    },
  };
}

export function withData<Data>(data: Data): Loaded<Data> {
  return { kind: 'data', data };
}

/** An answer as a page's data; a reader who is not signed in is sent to sign in and back. */
export function fromAnswer<Data>(answer: Answer<Data>, request: PageRequest): Loaded<Data> {
  return answer.ok ? withData(answer.value) : refusal(answer.problem, request);
}

/** What a page does with a problem it cannot go on from. */
export function refusal(problem: Problem, { place }: PageRequest): Loaded<never> {
  if (problem.status !== 401) return { kind: 'problem', problem };
  return { kind: 'redirect', to: signInFor(addressOf(place)) };
}

export function signInFor(address: string): string {
  return `/sign-in?next=${encodeURIComponent(address)}`;
}
