import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Counts } from './counts-reporter.ts';
import { startDatabase } from './database.ts';
import type { TestServer } from './database.ts';
import { runNode, seconds } from './run-node.ts';
import { planStages } from './stages.ts';
import type { Stage } from './stages.ts';
import { readTree } from './tree.ts';

/** `npm test [-- PATTERN …]`: every test of the house, stage by stage, on one database server. */
const root = path.resolve(import.meta.dirname, '../../..');
const given = process.env['TUODI_TEST_DATABASE_URL'] ?? '';
const interrupted = new AbortController();

interface Result {
  readonly stage: Stage;
  readonly counts: Counts;
  readonly ok: boolean;
  readonly milliseconds: number;
}

const nothing: Counts = { tests: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0 };

async function main(patterns: readonly string[]): Promise<number> {
  const mode = given === '' ? 'embedded-only' : 'with-given-database';
  const stages = planStages(readTree(root), patterns, mode);
  if (stages.every((stage) => stage.files.length === 0)) {
    process.stderr.write(`no test file matches ${patterns.join(' ') || 'at all'}\n`);
    return 1;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => interrupted.abort());
  }
  // The first pass is on the embedded server, whatever else is configured.
  delete process.env['TUODI_TEST_DATABASE_URL'];
  const results = await runStages(stages);
  process.stdout.write(summary(results));
  if (interrupted.signal.aborted) return 130;
  return results.every((result) => result.ok) ? 0 : 1;
}

/** Runs all stages, also after one has failed: one run tells everything. */
async function runStages(stages: readonly Stage[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  let server: TestServer | undefined;
  try {
    for (const stage of stages) {
      if (stage.files.length === 0) continue;
      if (interrupted.signal.aborted) break;
      if (stage.database === 'embedded') server ??= await startDatabase();
      const url = stage.database === 'given' ? given : server?.url;
      results.push(await runStage(stage, url));
    }
  } finally {
    await server?.stop();
  }
  return results;
}

async function runStage(stage: Stage, databaseUrl: string | undefined): Promise<Result> {
  process.stdout.write(`\n── ${stage.name}: ${stage.files.length} files ──\n`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tuodi-counts-'));
  const countsFile = path.join(folder, 'counts.json');
  const start = performance.now();
  const { code } = await runNode({
    arguments: testArguments(stage.files, countsFile),
    cwd: root,
    environment: stage.database === 'none' ? {} : { TUODI_TEST_SERVER_URL: databaseUrl },
    output: 'shown',
    stop: interrupted.signal,
  });
  const milliseconds = performance.now() - start;
  const counts = readCounts(countsFile);
  fs.rmSync(folder, { recursive: true, force: true });
  // Exit 0 without a count means that the runner saw no test: that is no success.
  return { stage, counts, ok: code === 0 && counts.tests > 0, milliseconds };
}

function testArguments(files: readonly string[], countsFile: string): readonly string[] {
  return [
    '--disable-warning=ExperimentalWarning',
    '--test',
    `--test-concurrency=${Math.min(2, os.availableParallelism())}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${path.join(import.meta.dirname, 'counts-reporter.ts')}`,
    `--test-reporter-destination=${countsFile}`,
    ...files,
  ];
}

function readCounts(file: string): Counts {
  if (!fs.existsSync(file)) return nothing;
  const text = fs.readFileSync(file, 'utf8').trim();
  return text === '' ? nothing : { ...nothing, ...JSON.parse(text) };
}

function summary(results: readonly Result[]): string {
  const total = (pick: (counts: Counts) => number): number =>
    results.reduce((sum, { counts }) => sum + pick(counts), 0);
  const width = Math.max(...results.map(({ stage }) => stage.name.length));
  const lines = results.map(({ stage, counts, ok, milliseconds }) => {
    const verdict = ok ? 'pass' : 'FAIL';
    const figures = `${counts.passed} of ${counts.tests} tests, ${counts.skipped} skipped`;
    return `${verdict}  ${stage.name.padEnd(width)}  ${figures}  ${seconds(milliseconds)}`;
  });
  return [
    '',
    '── summary ──',
    ...lines,
    `ℹ tests ${total((counts) => counts.tests)}`,
    `ℹ pass ${total((counts) => counts.passed)}`,
    `ℹ fail ${total((counts) => counts.failed + counts.cancelled)}`,
    `ℹ skipped ${total((counts) => counts.skipped)}`,
    '',
  ].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
