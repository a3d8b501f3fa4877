import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en.ts';
import { translator } from './translate.ts';
import { zh } from './zh.ts';

/** Words that promise what nobody may promise. */
const REFUSED = [
  '保本',
  '稳赚',
  '只涨不跌',
  '翻倍',
  '翻番',
  '原始股',
  '静态收益',
  '动态收益',
  '增值',
  '返利',
  '保证收益',
  '高回报',
  '投资回报',
  'guaranteed',
  'risk-free',
  'only goes up',
  'never falls',
  'double your',
  'investment',
  'get rich',
];

test('no text contains a word that promises a return', () => {
  for (const [key, text] of [...Object.entries(zh), ...Object.entries(en)]) {
    for (const word of REFUSED) {
      assert.ok(!text.toLowerCase().includes(word), `${key} says “${word}”: ${text}`);
    }
  }
});

test('no text raises its voice', () => {
  for (const [key, text] of [...Object.entries(zh), ...Object.entries(en)]) {
    assert.doesNotMatch(text, /[!！]/, key);
  }
});

test('both languages name the same values in every text', () => {
  const names = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  const english = new Map<string, string>(Object.entries(en));
  assert.equal(english.size, Object.keys(zh).length);
  for (const [key, text] of Object.entries(zh)) {
    assert.deepEqual(names(english.get(key) ?? ''), names(text), key);
  }
});

test('a text is filled with what it is given', () => {
  assert.equal(translator(zh)('promise_return', { days: 7 }), '签收后 7 天内可退');
  assert.equal(translator(en)('buy'), 'Buy now');
});
