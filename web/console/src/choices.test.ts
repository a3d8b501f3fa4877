import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cookieOf, readChoice } from './choices.ts';

test('a choice is read back from the cookie it was kept in', () => {
  const kept = cookieOf('language', 'en').split(';')[0] ?? '';
  assert.equal(readChoice(`session=x; ${kept}; tuodi_theme=dark`, 'language'), 'en');
});

test('no choice is no choice', () => {
  assert.equal(readChoice('', 'theme'), undefined);
  assert.equal(readChoice('other_tuodi_theme=dark', 'theme'), undefined);
});
