import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { brandStyle, contrast, readColour } from './index.ts';
import type { Rgb } from './index.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const COLOUR = String.raw`(?:var\(--[\w-]+, )?(#\w{6})\)?`;

function token(name: string): readonly [Rgb, Rgb] {
  const match = new RegExp(`--${name}: light-dark\\(${COLOUR}, ${COLOUR}`).exec(css);
  return [colourOf(match?.[1], name), colourOf(match?.[2], name)];
}

function colourOf(text: string | undefined, name: string): Rgb {
  const colour = readColour(text ?? '');
  assert.ok(colour, `--${name} is a colour`);
  return colour;
}

/** The colour a brand's style gives to one of the properties. */
function branded(style: string, name: string): Rgb {
  return colourOf(new RegExp(`--${name}:(#\\w{6})`).exec(style)?.[1], name);
}

const readable: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'surface', 'sunk']],
  ['muted', ['paper', 'surface', 'sunk']],
  ['brand', ['paper', 'surface', 'brand-soft']],
  ['on-brand', ['brand']],
  ['jade', ['paper', 'surface', 'jade-soft']],
  ['on-jade', ['jade']],
  ['bronze', ['paper', 'surface', 'bronze-soft']],
  ['amber', ['paper', 'surface', 'amber-soft']],
  ['red', ['paper', 'surface', 'red-soft']],
];

test('every text colour has a contrast of 4.5 on every ground it stands on, light and dark', () => {
  for (const [text, grounds] of readable) {
    for (const ground of grounds) {
      for (const theme of [0, 1] as const) {
        const found = contrast(token(text)[theme], token(ground)[theme]);
        assert.ok(found >= 4.5, `--${text} on --${ground}, theme ${theme}: ${found.toFixed(2)}`);
      }
    }
  }
});

test('any brand colour becomes one that can be read on the pages, light and dark', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(channel, channel, channel, (red, green, blue) => {
      const hex = [red, green, blue].map((one) => one.toString(16).padStart(2, '0')).join('');
      const style = brandStyle(`#${hex}`);
      for (const [theme, name] of [
        [0, 'brand-light'],
        [1, 'brand-dark'],
      ] as const) {
        const brand = branded(style, name);
        assert.ok(contrast(brand, token('paper')[theme]) >= 4.5);
        assert.ok(contrast(brand, token('surface')[theme]) >= 4.5);
        assert.ok(contrast(brand, token('on-brand')[theme]) >= 4.5);
        assert.ok(contrast(brand, branded(style, `${name}-soft`)) >= 4.5);
      }
    }),
  );
});

test('a brand that is no colour leaves the house’s own', () => {
  assert.equal(brandStyle(null), '');
  assert.equal(brandStyle('red;} body{display:none'), '');
});
