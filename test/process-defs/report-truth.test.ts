import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CivilDate, compileWorkspace, instantOf, zoneOffset } from '#engine';
import { bundleOf } from '../../cli/src/bundle.ts';
import { checkFiles } from '../../cli/src/check.ts';
import { readFolder } from '../../cli/src/folder.ts';
import { Office } from '../../demo/office.ts';
import { SqliteD1 } from '../../demo/sqlite-d1.ts';
import { Year } from '../../demo/year.ts';
import type { CoverageView, LoopBoard } from '../../schemas/generated/api.ts';
import { prepareDemo } from '../../worker/src/development/demo.ts';
import { asInFolder } from '../support/as-in-folder.ts';
import { Past } from '../support/past.ts';
import { PlainBoard } from '../support/plain-board.ts';
import { type Company, compareReports, type TruthLook } from '../support/report-truth.ts';

/** How long the company works before its reports are looked at. */
const DAYS = 24;
const FIRST = '2026-03-02' as CivilDate;
const HALF = '2026-03-12' as CivilDate;
const LAST = '2026-03-25' as CivilDate;

let database: SqliteD1;
let company: Company;
let board: PlainBoard;

beforeAll(async () => {
  const { definitions } = checkFiles(readFolder('process-defs'));
  if (definitions === undefined) throw new Error('the definitions do not check');
  const workspace = compileWorkspace(definitions.workspace);
  const offset = zoneOffset(workspace);
  database = SqliteD1.fresh();
  const office = new Office(database, noFiles(), instantOf(FIRST, '07:00', offset));
  await prepareDemo(office.store, JSON.parse(bundleOf(definitions)), office.now);
  const year = await Year.open(office, asInFolder(definitions), 2026);
  await year.run({ from: FIRST, days: DAYS, busy: 1 });
  const asked = { all: async (text: string) => (await database.prepare(text).all()).results as never };
  const areas = Object.values(definitions.processes).map(({ document: { id, area } }) => [id, area] as const);
  const past = await Past.read(asked, offset);
  board = await PlainBoard.read(asked, past, offset);
  company = {
    workspace,
    areas: Object.fromEntries(areas),
    past,
    fetch: (person, path) => office.get(person, path),
  };
}, 300_000);
afterAll(() => {
  database?.close();
});

/** What a month of work keeps of files: nothing that a report reads. */
const noFiles = (): R2Bucket =>
  ({ put: async () => null, get: async () => null, delete: async () => undefined }) as unknown as R2Bucket;

const AUDITOR = 'u39';
const SUPERVISION = 'u18';
const BRANCH = 'u33';

describe('the boards', () => {
  test.each([LAST, HALF, FIRST])(
    'say what every case comes to when each is looked at, at the end of %s',
    async (day) => {
      for (const period of ['month', 'quarter']) {
        const query = `?asOf=${day}&period=${period}`;
        const loops = board.judge((await company.fetch(AUDITOR, `/api/loops${query}`)).body as LoopBoard);
        expect(loops.wrong).toEqual([]);
        expect(loops.numbers).toBeGreaterThan(300);
        const clauses = (await company.fetch(AUDITOR, `/api/coverage${query}`)).body as CoverageView;
        expect(board.judgeCoverage(clauses).wrong).toEqual([]);
        expect(clauses.processes.length).toBeGreaterThan(60);
      }
    },
    60_000,
  );
});

describe('every part of every report', () => {
  const looks: readonly TruthLook[] = [AUDITOR, SUPERVISION, BRANCH].flatMap((person) =>
    [LAST, HALF, FIRST].map((day) => ({ person, day })),
  );

  test.each(looks)(
    'is what its rows come to when each is looked at: $person at the end of $day',
    async (look) => {
      const truth = await compareReports(company, look);
      expect(truth.wrong).toEqual([]);
      expect(truth.parts).toBeGreaterThan(20);
    },
    60_000,
  );

  test('is what the rows of some units come to when it is narrowed to them', async () => {
    const truth = await compareReports(company, { person: AUDITOR, day: LAST, unit: 'east' });
    expect(truth.wrong).toEqual([]);
    expect(truth.numbers).toBeGreaterThan(100);
  }, 60_000);

  test('has numbers to compare, and one that is wrong is seen', async () => {
    const before = await compareReports(company, { person: AUDITOR, day: LAST });
    expect(before.numbers).toBeGreaterThan(500);
    expect(before.rows).toBeGreaterThan(20);
    await database.prepare("UPDATE sum_totals SET n = n + 1 WHERE bucket = '' OR bucket LIKE 'd%'").run();
    expect((await compareReports(company, { person: AUDITOR, day: LAST })).wrong.length).toBeGreaterThan(20);
  }, 60_000);
});
