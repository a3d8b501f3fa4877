import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { constantFen, fen, growthUnits, writeDecimal } from '@tuodi/amount';
import { assetOf, ASSETS, dayClosed, orderSettled, pointsSold } from '@tuodi/ledger';
import type { SideEffects, Transfer } from '@tuodi/ledger';
import type { Applied } from './booked.ts';
import { figuresIn, readPage, whyWrong } from './docs.fixture.ts';
import type { Block } from './docs.fixture.ts';
import type { EconomyEvent } from './event.ts';
import { readJsonLine } from './json-line.ts';
import { POLICY_DEFAULTS } from './policy.ts';
import { accountsRecord, effectRecord, outcomeRecord, stateRecord } from './record.ts';
import { replayEvent, startReplay } from './replay.ts';
import type { Replay } from './replay.ts';

// The figures of docs/economy, recomputed: a page whose figure is wrong fails here.
const FOLDER = new URL('../../../docs/economy/', import.meta.url);
const PAGES = ['one-order.md', 'event-log.md'] as const;

for (const name of PAGES) {
  test(`docs/economy/${name}: every block says what the reducer says`, () => {
    const { blocks } = readPage(readFileSync(new URL(name, FOLDER), 'utf8'));
    const run = new PageRun();
    for (const block of blocks) run.take(block);
    assert.ok(run.checked > 5, `only ${run.checked} blocks are checked`);
  });
}

test('docs/economy/one-order.md: every figure of the text stands in a block', () => {
  const { blocks, prose } = readPage(readFileSync(new URL('one-order.md', FOLDER), 'utf8'));
  const known = new Set(blocks.flatMap((block) => figuresIn(block.text)));
  const unknown = prose.flatMap((line) => figuresIn(line)).filter((figure) => !known.has(figure));
  assert.deepEqual(unknown, []);
});

test('docs/economy/event-log.md: the table of the policy names every field with its default', () => {
  const page = readFileSync(new URL('event-log.md', FOLDER), 'utf8');
  for (const [field, value] of Object.entries(POLICY_DEFAULTS)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const row = page.split('\n').find((line) => line.startsWith(`| \`${field}\` `)) ?? field;
    assert.ok(row.includes(` \`${text}\` `), `${field} is ${text}: ${row}`);
  }
});

test('docs/economy/event-log.md: every refusal of its table is provoked by a block', () => {
  const page = readFileSync(new URL('event-log.md', FOLDER), 'utf8');
  const named = [...page.matchAll(/^\| `([A-Z_]{8,})` /gm)].map(([, reason]) => reason);
  const { blocks } = readPage(page);
  const provoked = blocks
    .filter(({ kind }) => kind === 'text records')
    .map(({ text }) => text)
    .join('\n');
  assert.equal(named.length, 22);
  const missing = named.filter((reason) => !provoked.includes(`"${reason}"`));
  // T3 proves that the treasury always suffices.
  assert.deepEqual(missing, ['TREASURY_SHORT']);
});

test('a wrong figure is found, in every kind of block', () => {
  const events =
    '{"type":"policy"}\n{"type":"buy","id":"1","user":"1","merchant":"7","amount":"100"}';
  const wrong: readonly (readonly [string, string])[] = [
    ['json state', '{ "P": "30.01" }'],
    ['json state', '{ "accounts": { "u:1": { "n": "22" } } }'],
    ['json state', '{ "accounts": { "u:2": { "n": "21" } } }'],
    ['text records', '{"seq":0}\n{"seq":1,"ok":false}'],
    ['text records', '{"seq":0}'],
    ['text legs', 'escrow  −100.00\nreserve  29.99'],
    ['text sums', 'a  0.30 × 100 = 30.01'],
    ['text sums', 'a  10 ÷ 3 = 3.33'],
    ['text sums', 'a  10 ÷ 3 ↑ 3.33'],
  ];
  for (const [kind, text] of wrong) {
    const run = new PageRun();
    run.take({ kind: 'text events', text: events, line: 1 });
    assert.throws(() => run.take({ kind, text, line: 1 }), assert.AssertionError, text);
  }
});

test('sums are exact: brackets, precedence, rounding down and up', () => {
  const right = ['a b  (1 − 0.1) × 15.62 = 14.058 ↓ 14.05', 'a  1 + 2 × 3 = 7', 'a  10 ÷ 3 ↑ 3.34'];
  for (const line of right) assert.equal(whyWrong(line), undefined, line);
  for (const line of ['a  1 + = 1', 'a  1 ÷ 0 = 1', 'a  x = 1', 'a  1 + 1']) {
    assert.notEqual(whyWrong(line), undefined, line);
  }
});

/** Replays a page: events go on where the block before stopped; a policy begins anew. */
class PageRun {
  checked = 0;
  #replay: Replay | undefined;
  #seq = -1;
  #records: object[] = [];
  #applied: Applied | undefined;

  take(block: Block): void {
    const before = this.checked;
    this.checked += 1;
    switch (block.kind) {
      case 'text events':
        this.#records = block.text.split('\n').map((line) => this.#event(line));
        break;
      case 'text records':
        this.#compareRecords(block);
        break;
      case 'json state':
        assertPart(this.#records.at(-1), JSON.parse(block.text), `line ${block.line}`);
        break;
      case 'text legs':
        assert.deepEqual(legsOf(block.text), writtenLegs(this.#transfer()), `line ${block.line}`);
        break;
      case 'text sums':
        for (const [at, line] of block.text.split('\n').entries()) {
          assert.equal(whyWrong(line), undefined, `line ${block.line + at}: ${line}`);
        }
        break;
      default:
        this.checked = before;
    }
  }

  #event(line: string): object {
    const event = readJsonLine(line);
    assert.ok(isEvent(event), line);
    this.#seq += 1;
    if (event.type === 'policy') {
      const started = startReplay({ ...event });
      assert.ok(started.ok, line);
      this.#replay = started.value;
      this.#seq = 0;
      return this.#record({ seq: 0, type: 'policy', ok: true });
    }
    const replay = this.#replay ?? assert.fail('a page begins with a policy');
    const outcome = replayEvent(replay, event);
    this.#applied = outcome.ok ? outcome.value : undefined;
    const effect = effectRecord(replay.economy.policy, outcome);
    return this.#record({
      ...{ seq: this.#seq, type: event.type },
      ...{ ...outcomeRecord(outcome), ...effect },
    });
  }

  #record(head: object): object {
    const { economy } = this.#replay ?? assert.fail('a page begins with a policy');
    return { ...head, ...stateRecord(economy), ...accountsRecord(economy) };
  }

  #compareRecords({ text, line }: Block): void {
    const wanted = text.split('\n');
    assert.equal(wanted.length, this.#records.length, `line ${line}: one record for each event`);
    for (const [at, one] of wanted.entries()) {
      assertPart(this.#records[at], JSON.parse(one), `line ${line + at}`);
    }
  }

  /** The transfer of the last event, by the templates of the journal. */
  #transfer(): Transfer | undefined {
    const { booked, flushes, exits } = this.#applied ?? assert.fail('the last event was refused');
    assert.deepEqual(exits, []);
    const effects: SideEffects = {
      flushes: flushes.map(({ account, amount }) => ({ account, amount: fen(amount) })),
      exits: [],
      swept: fen(0n),
    };
    if (booked.type === 'close_day') return dayClosed(fen(booked.taken), effects);
    if (booked.type === 'settle') return settlement(booked, effects);
    if (booked.type === 'buy') return settlement(booked.settled, effects);
    if (booked.type === 'sell') {
      const { account, points, net } = booked;
      return pointsSold({ account, points: growthUnits(points), net: fen(net) }, effects);
    }
    return assert.fail(`no page shows the legs of ${booked.type} yet`);
  }
}

function settlement(
  booked: Extract<Applied['booked'], { type: 'settle' }>,
  effects: SideEffects,
): Transfer | undefined {
  return orderSettled(
    {
      buyer: booked.buyer,
      referrer: booked.referrer,
      merchant: booked.merchant ?? assert.fail('an order of the pages has a merchant'),
      cash: fen(booked.cash),
      constant: constantFen(booked.constant),
      marginFromCash: fen(booked.marginFromCash),
      marginFromConstant: constantFen(booked.marginFromConstant),
      contribution: fen(booked.contribution),
      dividend: fen(booked.dividend),
      platform: fen(booked.platform),
      buyerPoints: growthUnits(booked.buyerPoints),
      referrerPoints: growthUnits(booked.referrerPoints),
    },
    effects,
  );
}

/** Every field of `part` is in `whole`, at every depth; lists are compared as they are. */
function assertPart(whole: unknown, part: unknown, where: string): void {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) {
    assert.deepEqual(whole, part, where);
    return;
  }
  const found = new Map<string, unknown>(Object.entries(Object(whole)));
  for (const [name, value] of Object.entries(part)) {
    assert.ok(found.has(name), `${where}: there is no ${name}`);
    assertPart(found.get(name), value, `${where}, ${name}`);
  }
}

/** `escrow  −100.00` per line, as the account's name and its exact decimal, sorted by name. */
function legsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => {
      const [account, amount = ''] = line.split(/ +/);
      const plain = amount.replace('−', '-');
      return `${account} ${plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain}`;
    })
    .toSorted();
}

function writtenLegs(transfer: Transfer | undefined): readonly string[] {
  return (transfer?.legs ?? [])
    .map(({ account, amount }) => {
      const asset = ASSETS.find(({ code }) => code === assetOf(account));
      return `${account} ${writeDecimal(amount, asset?.decimals ?? 0)}`;
    })
    .toSorted();
}

function isEvent(value: unknown): value is EconomyEvent {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}
