import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client, QueryResultRow } from 'pg';
import type { Transaction } from '../context.ts';
import { exactTypes } from '../postgres/index.ts';
import type { TestDatabase } from '../testing.ts';
import { auditTenant } from './index.ts';
import type { Finding } from './index.ts';

/** What an owner of the database might change, and which check must complain. */
export type Damage = readonly [what: string, sql: string, check: RegExp];

/** An audited tenant, once it is there. */
export interface Audited {
  readonly database: TestDatabase;
  readonly tenantId: number;
}

/** One test for each damage: the check that must complain was content before it was done. */
export function testDamages(audited: () => Audited, damages: readonly Damage[]): void {
  for (const [what, sql, check] of damages) {
    test(`the audit finds out a change of ${what}`, async () => {
      await audited().database.asOwner(async (owner) => {
        await owner.query('begin');
        const before = brokenChecks(await auditIn(owner, audited()));
        const { rowCount } = await owner.query(sql);
        assert.ok((rowCount ?? 0) > 0, 'the damage was done');
        const after = brokenChecks(await auditIn(owner, audited()));
        await owner.query('rollback');
        const found = after.filter((one) => !before.includes(one));
        assert.ok(
          found.some((one) => check.test(one)),
          found.join(),
        );
      });
    });
  }
}

function brokenChecks(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ check, differences }) => (differences.length > 0 ? [check] : []));
}

/** Audits inside a connection's open transaction, so that damage is seen and then taken back. */
async function auditIn(
  owner: Client,
  { database, tenantId }: Audited,
): Promise<readonly Finding[]> {
  const ask = async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    owner.query<Row>({ text, values: [...values], types: exactTypes });
  const tx: Transaction = {
    query: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      (await ask<Row>(text, values)).rows,
    first: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      (await ask<Row>(text, values)).rows[0],
    run: async (text, values) => (await ask(text, values)).rowCount ?? 0,
    // An audit only reads.
    defer: () => assert.fail('an audit writes nothing'),
    wakeAfterCommit: () => undefined,
  };
  const inside = { ...database.context, economy: database.context.economy };
  return auditTenant({ ...inside, snapshot: async (_tenant, work) => work(tx) }, tenantId);
}
