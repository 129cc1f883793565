import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileReport } from '../../../engine/reports/compile-report.ts';
import { readPart } from '../../../engine/reports/read-part.ts';
import type { ReportMoment, ReportPart } from '../../../engine/reports/report.ts';
import { bucketsOfTrend, totalsAtEnds, trendPeriods } from '../../../engine/reports/trend.ts';
import type { CivilDate } from '../../../engine/shared/brand.ts';
import { addDays, dayNumber, daysBetween } from '../../../engine/shared/civil-date.ts';
import { bucketsUntil } from '../../../engine/sums/days.ts';
import { rowChanges } from '../../../engine/sums/entry-changes.ts';
import { type Filling, FillingBook } from '../../../engine/sums/filling.ts';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import type { Part, ReportDocument } from '../../../schemas/generated/report.ts';

const bills: LedgerDocument = {
  format: 'ledger/v1',
  id: 'bills',
  title: 'Bills',
  key: 'case',
  columns: {
    unit: { type: 'unit', title: 'Unit' },
    due: { type: 'date', title: 'Due' },
    amount: { type: 'money', title: 'Amount' },
    days: { type: 'integer', title: 'Days' },
    open: { type: 'flag', title: 'Open' },
  },
  readers: ['everyone'],
};
const AGE = "row.due >= today ? 'no' : days(row.due, today) <= 30 ? 'little' : 'much'";
const ageing: Part = {
  show: 'table',
  from: 'bills',
  where: 'row.open',
  by: { unit: 'row.unit', age: { of: AGE, title: 'Age' } },
  measures: {
    balance: { sum: 'row.amount', title: 'Balance' },
    bills: { count: true, title: 'Bills' },
    overdue: { sum: 'row.amount', where: 'row.due < today && year(row.due) == year(today)', title: 'Overdue' },
    middle: { median: 'row.days', title: 'Middle' },
    mean: { formula: 'balance / bills', title: 'Mean' },
  },
};

function partOf(part: Part): ReportPart {
  const document: ReportDocument = {
    format: 'report/v1',
    id: 'ageing',
    number: 'R01',
    title: 'Ageing',
    readers: ['everyone'],
    parts: { part },
  };
  const compiled = compileReport(document, { ledgers: { bills }, settings: {}, indicators: {} });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const [found] = compiled.value.parts;
  if (!found) throw new Error('no part');
  return found;
}

type Row = Readonly<Record<string, unknown>>;
const FIRST = '2025-11-20' as CivilDate;
const LAST = 200;
const day = fc.integer({ min: 0, max: LAST }).map((days) => addDays(FIRST, days));
const row: fc.Arbitrary<Row> = fc.record({
  unit: fc.constantFrom('north', 'south'),
  due: day,
  amount: fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  days: fc.integer({ min: 0, max: 9 }),
  open: fc.boolean(),
});
/** Rows, each with the days on which it was changed and what it was from then on. */
const histories = fc.array(
  fc
    .array(fc.tuple(day, row), { minLength: 1, maxLength: 4 })
    .map((versions) => versions.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  { maxLength: 12 },
);
type Histories = readonly (readonly (readonly [CivilDate, Row])[])[];

function fill(part: ReportPart, rows: Histories): Filling {
  const book = new FillingBook();
  const sums = new Map([['bills', [...new Map(part.cubes.map(({ sum }) => [sum.id, sum])).values()]]]);
  rows.forEach((versions, id) => {
    versions.forEach(([at, after], index) => {
      const before = versions[index - 1]?.[1];
      book.add(rowChanges(sums, [{ source: 'bills', subject: String(id), before, after }]), at);
    });
  });
  return book.filling();
}

/** The stored groups of each cube, from the buckets of these ranges. */
const stored = (part: ReportPart, { totals }: Filling, isRead: (bucket: string) => boolean) =>
  part.cubes.map(({ sum }) => {
    const groups = Map.groupBy(
      totals.filter((total) => total.sum === sum.id && isRead(total.bucket)),
      ({ group }) => group,
    );
    return [...groups].map(([group, some]) => ({
      group,
      n: some.reduce((n, { count }) => n + count, 0),
      v: sum.measures.map((_, at) => String(some.reduce((units, { amounts }) => units + (amounts[at] ?? 0n), 0n))),
    }));
  });
const momentAt = (today: CivilDate): ReportMoment => ({ today, settings: {}, derive: () => null });
const admits = () => true;

/** The rows as they were at the end of a day. */
const rowsAt = (rows: Histories, asked: CivilDate): readonly Row[] =>
  rows.flatMap((versions) => {
    const last = versions.findLast(([at]) => at <= asked);
    return last ? [last[1]] : [];
  });

/** The same part worked out from the rows, without the engine, in cents. */
function workedOut(rows: readonly Row[], today: CivilDate) {
  const ageOf = (due: CivilDate) => (due >= today ? 'no' : daysBetween(due, today) <= 30 ? 'little' : 'much');
  const cents = ({ amount }: Row) => Math.round(Number(amount) * 100);
  const open = rows.filter((each) => each.open === true);
  const groups = Map.groupBy(open, ({ unit, due }) => JSON.stringify([unit, ageOf(due as CivilDate)]));
  return [...groups].map(([keys, some]) => {
    const balance = some.reduce((sum, each) => sum + cents(each), 0);
    const late = some.filter(({ due }) => String(due) < today && String(due).slice(0, 4) === today.slice(0, 4));
    const days = some.map((each) => Number(each.days)).toSorted((a, b) => a - b);
    return {
      keys,
      balance: balance / 100,
      bills: some.length,
      overdue: late.reduce((sum, each) => sum + cents(each), 0) / 100,
      middle: days[Math.ceil(days.length / 2) - 1],
    };
  });
}

const byKeys = (a: { readonly keys: string }, b: { readonly keys: string }) => (a.keys < b.keys ? -1 : 1);

describe('a part of a report', () => {
  const part = partOf(ageing);

  test('is at the end of any day what the rows of that day come to', () => {
    fc.assert(
      fc.property(histories, day, (rows, today) => {
        const ranges = bucketsUntil(today);
        const isRead = (bucket: string) => ranges.some(({ from, before }) => bucket >= from && bucket < before);
        const shown = readPart(part, stored(part, fill(part, rows), isRead), { moment: momentAt(today), admits });
        const groups = shown.groups.map(({ keys, values }) => ({
          keys: JSON.stringify(keys),
          balance: Number(values.balance),
          bills: Number(values.bills),
          overdue: Number(values.overdue),
          middle: Number(values.middle),
        }));
        expect(groups.toSorted(byKeys)).toEqual(workedOut(rowsAt(rows, today), today).toSorted(byKeys));
      }),
    );
  });

  test('shows a group whose numbers come to 0, and none that has no rows any more', () => {
    const free = partOf({
      ...ageing,
      by: { unit: 'row.unit' },
      measures: { balance: { sum: 'row.amount', title: 'Balance' } },
    });
    const bill = { unit: 'north', due: FIRST, amount: '0.00', days: 1, open: true };
    const rows: Histories = [
      [[FIRST, bill]],
      [
        [FIRST, { ...bill, unit: 'south' }],
        [FIRST, { ...bill, open: false }],
      ],
    ];
    const view = { moment: momentAt(FIRST), admits };
    const shown = readPart(
      free,
      stored(free, fill(free, rows), (bucket) => bucket === ''),
      view,
    );
    expect(shown.groups).toEqual([{ keys: ['north'], values: { balance: '0' } }]);
  });

  test('is now the same as at the end of the last day', () => {
    fc.assert(
      fc.property(histories, (rows) => {
        const today = addDays(FIRST, LAST);
        const view = { moment: momentAt(today), admits };
        const now = readPart(
          part,
          stored(part, fill(part, rows), (bucket) => bucket === ''),
          view,
        );
        const ranges = bucketsUntil(today);
        const isRead = (bucket: string) => ranges.some(({ from, before }) => bucket >= from && bucket < before);
        expect(readPart(part, stored(part, fill(part, rows), isRead), view)).toEqual(now);
      }),
    );
  });

  test('knows which rows were in each group at the end of any day', () => {
    fc.assert(
      fc.property(histories, day, (rows, today) => {
        const number = dayNumber(today);
        const [cube] = part.cubes;
        const members = fill(part, rows).members.filter(
          ({ sum, since, until }) => sum === cube?.sum.id && since <= number && (until === null || number <= until),
        );
        const expected = rows.flatMap((versions, id) => {
          const present = versions.findLast(([at]) => at <= today)?.[1];
          const group = present && cube?.sum.contribution(present)?.group;
          return group === undefined ? [] : [[String(id), group]];
        });
        expect(members.map(({ subject, group }) => [subject, group]).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  test('keeps measures that differ in what they ask of the row in one sum', () => {
    const flagged = partOf({
      show: 'table',
      from: 'bills',
      where: 'row.open',
      by: { unit: 'row.unit' },
      measures: {
        bills: { count: true, title: 'Bills' },
        long: { count: true, where: 'row.days > 5', title: 'Long' },
        large: { sum: 'row.amount', where: 'row.amount > 500 && row.days > 5', title: 'Large' },
        balance: { sum: 'row.amount', title: 'Balance' },
      },
    });
    expect(new Set(flagged.cubes.map(({ sum }) => sum.id)).size).toBe(1);
    fc.assert(
      fc.property(histories, (rows) => {
        const today = addDays(FIRST, LAST);
        const now = stored(flagged, fill(flagged, rows), (bucket) => bucket === '');
        const { groups } = readPart(flagged, now, { moment: momentAt(today), admits });
        const cents = (some: readonly Row[]) =>
          some.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
        const open = rowsAt(rows, today).filter((each) => each.open === true);
        const expected = [...Map.groupBy(open, ({ unit }) => String(unit))].map(([unit, some]) => {
          const long = some.filter(({ days }) => Number(days) > 5);
          const large = long.filter(({ amount }) => Number(amount) > 500);
          return [unit, some.length, long.length, cents(large) / 100, cents(some) / 100];
        });
        const shown = groups.map(({ keys, values: { bills, long, large, balance } }) =>
          [keys[0], bills, long, large, balance].map((each, at) => (at === 0 ? each : Number(each))),
        );
        expect(shown).toEqual(expected.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
      }),
    );
  });

  test('goes from measure to measure in a funnel that is grouped by nothing', () => {
    const funnel = partOf({ show: 'funnel', from: 'bills', measures: { all: { count: true, title: 'All' } } });
    const rows: Histories = [[[FIRST, { unit: 'north', open: true }]], [[FIRST, { unit: 'south', open: false }]]];
    const now = stored(funnel, fill(funnel, rows), (bucket) => bucket === '');
    expect(readPart(funnel, now, { moment: momentAt(FIRST), admits }).totals).toEqual({ all: '2' });
  });

  test('adds nothing up where the groups are of different kinds', () => {
    const measures = { balance: { sum: 'row.amount', title: 'Amount' } } as const;
    const mixed = partOf({ show: 'table', from: 'bills', by: { unit: 'row.unit' }, measures, total: false });
    const rows: Histories = [[[FIRST, { unit: 'north', amount: '5' }]], [[FIRST, { unit: 'south', amount: '7' }]]];
    const now = stored(mixed, fill(mixed, rows), (bucket) => bucket === '');
    const { groups, totals } = readPart(mixed, now, { moment: momentAt(FIRST), admits });
    expect(groups.map(({ values }) => Number(values.balance))).toEqual([5, 7]);
    expect(totals).toEqual({});
  });

  test('stores no more of a row than its groups need', () => {
    expect(part.cubes.map(({ sum }) => sum.keys.length)).toEqual([2, 3, 3]);
    const yearly = partOf({ ...ageing, where: 'year(row.due) == year(today)', by: { unit: 'row.unit' } });
    expect(yearly.cubes[0]?.sum.keys.map(({ type }) => type.kind).toSorted()).toEqual(['integer', 'unit']);
  });
});

describe('a trend', () => {
  const over = { every: 'month', last: 5 } as const;
  const part = partOf({
    show: 'line',
    from: 'bills',
    where: 'row.open',
    over,
    measures: { balance: { sum: 'row.amount', title: 'Balance' } },
  });
  const bucketed = (filling: Filling, today: CivilDate, periods: ReturnType<typeof trendPeriods>) => {
    const ranges = bucketsOfTrend(periods, today);
    return filling.totals
      .filter(({ bucket }) => ranges.some(({ from, before }) => bucket >= from && bucket < before))
      .map(({ group, bucket, count, amounts }) => ({ group, bucket, n: count, v: amounts.map(String) }));
  };

  test('is at the end of each of its periods what the report was on that day', () => {
    fc.assert(
      fc.property(histories, day, (rows, today) => {
        const filling = fill(part, rows);
        const periods = trendPeriods(over, today);
        const ends = totalsAtEnds(periods, bucketed(filling, today, periods), false);
        const balances = periods.map(({ end }, at) => {
          const shown = readPart(part, [ends[at] ?? []], { moment: momentAt(end), admits });
          return Number(shown.totals.balance);
        });
        const expected = periods.map(({ end }) => {
          const open = rowsAt(rows, end).filter((each) => each.open === true);
          return open.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0) / 100;
        });
        expect(balances).toEqual(expected);
      }),
    );
  });

  test('ends with the day itself and begins so many periods before', () => {
    expect(trendPeriods(over, '2026-02-10' as CivilDate).map(({ id, end }) => [id, end])).toEqual([
      ['2025-10', '2025-10-31'],
      ['2025-11', '2025-11-30'],
      ['2025-12', '2025-12-31'],
      ['2026-01', '2026-01-31'],
      ['2026-02', '2026-02-10'],
    ]);
    expect(trendPeriods({ every: 'quarter', last: 2 }, '2026-02-10' as CivilDate)).toEqual([
      { id: '2025-Q4', end: '2025-12-31' },
      { id: '2026-Q1', end: '2026-02-10' },
    ]);
  });
});
