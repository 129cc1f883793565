import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../engine/case/facts.ts';
import { dutyPeriods, nextOpening, occurrencesOf, periodsToOpen } from '../../../engine/duty/occurrence.ts';
import { valuesFor } from '../../../engine/duty/opening.ts';
import { type DutyRow, subjectsOf } from '../../../engine/duty/subjects.ts';
import type { Instant } from '../../../engine/shared/brand.ts';
import { civilDateOf } from '../../../engine/shared/civil-date.ts';
import type { Duty as DutySource } from '../../../schemas/generated/process.ts';
import { peopleChanged } from '../../support/company.ts';
import { beijing, calendar, date } from '../calendar/cn-work.ts';
import { compiled, definitionOf, documentOf, dutyOf, workspace } from './duties.ts';

const now = beijing('2026-11-02 09:00');
const facts: Facts = {
  ...workspace,
  now,
  today: civilDateOf(now, calendar.offset),
  by: 'system:schedule',
  case: { id: '' },
  calendar,
  rows: {},
};

const asked = (duty: Partial<DutySource>, change: Partial<Facts> = {}, rows: readonly DutyRow[] = []) => {
  const definition = definitionOf(duty);
  return subjectsOf(definition, definition.duty, { ...facts, ...change }, rows).map(
    ({ subject, person, standIn }) => `${subject}: ${person}${standIn ? ' (stand-in)' : ''}`,
  );
};

describe('a duty is asked of', () => {
  test('everybody who holds one of its posts, once, without external people and those who left', () => {
    expect(asked({ for: { posts: ['clerk', 'lead', 'clerk'] } })).toEqual(['ada: ada', 'ben: ben', 'dan: dan']);
  });

  test('nobody new when a person leaves during the year', () => {
    const organisation = peopleChanged({ ada: { active: false } });
    expect(asked({ for: { posts: ['clerk', 'lead'] } }, { organisation })).toEqual(['ben: ben', 'dan: dan']);
  });

  test('units, for which the holder of a post answers, else the head, else whom the nobody rule names', () => {
    expect(asked({ for: { units: ['sales', 'shop', 'hq'], post: 'lead' } })).toEqual([
      'sales: ben',
      'shop: ben',
      'hq: dan',
    ]);
    const organisation = peopleChanged({ ben: { active: false } });
    expect(
      asked({ for: { units: ['sales'], post: 'clerk' } }, { organisation: peopleChanged({ ada: { active: false } }) }),
    ).toEqual(['sales: ben']);
    expect(asked({ for: { units: ['sales'] } }, { organisation })).toEqual(['sales: cleo']);
  });

  test('ledger rows that fit, for which the person of a column answers, or a stand-in when that one has left', () => {
    const rows = [
      { id: 'sales|2026', cells: { unit: 'sales', owner: 'ada', left: '5' } },
      { id: 'hq|2026', cells: { unit: 'hq', owner: 'fay', left: '7' } },
      { id: 'shop|2026', cells: { unit: 'shop', owner: 'ada', left: '0' } },
    ];
    const duty: Partial<DutySource> = { for: { ledger: 'partners', person: 'owner', where: 'row.left > 0' } };
    expect(asked(duty, {}, rows)).toEqual(['sales|2026: ada', 'hq|2026: cleo (stand-in)']);
  });
});

describe('a period is opened', () => {
  const duty = dutyOf({ open: 'workday 1', due: 'workday 3' });
  const ids = (after: string, until: string, published?: string) =>
    periodsToOpen(
      duty,
      { after: beijing(after), ...(published === undefined ? {} : { published: beijing(published) }) },
      beijing(until),
      calendar,
    ).map(({ id }) => id);

  test('once its moment has come, and is not looked at again', () => {
    expect(ids('2026-11-01 12:00', '2026-11-01 23:59')).toEqual([]);
    expect(ids('2026-11-01 12:00', '2026-11-02 00:00')).toEqual(['2026-11']);
    expect(ids('2026-11-02 00:00', '2026-11-02 00:01')).toEqual([]);
  });

  test('late when nobody looked for three days, and each month when nobody looked for three months', () => {
    expect(ids('2026-10-07 23:00', '2026-10-10 23:00')).toEqual(['2026-10']);
    expect(ids('2026-08-15 00:00', '2026-11-15 00:00')).toEqual(['2026-09', '2026-10', '2026-11']);
  });

  test('for a new version only when it is under way and not yet due at its publication', () => {
    expect(ids('2026-11-03 09:00', '2026-11-03 10:00', '2026-11-03 09:00')).toEqual(['2026-11']);
    expect(ids('2026-11-06 09:00', '2026-11-06 10:00', '2026-11-06 09:00')).toEqual([]);
  });

  test('of every grain so often in 2026, whatever the holidays', () => {
    const counts = (['week', 'month', 'quarter', 'half-year', 'year'] as const).map((every) => {
      const each = dutyOf({ every, open: 'workday 1', due: 'workday 2' });
      return periodsToOpen(each, { after: beijing('2026-01-01 00:00') }, beijing('2027-01-01 00:00'), calendar).length;
    });
    // The first week of 2026 opened on 29 December 2025, its last one, W53, opens on 28 December.
    expect(counts).toEqual([52, 12, 4, 2, 1]);
  });

  test('exactly once, whenever and however often somebody looks', () => {
    const minutes = fc.integer({ min: 0, max: 366 * 24 * 60 });
    const start = Date.parse(beijing('2026-01-01 00:00'));
    const at = (minute: number) => new Date(start + minute * 60_000).toISOString() as Instant;
    const grains = fc.constantFrom('week', 'month', 'quarter', 'half-year', 'year');
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 2, maxLength: 12 }), grains, (looks, every) => {
        const each = dutyOf({ every, open: 'workday 1', due: 'workday 2' });
        const times = looks.map(at).sort();
        const found = times
          .slice(1)
          .flatMap((now, n) => periodsToOpen(each, { after: times[n] ?? now }, now, calendar).map(({ id }) => id));
        const [first = at(0), last = at(0)] = [times[0], times.at(-1)];
        expect(found).toEqual(periodsToOpen(each, { after: first }, last, calendar).map(({ id }) => id));
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 60 },
    );
  });

  test('next at its first working day', () => {
    expect(nextOpening(duty, beijing('2026-09-01 00:00'), calendar)).toBe(beijing('2026-10-08 00:00'));
    expect(nextOpening(duty, beijing('2026-12-31 12:00'), calendar)).toBe(beijing('2027-01-04 00:00'));
  });

  test('after the period it is about when it says so', () => {
    const afterwards = dutyOf({ open: 'last + 1wd', due: 'last + 3wd 18:00', close: 'last + 15d' });
    const [september] = dutyPeriods(afterwards, date('2026-09-01'), date('2026-09-30'), calendar);
    expect(september).toEqual({
      id: '2026-09',
      first: '2026-09-01',
      last: '2026-09-30',
      opens: beijing('2026-10-08 00:00'),
      due: { at: beijing('2026-10-10 18:00'), provisional: false },
      closes: beijing('2026-10-16 00:00'),
    });
    expect(nextOpening(afterwards, beijing('2026-09-15 00:00'), calendar)).toBe(beijing('2026-10-08 00:00'));
  });
});

test('each subject owes one case a period, filled in with what the duty gives', () => {
  const definition = definitionOf({
    for: { units: ['sales', 'hq'] },
    with: {
      'ask.what': 'period.id',
      'ask.unit': 'subject',
      'ask.until': 'period.due',
      'ask.month': 'monthOf(period.first)',
      'ask.quarter': 'quarterOf(period.first)',
    },
  });
  const periods = dutyPeriods(definition.duty, date('2026-10-01'), date('2026-11-30'), calendar);
  const owed = occurrencesOf(periods, subjectsOf(definition, definition.duty, facts, []));
  expect(owed.map(({ period, subject }) => `${period.id} ${subject}`)).toEqual([
    '2026-10 sales',
    '2026-10 hq',
    '2026-11 sales',
    '2026-11 hq',
  ]);
  expect(owed.map((each) => valuesFor(definition, definition.duty, each, facts))[1]).toEqual({
    ask: { what: '2026-10', unit: 'hq', until: '2026-10-10', month: '2026-10', quarter: '2026-Q4' },
  });
});

describe('a duty does not compile', () => {
  test.for([
    [{ open: 'first + 200d' }, 'bad-point', ['duty', 'open']],
    [{ close: 'soon' }, 'bad-point', ['duty', 'close']],
    [{ remind: ['3wh'] }, 'bad-duration', ['duty', 'remind', 0]],
    [{ for: { ledger: 'gone', person: 'owner' } }, 'unknown-ledger', ['duty', 'for', 'ledger']],
    [{ for: { ledger: 'budget', person: 'unit' } }, 'unknown-ledger-column', ['duty', 'for', 'person']],
    [{ with: { 'ask.gone': 'subject' } }, 'unknown-field', ['duty', 'with', 'ask.gone']],
    [{ with: { 'ask.until': 'subject' } }, 'type', ['duty', 'with', 'ask.until']],
    [{ with: { 'ask.what': 'row.unit' } }, 'unknown-name', ['duty', 'with', 'ask.what']],
  ] as const)('with %o', ([duty, code, path]) => {
    const found = compiled(documentOf(structuredClone(duty) as Partial<DutySource>));
    expect(found).toMatchObject([{ code, path }]);
  });
});
