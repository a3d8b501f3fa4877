import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { buildDocument } from './document.ts';
import { mendNullables } from './nullable.ts';
import { generateSchema } from './schema.ts';

test('the schema of web/client is current', async () => {
  const file = new URL('../../../web/client/src/schema.ts', import.meta.url);
  assert.equal(await readFile(file, 'utf8'), await generateSchema());
});

test('every operation has a name of its own and a problem as its default answer', () => {
  const names = new Set<string>();
  for (const [path, item] of Object.entries(buildDocument().paths ?? {})) {
    for (const operation of [item.get, item.post, item.delete, item.put, item.patch]) {
      if (operation === undefined) continue;
      assert.ok(operation.operationId, path);
      assert.ok(!names.has(operation.operationId), operation.operationId);
      names.add(operation.operationId);
      assert.ok('default' in (operation.responses ?? {}), operation.operationId);
    }
  }
  assert.ok(names.size >= 30, `only ${names.size} operations were seen`);
});

test('a nullable reference accepts null, a composed shape stays composed', () => {
  const reference = { $ref: '#/components/schemas/Transfer' };
  const nullable = { allOf: [reference, { type: ['object', 'null'] }], description: 'kept' };
  assert.deepEqual(mendNullables({ properties: { transfer: nullable } }), {
    properties: { transfer: { description: 'kept', anyOf: [reference, { type: 'null' }] } },
  });
  const composed = { allOf: [reference, { type: 'object', properties: {} }] };
  assert.deepEqual(mendNullables(composed), composed);
});
