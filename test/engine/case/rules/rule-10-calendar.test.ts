import { describe, expect, test } from 'vitest';
import { type CalendarDocument, compileCalendar, dueAt } from '../../../../engine/calendar/index.ts';
import { recomputeDues } from '../../../../engine/case/recompute-dues.ts';
import { wakeAt } from '../../../../engine/case/tick.ts';
import { asks } from '../../../../engine/definition/definition.ts';
import type { StepId } from '../../../../engine/shared/brand.ts';
import { changesDue, holds, on, resumes, starts, step, ticks } from '../../../support/acts.ts';
import { event, type given as Given, given, instant } from '../../../support/given.ts';
import { definitions } from '../../../support/shipped.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';
import { calendar, document } from '../../calendar/cn-work.ts';

const pen = starts('ada', { ask: { what: 'a pen' } });
const check = step('check');
const wakes = ({ told, state }: ReturnType<typeof Given>) => wakeAt(told.definition, state, told.facts);

/** A notice for 2027: 2 January is worked, 4 January is free. */
const official = compileCalendar({
  ...document,
  years: {
    ...document.years,
    '2027': {
      status: 'official',
      source: { title: 'Notice' },
      off: [
        { name: 'New Year', from: '2027-01-01', to: '2027-01-01' },
        { name: 'New Year', from: '2027-01-04', to: '2027-01-04' },
      ],
      on: [{ name: 'New Year', date: '2027-01-02' }],
    },
  } satisfies CalendarDocument['years'],
});

const timed = (due: string) =>
  processOf({
    cancel: { by: ['lead'] },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('boss', { due }) }],
  });
/** Asked on Wednesday, 30 December 2026: by the provisional calendar the third working day is Tuesday, 5 January. */
const asked = (due = '3wd') => [timed(due), { calendar }, on('2026-12-30 10:00', pen)] as const;
const notice = { calendar: official };

describe('rule 10: the notice of a year moves open deadlines that rest on it', () => {
  test('the deadline follows from entry and calendar, and the move is recorded', () => {
    const told = given(...asked());
    expect(told.state.steps[check]?.due).toEqual({ at: instant('2027-01-06 00:00'), provisional: true });
    given(...asked(), notice)
      .when(ticks('2026-12-31 00:00'))
      .records(
        event('DueChanged', {
          step: check,
          round: 1,
          due: { at: instant('2027-01-06 00:00'), provisional: false },
          opinion: '',
          why: 'calendar',
        }),
      );
  });

  test('once only, and nobody is said to have done it', () => {
    const told = given(...asked('2wd'), notice, ticks('2026-12-31 00:00'));
    expect(told.state.steps[check]?.due).toEqual({ at: instant('2027-01-03 00:00'), provisional: false });
    expect(told.state.interventions).toEqual([]);
    told.when(ticks('2026-12-31 00:00')).records();
    expect(wakes(told)).toBe(instant('2027-01-03 00:00'));
  });

  test('every midnight asks whether it has come, and nothing else wakes the case before', () => {
    const told = given(...asked());
    expect(wakes(told)).toBe(instant('2026-12-31 00:00'));
    const quiet = told.when(ticks('2026-12-31 00:00'));
    quiet.records();
    const next = { ...told.told.facts, now: instant('2026-12-31 00:00') };
    expect(wakeAt(told.told.definition, told.state, next)).toBe(instant('2027-01-01 00:00'));
  });

  test('an earlier deadline that has passed by then is late in the same sweep', () => {
    given(...asked('2wd'), notice)
      .when(ticks('2027-01-03 00:00'))
      .recordsTypes('DueChanged', 'DeadlinePassed');
  });

  test('a deadline that has passed stays what it was', () => {
    const told = given(...asked(), ticks('2027-01-06 00:00'), notice);
    expect(told.state.steps[check]?.late).toBe(1);
    told.when(ticks('2027-01-07 00:00')).records();
  });

  test('a deadline set by hand stays what it was', () => {
    const told = given(...asked(), on('2026-12-30 11:00', changesDue('dan', 'check', '2027-01-08T18:00')), notice);
    told.when(ticks('2026-12-31 00:00')).records();
    expect(recomputeDues(told.told.definition, told.state, official)).toEqual([]);
    expect(wakes(told)).toBe(instant('2027-01-08 18:00'));
  });

  test('pauses are counted by the new calendar, too', () => {
    const paused = [
      ...asked('2wd'),
      on('2026-12-30 11:00', holds('dan')),
      on('2027-01-02 10:00', resumes('dan')),
    ] as const;
    expect(given(...paused).state.steps[check]?.due?.at).toBe(instant('2027-01-06 00:00'));
    // 31 December and 2 January were working days of the hold: two more after 2 January, over the free Monday.
    const told = given(...paused, notice, ticks('2027-01-02 11:00'));
    expect(told.state.steps[check]?.due).toEqual({ at: instant('2027-01-07 00:00'), provisional: false });
  });

  test('a notice that comes while the case is on hold counts when it is resumed', () => {
    const told = given(
      ...asked('2wd'),
      on('2026-12-30 11:00', holds('dan')),
      notice,
      on('2026-12-30 15:00', resumes('dan')),
    );
    expect(told.state.steps[check]?.due).toEqual({ at: instant('2027-01-03 00:00'), provisional: false });
  });

  test('calendar days and hours rest on no notice', () => {
    for (const due of ['5d', '100h'])
      given(...asked(due), notice)
        .when(ticks('2026-12-31 00:00'))
        .records();
  });
});

describe('rule 10: a year of deadlines, by the official calendar of 2026', () => {
  const shipped = definitions['campaign-approval'];
  const due = (id: string, at: string) => {
    const found = shipped?.steps.get(id as StepId);
    if (!asks(found) || found.due === undefined) throw new Error(`${id} has no deadline`);
    return dueAt(instant(at), found.due, calendar);
  };

  test.each([
    ['first', '2026-01-04 16:00', '2026-01-07 00:00', 'a make-up Sunday opens it and does not count'],
    ['first', '2026-02-13 10:00', '2026-02-25 00:00', 'Spring Festival lies between, its make-up Saturday counts'],
    ['final', '2026-02-26 10:00', '2026-03-03 00:00', 'the make-up Saturday after Spring Festival counts'],
    ['first', '2026-04-03 17:00', '2026-04-09 00:00', 'Tomb-sweeping Day'],
    ['counsel', '2026-04-30 09:00', '2026-05-09 00:00', 'Labour Day'],
    ['money', '2026-05-08 09:00', '2026-05-10 00:00', 'vector (14): due on the make-up Saturday after Labour Day'],
    ['money', '2026-06-18 09:00', '2026-06-23 00:00', 'Dragon Boat Festival'],
    ['first', '2026-09-18 09:00', '2026-09-22 00:00', 'vector (14): the make-up Sunday before National Day counts'],
    ['counsel', '2026-09-24 09:00', '2026-10-01 00:00', 'Mid-Autumn Festival, ending on the eve of National Day'],
    ['first', '2026-09-30 09:00', '2026-10-10 00:00', 'National Day'],
    ['final', '2026-09-30 09:00', '2026-10-11 00:00', 'vector (14): due on the make-up Saturday after National Day'],
    ['money', '2026-12-30 09:00', '2027-01-01 00:00', 'vector (15): the last day of the year'],
  ])('%s entered at %s is due at %s: %s', (id, entered, expected) => {
    expect(due(id, entered)).toEqual({ at: instant(expected), provisional: false });
  });

  test('vector (15): across the year end it rests on a year whose notice is not out', () => {
    expect(due('final', '2026-12-30 09:00')).toEqual({ at: instant('2027-01-06 00:00'), provisional: true });
  });
});
