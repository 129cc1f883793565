import { describe, expect, test } from 'vitest';
import { wakeAt } from '../../../engine/case/tick.ts';
import type { StartStep, StepEntry } from '../../../schemas/generated/process.ts';
import { agrees, day, on, rejects, returns, starts, step, submits, ticks, withdraws } from '../../support/acts.ts';
import { peopleChanged } from '../../support/company.ts';
import { asked, event, given, instant } from '../../support/given.ts';
import { approve, fill, formsOf, processOf } from '../../support/small-process.ts';

const next = step('next');
const memo = formsOf({
  memo: {
    text: { type: 'text', title: 'Text' },
    day: { type: 'date', title: 'Day' },
    count: { type: 'integer', title: 'Count' },
  },
});

/** Ada asks, another process is started, the boss decides. */
const starting = (
  more: Partial<StartStep>,
  last: readonly StepEntry[] = [{ last: approve('boss', { return: { to: ['ask'] } }) }],
) =>
  processOf({
    forms: {
      ask: {
        what: { type: 'text', title: 'What' },
        from: { type: 'date', title: 'From' },
        until: { type: 'date', title: 'Until' },
        who: { type: 'person', title: 'Who' },
      },
    },
    roles: { who: { field: 'ask.who' } },
    foreign: { other: memo },
    steps: [{ ask: fill('ask', 'starter') }, { next: { start: 'other', as: 'starter', ...more } }, ...last],
    withdraw: { until: 'last' },
  });
const ask = (values: object = {}) => starts('ada', { ask: { what: 'a pen', ...values } });

describe('starting another process at once', () => {
  const once = starting({
    with: { 'memo.text': 'ask.what', 'memo.day': 'occurrence', 'memo.count': 'last.memo.count' },
  });

  test('asks for it once, with a key, a starter and the values handed over', () => {
    const [, , , , requested] = given(once).when(ask()).events;
    expect(requested).toEqual(
      event('StartRequested', {
        step: next,
        key: 'case-1:next:1',
        process: 'other',
        starter: given(once, ask()).state.starter,
        values: { memo: { text: 'a pen', day: '2026-11-02' } },
      }),
    );
  });

  test('blocks nothing', () => {
    expect(asked(given(once, ask()).state)).toEqual({ last: ['cleo'] });
    expect(given(once, ask()).state.steps[next]).toMatchObject({ status: 'done', seats: [] });
  });

  test('passed again after a return, it starts another one under a key of its own', () => {
    const again = given(once, ask(), returns('cleo', 'last', 'ask')).when(submits('ada', 'ask'));
    expect(again.events.find(({ type }) => type === 'StartRequested')?.data).toMatchObject({ key: 'case-1:next:2' });
    expect(again.state.starts).toEqual({ next: 2 });
  });

  test('the first person of the role starts it, else whoever the nobody rule names', () => {
    const byField = starting({ as: 'who' });
    const starter = (values: object) =>
      given(byField)
        .when(ask(values))
        .events.find(({ type }) => type === 'StartRequested')?.data;
    expect(starter({ who: 'dan' })).toMatchObject({ starter: 'dan' });
    expect(starter({})).toMatchObject({ starter: 'cleo' });
  });
});

describe('starting another process on a date', () => {
  const planned = starting({ at: 'ask.from + 1d' });
  const plan = ask({ from: '2026-11-09' });

  test('plans it, and wakes on that day', () => {
    const told = given(planned, plan);
    expect(told.state.planned).toEqual({ next: day('2026-11-10') });
    expect(wakeAt(planned, told.state, told.told.facts)).toBe(instant('2026-11-10 00:00'));
  });

  test('starts it once when the day has come, however late the sweep is', () => {
    const told = given(planned, plan);
    told.when(ticks('2026-11-09 23:59')).records();
    for (const moment of ['2026-11-10 00:00', '2026-12-24 12:00']) {
      const [requested, ...rest] = told.when(ticks(moment)).events;
      expect(requested?.data).toMatchObject({ key: 'case-1:next:1', process: 'other', on: day('2026-11-10') });
      expect(rest).toEqual([]);
    }
    const started = given(planned, plan, ticks('2026-11-10 00:00'));
    started.when(ticks('2026-11-10 00:00')).records();
    expect(wakeAt(planned, started.state, started.told.facts)).toBeUndefined();
  });

  test.each(['2026-11-01', '2026-10-01'])('a day that is not ahead (%s) starts it at once', (from) => {
    expect(
      given(planned)
        .when(ask({ from }))
        .events.map(({ type }) => type),
    ).toContain('StartRequested');
  });

  test('a missing date starts it at once', () => {
    expect(
      given(planned)
        .when(ask())
        .events.map(({ type }) => type),
    ).toContain('StartRequested');
  });

  test('a case that is over keeps its plan when it was completed, not when it was rejected or withdrawn', () => {
    const over = (last: Parameters<typeof given>[1]) => given(planned, plan, last);
    expect(over(agrees('cleo', 'last')).when(ticks('2026-11-10 08:00')).events).toHaveLength(1);
    for (const end of [rejects('cleo', 'last'), withdraws('ada', 'end')]) {
      const told = over(end);
      told.when(ticks('2026-11-10 08:00')).records();
      expect(wakeAt(planned, told.state, told.told.facts)).toBeUndefined();
    }
  });

  test('a return to a step before it takes the plan back until it is reached again', () => {
    const told = given(planned, plan, returns('cleo', 'last', 'ask'));
    expect(wakeAt(planned, told.state, told.told.facts)).toBeUndefined();
    told.when(ticks('2026-11-10 08:00')).records();
    const again = given(
      planned,
      plan,
      returns('cleo', 'last', 'ask'),
      submits('ada', 'ask', { values: { ask: { from: '2026-12-01' } } }),
    );
    expect(again.state.planned).toEqual({ next: day('2026-12-02') });
  });
});

describe('a weekly series', () => {
  const weekly = starting(
    {
      every: 'friday',
      from: 'ask.from',
      while: 'today <= ask.until',
      with: { 'memo.day': 'occurrence', 'memo.count': 'last.memo.count' },
    },
    [],
  );
  const november = ask({ from: '2026-11-04', until: '2026-11-28' });
  const startedOn = (events: readonly { readonly type: string; readonly data: object }[]) =>
    events.flatMap(({ type, data }) => (type === 'StartRequested' && 'on' in data ? [data.on] : []));

  test('opens with its first day on or after the one it counts from', () => {
    const { events } = given(weekly).when(november);
    expect(events.slice(-2)).toEqual([
      event('SeriesOpened', { step: next, next: day('2026-11-06') }),
      event('CaseCompleted', {}),
    ]);
    expect(given(weekly, ask({ from: '2026-11-06' })).state.series).toEqual({ next: day('2026-11-06') });
    expect(given(weekly, ask({ from: '2026-01-01' })).state.series).toEqual({ next: day('2026-11-06') });
    expect(given(weekly, ask()).state.series).toEqual({ next: day('2026-11-06') });
  });

  test('goes on although the case is completed: each day starts one and names the next', () => {
    const told = given(weekly, november);
    expect(told.state.status).toBe('completed');
    told.when(ticks('2026-11-06 00:00')).records(
      event('StartRequested', {
        step: next,
        key: 'case-1:next:1',
        process: 'other',
        starter: told.state.starter,
        values: { memo: { day: '2026-11-06' } },
        on: day('2026-11-06'),
      }),
      event('SeriesAdvanced', { step: next, next: day('2026-11-13') }),
    );
  });

  test('a second sweep on the same day finds nothing', () => {
    const told = given(weekly, november, ticks('2026-11-06 00:00'));
    told.when(ticks('2026-11-06 00:00')).records();
    told.when(ticks('2026-11-12 23:59')).records();
    expect(wakeAt(weekly, told.state, told.told.facts)).toBe(instant('2026-11-13 00:00'));
  });

  test('ends on the first day on which the condition does not hold', () => {
    const told = given(weekly, november, ticks('2026-11-27 12:00'));
    told.when(ticks('2026-12-04 00:00')).records(event('SeriesClosed', { step: next, on: day('2026-12-04') }));
    const closed = given(weekly, november, ticks('2026-12-04 00:00'));
    expect(closed.state.series).toEqual({});
    expect(wakeAt(weekly, closed.state, closed.told.facts)).toBeUndefined();
    closed.when(ticks('2027-06-01 00:00')).records();
  });

  test('after a missed month every missed day is caught up exactly once, judged as of its own day', () => {
    const { events, state } = given(weekly, november).when(ticks('2026-12-20 12:00'));
    expect(startedOn(events)).toEqual(['2026-11-06', '2026-11-13', '2026-11-20', '2026-11-27']);
    expect(events.filter(({ type }) => type === 'StartRequested').map(({ data }) => data)).toMatchObject([
      { key: 'case-1:next:1', values: { memo: { day: '2026-11-06' } } },
      { key: 'case-1:next:2', values: { memo: { day: '2026-11-13' } } },
      { key: 'case-1:next:3', values: { memo: { day: '2026-11-20' } } },
      { key: 'case-1:next:4', values: { memo: { day: '2026-11-27' } } },
    ]);
    expect(events.at(-1)).toEqual(event('SeriesClosed', { step: next, on: day('2026-12-04') }));
    expect(state.starts).toEqual({ next: 4 });
  });

  test('a catch-up of years goes on with the next sweep, without a gap or a repeat', () => {
    const years = [ask({ from: '2026-11-04', until: '2028-12-31' })] as const;
    const first = given(weekly, ...years, ticks('2028-12-31 12:00'));
    const second = first.when(ticks('2028-12-31 12:00'));
    const days = [...first.told.entries.flatMap(({ events }) => events), ...second.events];
    expect(wakeAt(weekly, first.state, first.told.facts)).toBe(instant('2027-12-31 00:00'));
    expect(startedOn(days)).toHaveLength(113);
    expect(new Set(startedOn(days)).size).toBe(113);
  });

  test('the values of the latest one can be handed to the next', () => {
    const told = given(weekly, november, { last: { next: { memo: { count: 7 } } } });
    expect(told.when(ticks('2026-11-06 00:00')).events[0]?.data).toMatchObject({ values: { memo: { count: 7 } } });
  });

  test('asks whoever the nobody rule names when the starter has left', () => {
    const told = given(weekly, november, { organisation: peopleChanged({ ada: { active: false } }) });
    expect(told.when(ticks('2026-11-06 00:00')).events[0]?.data).toMatchObject({ starter: 'cleo' });
  });

  test('stops with a case that is rejected or withdrawn, and waits while it is returned', () => {
    const decided = starting({ every: 'friday', from: 'ask.from', while: 'today <= ask.until' });
    for (const end of [rejects('cleo', 'last'), withdraws('ada', 'end'), returns('cleo', 'last', 'ask')]) {
      const told = given(decided, november, on('2026-11-03 10:00', end));
      told.when(ticks('2026-11-27 00:00')).records();
      expect(wakeAt(decided, told.state, told.told.facts)).toBeUndefined();
    }
    expect(given(decided, november, agrees('cleo', 'last')).when(ticks('2026-11-06 00:00')).events).toHaveLength(2);
  });

  test('a sweep under a clock that was put back does nothing', () => {
    given(weekly, november, ticks('2026-11-13 00:00')).when(ticks('2026-11-06 00:00')).records();
  });
});
