import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followedPlace } from './links.ts';
import { matcher } from './match.ts';
import { createNavigator } from './navigator.ts';
import type { Arrival, NavigatorPorts } from './navigator.ts';
import { addressOf, placeInside, placeOf, safeNext } from './place.ts';

/** A browser made of a list: what it was told, in order. */
function browser(pages: Readonly<Record<string, Arrival<string>>>) {
  const told: string[] = [];
  const state = { scroll: 0, time: 0, keys: 0, loads: 0 };
  const gates = new Map<string, Promise<void>>();
  const ports: NavigatorPorts<string> = {
    async load(place) {
      state.loads += 1;
      const address = addressOf(place);
      await gates.get(address);
      return pages[address] ?? { kind: 'shown', shown: `lost ${address}` };
    },
    show: (place, shown) => told.push(`show ${addressOf(place)} ${shown}`),
    setTitle: (shown) => told.push(`title ${shown}`),
    focusHeading: () => told.push('focus'),
    pushHistory: (place, key) => told.push(`push ${addressOf(place)} ${key}`),
    replaceHistory: (place, key) => told.push(`replace ${addressOf(place)} ${key}`),
    newKey: () => `k${(state.keys += 1)}`,
    scrollPosition: () => state.scroll,
    scrollTo: (position) => {
      state.scroll = position;
      told.push(`scroll ${position}`);
    },
    setBusy: (busy) => told.push(busy ? 'busy' : 'ready'),
    now: () => state.time,
  };
  const start = { place: placeOf('/'), key: 'k0' };
  return { told, state, gates, ports, navigator: createNavigator(ports, start) };
}

const shown = (name: string): Arrival<string> => ({ kind: 'shown', shown: name });

test('a new page: data, history, view, title, focus, top of the page, in this order', async () => {
  const { told, navigator } = browser({ '/orders?state=paid': shown('Orders') });
  await navigator.to('/orders?state=paid');
  assert.deepEqual(told, [
    'busy',
    'ready',
    'push /orders?state=paid k1',
    'show /orders?state=paid Orders',
    'title Orders',
    'focus',
    'scroll 0',
  ]);
});

test('going back restores the scroll position of that entry', async () => {
  const { told, state, navigator } = browser({ '/': shown('Home'), '/p/1': shown('Tea') });
  state.scroll = 640;
  await navigator.to('/p/1');
  state.scroll = 90;
  await navigator.returned(placeOf('/'), 'k0');
  assert.equal(told.at(-1), 'scroll 640');
  await navigator.returned(placeOf('/p/1'), 'k1');
  assert.equal(told.at(-1), 'scroll 90');
  assert.deepEqual(navigator.positions(), { k0: 640, k1: 90 });
});

test('a redirect is followed before anything is shown, and the history never sees it', async () => {
  const { told, navigator } = browser({
    '/value': { kind: 'redirect', to: '/sign-in?next=%2Fvalue' },
    '/sign-in?next=%2Fvalue': shown('Sign in'),
  });
  await navigator.to('/value');
  assert.ok(told.includes('push /sign-in?next=%2Fvalue k1'));
  assert.ok(!told.some((line) => line.includes('push /value')));
});

test('redirects in a ring end and leave the page as it was', async () => {
  const { told, navigator } = browser({ '/a': { kind: 'redirect', to: '/a' } });
  await navigator.to('/a');
  assert.deepEqual(told, ['busy', 'ready']);
});

test('a touch loads early, the click that follows loads nothing more', async () => {
  const { state, navigator } = browser({ '/p/1': shown('Tea') });
  navigator.prefetch('/p/1');
  navigator.prefetch('/p/1');
  await navigator.to('/p/1');
  assert.equal(state.loads, 1);
});

test('what was loaded early grows old and is loaded again', async () => {
  const { state, navigator } = browser({ '/p/1': shown('Tea') });
  navigator.prefetch('/p/1');
  state.time = 10_000;
  await navigator.to('/p/1');
  assert.equal(state.loads, 2);
});

test('the last of two clicks wins, whatever arrives first', async () => {
  const { told, gates, navigator } = browser({ '/slow': shown('Slow'), '/fast': shown('Fast') });
  let open = () => {};
  gates.set('/slow', new Promise((resolve) => (open = resolve)));
  const slow = navigator.to('/slow');
  await navigator.to('/fast');
  open();
  await slow;
  assert.ok(told.includes('show /fast Fast'));
  assert.ok(!told.some((line) => line.includes('Slow')));
});

test('a refresh keeps the reader’s place, focus and history entry', async () => {
  const { told, navigator } = browser({ '/': shown('Home') });
  await navigator.refresh();
  assert.deepEqual(told, ['busy', 'ready', 'replace / k0', 'show / Home', 'title Home']);
});

test('after an act nothing that was loaded before it is shown', async () => {
  const { state, navigator } = browser({ '/': shown('Home') });
  navigator.prefetch('/');
  await navigator.refresh();
  assert.equal(state.loads, 2);
});

test('an act that must not be repeated by "back" replaces its own entry', async () => {
  const { told, navigator } = browser({ '/value/sales/7': shown('Receipt') });
  await navigator.replace('/value/sales/7');
  assert.ok(told.includes('replace /value/sales/7 k0'));
});

test('only plain clicks on pages of this mall are followed by the storefront', () => {
  const here = { base: '/t/tea', href: 'https://mall.test/t/tea/orders' };
  const click = {
    href: 'https://mall.test/t/tea/p/1?from=x',
    target: '',
    download: false,
    button: 0,
    modified: false,
    prevented: false,
  };
  assert.deepEqual(followedPlace(click, here), { path: '/p/1', search: '?from=x' });
  const left: readonly Partial<typeof click>[] = [
    { href: 'https://other.test/t/tea/p/1' },
    { href: 'https://mall.test/t/teapot/p/1' },
    { href: 'https://mall.test/t/tea/console/orders' },
    { href: 'https://mall.test/t/tea/orders#top' },
    { target: '_blank' },
    { download: true },
    { button: 1 },
    { modified: true },
    { prevented: true },
  ];
  for (const difference of left) {
    assert.equal(followedPlace({ ...click, ...difference }, here), undefined);
  }
});

test('a path finds its page and its parameters; a broken escape harms nobody', () => {
  const find = matcher([{ path: '/' }, { path: '/p/:productId' }, { path: '/value/sales/:id' }]);
  assert.equal(find('/')?.route.path, '/');
  assert.deepEqual(find('/p/a%20b')?.params, { productId: 'a b' });
  assert.deepEqual(find('/p/%E0%A4%A')?.params, { productId: '%E0%A4%A' });
  assert.equal(find('/nowhere/at/all'), undefined);
});

test('after signing in one lands inside the mall, whatever the link asked for', () => {
  assert.equal(safeNext('/value?x=1'), '/value?x=1');
  for (const next of [null, '', 'https://evil.test', '//evil.test', '/\\evil.test', 'value']) {
    assert.equal(safeNext(next), '/me');
  }
  assert.deepEqual(placeInside('/t/tea', { pathname: '/t/tea', search: '' }), {
    path: '/',
    search: '',
  });
  assert.equal(placeInside('', { pathname: '/p/1', search: '' })?.path, '/p/1');
});
