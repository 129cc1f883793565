import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CivilDate, compileWorkspace, type Instant, instantOf, zoneOffset } from '#engine';
import { bundleOf } from '../../cli/src/bundle.ts';
import { type Definitions, definitionsOf } from '../../cli/src/definitions.ts';
import { readFolder } from '../../cli/src/folder.ts';
import { parseFiles } from '../../cli/src/source.ts';
import { Cabinet } from '../../demo/cabinet.ts';
import { drawFromSeed } from '../../demo/fixed-random.ts';
import { Office } from '../../demo/office.ts';
import { SqliteD1 } from '../../demo/sqlite-d1.ts';
import { Year } from '../../demo/year.ts';
import { prepareDemo } from '../../worker/src/development/demo.ts';
import { asInFolder } from '../support/as-in-folder.ts';

const FROM = '2026-03-02' as CivilDate;
const DAYS = 12;
const SEED = 7;
const AUDITOR = 'u39';

type Weeks = {
  readonly office: Office;
  readonly year: Year;
  readonly rows: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => void;
};

let definitions: Definitions;
let now: Instant;
let first: Weeks;
let second: Weeks;

beforeAll(async () => {
  const read = definitionsOf(parseFiles(readFolder('process-defs')).sources);
  if (read === undefined) throw new Error('no company');
  definitions = read;
  now = instantOf(FROM, '07:00', zoneOffset(compileWorkspace(definitions.workspace)));
  const fresh = SqliteD1.fresh();
  const { store } = new Office(fresh, new Cabinet().bucket, now);
  await prepareDemo(store, JSON.parse(bundleOf(definitions)), now);
  first = await lived(fresh.copy());
  second = await lived(fresh.copy());
  fresh.close();
}, 180_000);
afterAll(() => {
  first?.close();
  second?.close();
});

async function lived(database: SqliteD1): Promise<Weeks> {
  const office = new Office(database, new Cabinet().bucket, now);
  const restore = drawFromSeed(SEED);
  const year = await Year.open(office, asInFolder(definitions), SEED);
  await year.run({ from: FROM, days: DAYS, busy: 0.5 });
  restore();
  const rows: Weeks['rows'] = async (text) => (await database.prepare(text).all()).results as never;
  return { office, year, rows, close: () => database.close() };
}

test('the same seed gives the same cases with the same history', async () => {
  const story = 'SELECT key, by, hash FROM entries ORDER BY key';
  const entries = await first.rows(story);
  expect(entries.length).toBeGreaterThan(200);
  expect(await second.rows(story)).toEqual(entries);
});

test('nobody hands in what is not taken', () => {
  expect(Object.fromEntries(first.year.refused)).toEqual({});
  expect(Object.fromEntries(first.year.stories.refused)).toEqual({});
});

test('the history of every case is intact', async () => {
  const broken: unknown[] = [];
  let seen = 0;
  for (let cursor = ''; ; ) {
    const { body } = await first.office.get(AUDITOR, `/api/cases?limit=50${cursor}`);
    const items = body.items as readonly { readonly id: string; readonly integrity: { readonly state: string } }[];
    seen += items.length;
    broken.push(...items.filter(({ integrity }) => integrity.state !== 'intact'));
    if (typeof body.next !== 'string') break;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
  const [counted] = await first.rows('SELECT count(*) AS n FROM cases');
  expect(broken).toEqual([]);
  expect(seen).toBe(counted?.n);
});

test('people of many posts have worked, and some of it came by itself', async () => {
  const [people] = await first.rows("SELECT count(DISTINCT by) AS n FROM entries WHERE by LIKE 'u%'");
  const [followed] = await first.rows("SELECT count(*) AS n FROM cases WHERE state ->> 'cause' IS NOT NULL");
  const [ledgers] = await first.rows('SELECT count(DISTINCT ledger) AS n FROM ledger_rows WHERE case_id IS NOT NULL');
  expect(Number(people?.n)).toBeGreaterThan(25);
  expect(Number(followed?.n)).toBeGreaterThan(20);
  expect(Number(ledgers?.n)).toBeGreaterThan(10);
});
