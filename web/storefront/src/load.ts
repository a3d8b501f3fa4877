import { h } from 'preact';
import type { Api, Problem } from '@tuodi/web-client';
import type { Shown } from './page.ts';
import { findPage } from './pages.ts';
import type { Arrival } from './router/navigator.ts';
import type { Place } from './router/place.ts';
import { LostPage, ProblemPage } from './ui/problem.tsx';

/** The page at a place with its data, or where to go instead. Never throws for want of an answer. */
export async function loadPlace(api: Api, place: Place): Promise<Arrival<Shown>> {
  const found = findPage(place.path);
  if (found === undefined) return { kind: 'shown', shown: lost() };
  const { page } = await found.route.open();
  const search = new URLSearchParams(place.search);
  const loaded = await page.load({ api, place, params: found.params, search });
  switch (loaded.kind) {
    case 'data':
      return { kind: 'shown', shown: loaded.data };
    case 'redirect':
      return loaded;
    case 'problem':
      return { kind: 'shown', shown: stopped(loaded.problem) };
  }
}

/** The page for an address that nothing answers to. */
export function lost(): Shown {
  return {
    status: 404,
    data: null,
    title: ({ t }) => t('lost_title'),
    render: () => h(LostPage, {}),
  };
}

/** The page for a problem: its own words, its code, and another try. */
export function stopped(problem: Problem): Shown {
  return {
    status: problem.status === 0 ? 503 : problem.status,
    data: problem,
    title: ({ t }) => t('problem_title'),
    render: () => h(ProblemPage, { problem }),
  };
}
