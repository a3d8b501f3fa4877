import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLanguageTag, mendBrowserLanguage } from './browser-language.ts';

test('a POSIX locale is not a language tag', () => {
  assert.equal(isLanguageTag('zh-CN'), true);
  assert.equal(isLanguageTag('en-US@posix'), false);
  assert.equal(isLanguageTag(''), false);
});

test('a browser with a broken language is mended, another is left alone', () => {
  const broken = { language: 'en-US@posix' };
  mendBrowserLanguage(broken);
  assert.doesNotThrow(() => new Intl.NumberFormat(broken.language));
  const whole = { language: 'fr-FR' };
  mendBrowserLanguage(whole);
  assert.equal(whole.language, 'fr-FR');
});
