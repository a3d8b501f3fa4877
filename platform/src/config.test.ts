import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('without anything set it is a demo on the embedded database, all roles, port 8787', () => {
  const config = readConfig({});
  assert.equal(config.installation, 'demo');
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.port, 8787);
  assert.equal(config.host, '127.0.0.1');
  assert.deepEqual([...config.roles], ['api', 'worker', 'economy']);
});

test('with a database of its own it is production unless it says otherwise', () => {
  const DATABASE_URL = 'postgres://u:p@h/d';
  assert.equal(readConfig({ DATABASE_URL }).installation, 'production');
  assert.equal(readConfig({ DATABASE_URL, TUODI_INSTALLATION: 'demo' }).installation, 'demo');
});

test('an empty variable is an absent one', () => {
  assert.equal(readConfig({ DATABASE_URL: '', TUODI_PORT: '' }).port, 8787);
});

test('a relative data folder is the caller’s', () => {
  const config = readConfig({ TUODI_DATA_DIR: 'here', INIT_CWD: '/somewhere' });
  assert.equal(config.dataDir, '/somewhere/here');
});

test('a wrong value is named', () => {
  assert.throws(() => readConfig({ TUODI_PORT: 'many' }), /TUODI_PORT/);
  assert.throws(() => readConfig({ TUODI_ROLES: 'api,cook' }), /cook is none of/);
  assert.throws(() => readConfig({ TUODI_SECRET: 'short' }), /TUODI_SECRET/);
});
