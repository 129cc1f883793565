import { describe, expect, test } from 'vitest';
import { wakeAt } from '../../../../engine/case/tick.ts';
import type { RowDeadlines } from '../../../../schemas/generated/process.ts';
import { agrees, holds, on, resumes, starts, step, submits, ticks } from '../../../support/acts.ts';
import { asked, event, type given as Given, given, instant } from '../../../support/given.ts';
import { asBoss, seat } from '../../../support/seats.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const check = step('check');
type Task = { readonly _row: string; readonly by?: string; readonly state?: string };
const tasks = (...rows: readonly Task[]) => ({ plan: { tasks: rows } });
const one: Task = { _row: 'one', by: '2026-11-05' };
const two: Task = { _row: 'two', by: '2026-11-10' };

/** Leads check a plan whose tasks have dates of their own, while its author can still change it. */
const planned = (rows: Partial<RowDeadlines> = {}) =>
  processOf({
    subject: 'plan.title',
    forms: {
      plan: {
        title: { type: 'text', title: 'Title' },
        tasks: {
          type: 'table',
          title: 'Tasks',
          columns: { by: { type: 'date', title: 'By' }, state: { type: 'text', title: 'State' } },
        },
      },
    },
    steps: [
      { file: fill('plan', 'starter') },
      {
        both: {
          parallel: [
            {
              steps: [
                {
                  check: approve('lead', {
                    see: ['plan'],
                    mode: 'all',
                    rows: {
                      table: 'plan.tasks',
                      due: 'by',
                      open: "row.state != 'done'",
                      remind: ['1wd'],
                      overdue: [{ copy: ['boss'], after: '1wd' }],
                      ...rows,
                    },
                  }),
                },
              ],
            },
            { steps: [{ edit: fill('plan', 'starter') }] },
          ],
        },
      },
    ],
  });
const wakes = ({ told, state }: ReturnType<typeof Given>) => wakeAt(told.definition, state, told.facts);
const see = ['plan.title', 'plan.tasks', 'plan.tasks.by', 'plan.tasks.state'];
const passed = (
  row: string,
  level: number,
  due: string,
  seats: readonly number[] = [],
  copied: readonly ReturnType<typeof seat>[] = [],
) => event('RowDeadlinePassed', { step: check, row, level, due: instant(due), copied, see, seats });
const levels = ({ state }: ReturnType<typeof Given>) => state.steps[check]?.rowsLate;

describe('rule 10: rows have deadlines of their own', () => {
  const filed = [planned(), starts('ada', tasks(one, two))] as const;

  test('each is due at the end of its day', () => {
    const told = given(...filed, ticks('2026-11-04 09:00'));
    told.when(ticks('2026-11-05 23:59')).records();
    told.when(ticks('2026-11-06 00:00')).records(passed('one', 2, '2026-11-06 00:00'));
  });

  test('people are reminded before, others told after, row by row in the order of time', () => {
    const told = given(...filed);
    expect(wakes(told)).toBe(instant('2026-11-04 09:00'));
    told.when(ticks('2026-11-04 09:00')).records(passed('one', 1, '2026-11-06 00:00', [2, 3]));
    told
      .when(ticks('2026-11-11 00:00'))
      .records(
        passed('one', 1, '2026-11-06 00:00', [2, 3]),
        passed('one', 2, '2026-11-06 00:00'),
        passed('one', 3, '2026-11-06 00:00', [], [seat(5, 'cleo', asBoss)]),
        passed('two', 1, '2026-11-11 00:00', [2, 3]),
        passed('two', 2, '2026-11-11 00:00'),
      );
  });

  test('the case wakes for the next row, and for none after the last', () => {
    const told = given(...filed, ticks('2026-11-06 00:00'));
    expect(wakes(told)).toBe(instant('2026-11-07 00:00'));
    expect(wakes(given(...filed, ticks('2026-11-30 00:00')))).toBeUndefined();
  });

  test('a second sweep, and one whose clock was put back, record nothing', () => {
    const told = given(...filed, ticks('2026-11-06 00:00'));
    told.when(ticks('2026-11-06 00:00')).records();
    told.when(ticks('2026-11-04 09:00')).records();
  });

  test('sweeping each day and sweeping once lead to the same', () => {
    const days = Array.from({ length: 20 }, (_, day) => ticks(`2026-11-${String(day + 3).padStart(2, '0')} 10:00`));
    expect(levels(given(...filed, ...days))).toEqual(levels(given(...filed, ticks('2026-11-22 10:00'))));
  });

  test('rows that are done, and rows without a date, are never due', () => {
    const told = given(planned(), starts('ada', tasks({ ...one, state: 'done' }, { _row: 'three' })));
    expect(wakes(told)).toBeUndefined();
    told.when(ticks('2026-12-01 00:00')).records();
  });

  test('a date at the end of time stops nothing', () => {
    expect(wakes(given(planned(), starts('ada', tasks({ _row: 'one', by: '9999-12-31' }))))).toBeUndefined();
  });

  test('reminders are not from before the step was there', () => {
    const told = given(planned({ remind: ['1wd', '9wd'] }), starts('ada', tasks(one)));
    told.when(ticks('2026-11-04 09:00')).records(passed('one', 2, '2026-11-06 00:00', [2, 3]));
  });

  test('only the last of missed reminders is sent', () => {
    const told = given(planned({ remind: ['1wd', '2wd'] }), starts('ada', tasks(two)));
    told
      .when(ticks('2026-11-11 00:00'))
      .records(passed('two', 2, '2026-11-11 00:00', [2, 3]), passed('two', 3, '2026-11-11 00:00'));
  });

  test('a row that is late can call for somebody else', () => {
    const told = given(
      planned({ overdue: [{ escalate: 'boss' }] }),
      starts('ada', tasks(one)),
      ticks('2026-11-06 00:00'),
    );
    expect(asked(told.state).check).toEqual(['cleo']);
  });

  test('they end with the step', () => {
    const told = given(...filed, agrees('ben', 'check'), agrees('dan', 'check'));
    expect(wakes(told)).toBeUndefined();
  });

  test('they wait while the case is on hold, and stay where they are', () => {
    const told = given(...filed, on('2026-11-03 09:00', holds('cleo')));
    expect(wakes(told)).toBeUndefined();
    told.when(ticks('2026-11-30 00:00')).records();
    const again = given(...filed, on('2026-11-03 09:00', holds('cleo')), on('2026-11-04 10:00', resumes('cleo')));
    expect(wakes(again)).toBe(instant('2026-11-04 09:00'));
  });
});

describe('rule 10: rows are read as they are now', () => {
  const edits = (...rows: readonly Task[]) =>
    on('2026-11-06 10:00', submits('ada', 'edit', { values: tasks(...rows) }));
  const late = [planned(), starts('ada', tasks(one, two)), ticks('2026-11-06 00:00')] as const;

  test('another date is another deadline, noticed afresh', () => {
    const told = given(...late, edits({ ...one, by: '2026-11-12' }, two));
    expect(wakes(told)).toBe(instant('2026-11-09 09:00'));
    told
      .when(ticks('2026-11-11 09:00'))
      .records(
        passed('two', 1, '2026-11-11 00:00', [2, 3]),
        passed('two', 2, '2026-11-11 00:00'),
        passed('one', 1, '2026-11-13 00:00', [2, 3]),
      );
  });

  test('a row that was removed or is done is due no more', () => {
    expect(wakes(given(...late, edits({ ...one, state: 'done' })))).toBeUndefined();
    expect(wakes(given(...late, edits()))).toBeUndefined();
  });

  test('a new row has its own, and what is late is noticed at once', () => {
    const told = given(...late, edits(one, { _row: 'new', by: '2026-11-05' }));
    expect(told.when(ticks('2026-11-06 10:00')).events).toMatchObject([
      { data: { row: 'new', level: 1, seats: [2, 3] } },
      { data: { row: 'new', level: 2 } },
    ]);
  });
});
