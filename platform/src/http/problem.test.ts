import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import { languageOf } from './language.ts';
import { Problem, problemBody, problemTable, valueOf } from './problem.ts';

test('every code is room.reason in lower snake case and has words in both languages', () => {
  for (const [code, { zh, en, detail }] of Object.entries(problemTable)) {
    assert.match(code, /^[a-z]+\.[a-z0-9_]+$/);
    assert.match(zh, /\p{Script=Han}/u, code);
    assert.match(en, /^[A-Z]/, code);
    for (const title of [zh, en])
      assert.ok(!title.includes('{'), `${code}: facts go to the detail`);
    const facts = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];
    if (detail !== undefined) assert.deepEqual(facts(detail.zh), facts(detail.en), code);
  }
});

test('a problem speaks the caller’s language and tells the facts', () => {
  const problem = new Problem('identity.wrong_code', { facts: { attemptsLeft: 3 } });
  assert.deepEqual(problemBody(problem, { language: 'en', traceId: 't' }), {
    type: 'urn:tuodi:problem:identity.wrong_code',
    title: 'Wrong code',
    status: 422,
    code: 'identity.wrong_code',
    detail: 'Wrong code; 3 attempts left',
    traceId: 't',
  });
  const chinese = problemBody(problem, { language: 'zh-CN', traceId: 't' });
  assert.equal(chinese.detail, '验证码错误，还可尝试 3 次');
});

test('the value of an outcome passes, its refusal becomes a problem with its facts', () => {
  assert.equal(valueOf(done(7)), 7);
  const refused: Outcome<number, { code: 'tenancy.slug_taken'; slug: string }> = refuse({
    code: 'tenancy.slug_taken',
    slug: 'x',
  });
  assert.throws(
    () => valueOf(refused),
    (error) =>
      error instanceof Problem &&
      problemBody(error, { language: 'en', traceId: '' }).detail === 'The slug x is taken',
  );
});

test('Chinese unless English is preferred', () => {
  assert.equal(languageOf(undefined), 'zh-CN');
  assert.equal(languageOf('fr-FR, de;q=0.5'), 'zh-CN');
  assert.equal(languageOf('en-GB,en;q=0.9,zh;q=0.8'), 'en');
  assert.equal(languageOf('en;q=0.5, zh-CN;q=0.6'), 'zh-CN');
  assert.equal(languageOf('*;q=0.1, en;q=oops'), 'zh-CN');
});
