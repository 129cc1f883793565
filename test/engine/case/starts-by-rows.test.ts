import { describe, expect, test } from 'vitest';
import { wakeAt } from '../../../engine/case/tick.ts';
import type { StartStep } from '../../../schemas/generated/process.ts';
import { agrees, day, returns, starts, step, submits, ticks } from '../../support/acts.ts';
import { asked, event, given } from '../../support/given.ts';
import { approve, fill, formsOf, processOf, straightBackTo } from '../../support/small-process.ts';

const next = step('next');
const foreign = { other: formsOf({ memo: { text: { type: 'text', title: 'Text' } } }) };
const forms = {
  ask: {
    what: { type: 'text', title: 'What' },
    day: { type: 'date', title: 'Day' },
    rows: {
      type: 'table',
      title: 'Rows',
      columns: {
        name: { type: 'text', title: 'Name' },
        who: { type: 'person', title: 'Who' },
        unit: { type: 'unit', title: 'Unit' },
      },
    },
  },
} as const;
const starting = (more: Partial<StartStep>) =>
  processOf({
    forms,
    foreign,
    steps: [
      { ask: fill('ask', 'starter') },
      { note: { ledger: 'requests', insert: { what: 'ask.what', amount: '5', paid: '0' } } },
      { next: { start: 'other', as: 'starter', ...more } },
      { last: approve('boss', { return: { to: ['ask'] } }) },
      { pay: { ledger: 'requests', update: { paid: 'row.amount' } } },
      { end: approve('boss') },
    ],
  });
const rows = [
  { _row: 'r1', name: 'a', who: 'dan', unit: 'sales' },
  { _row: 'r2', name: 'b' },
];

describe('a case for whoever a row names', () => {
  const started = (as: string) =>
    given(starting({ as, each: 'ask.rows' }))
      .when(starts('ada', { ask: { what: 'pens', rows } }))
      .events.flatMap((each) => (each.type === 'StartRequested' ? [each.data.starter] : []));

  test('goes to the person in the column; to the nobody rule when there is none', () => {
    expect(started('row.who')).toEqual(['dan', 'cleo']);
  });

  test('goes to the head of the unit in the column; to the nobody rule when there is none', () => {
    expect(started('row.unit')).toEqual(['ben', 'cleo']);
  });
});

describe('cases for some rows of a table', () => {
  const named = starting({ as: 'starter', each: 'ask.rows', where: 'filled(row.who)', wait: true });
  const startedFor = (...given: readonly { readonly type: string; readonly data: object }[]) =>
    given.flatMap((each) => (each.type === 'StartRequested' && 'row' in each.data ? [each.data.row] : []));

  test('start for the rows that hold the condition', () => {
    const { events } = given(named).when(starts('ada', { ask: { what: 'pens', rows } }));
    expect(startedFor(...events)).toEqual(['r1']);
  });

  test('a step that waits goes on when no row holds it', () => {
    const { events, state } = given(named).when(starts('ada', { ask: { what: 'pens', rows: rows.slice(1) } }));
    expect(startedFor(...events)).toEqual([]);
    expect(asked(state)).toEqual({ last: ['cleo'] });
  });

  test('straight back after a return they are asked for again when other rows hold it, not when the others changed', () => {
    const straightBack = processOf({
      forms,
      foreign,
      steps: [
        { ask: fill('ask', 'starter') },
        { next: { start: 'other', as: 'starter', each: 'ask.rows', where: 'filled(row.who)' } },
        { last: approve('boss', { return: straightBackTo('ask') }) },
      ],
    });
    const returned = given(
      straightBack,
      starts('ada', { ask: { what: 'pens', rows } }),
      returns('cleo', 'last', 'ask'),
    );
    const withSecond = (change: object) =>
      returned.when(submits('ada', 'ask', { values: { ask: { rows: [rows[0], { ...rows[1], ...change }] } } })).events;
    expect(startedFor(...withSecond({ name: 'c' }))).toEqual([]);
    expect(startedFor(...withSecond({ who: 'eve' }))).toEqual(['r1', 'r2']);
  });
});

describe('a start that is looked at again on its day', () => {
  const planned = (more: Partial<StartStep> = {}) =>
    starting({ at: 'ask.day', while: 'rows.requests.open > 0', ...more });
  const ask = starts('ada', { ask: { what: 'pens', day: '2026-11-09' } });

  test('starts when it is still wanted', () => {
    const [requested] = given(planned(), ask).when(ticks('2026-11-09 00:00')).events;
    expect(requested).toMatchObject({ type: 'StartRequested', data: { on: '2026-11-09' } });
  });

  test('starts nothing when it is not, and does not look again', () => {
    const story = given(planned(), ask, agrees('cleo', 'last'));
    const dropped = story.when(ticks('2026-11-10 12:00'));
    dropped.records(event('StartDropped', { step: next, on: day('2026-11-09') }));
    expect(dropped.state.planned).toEqual({});
    expect(wakeAt(planned(), dropped.state, story.told.facts)).toBeUndefined();
  });

  test('a step that waits goes on without it', () => {
    const waiting = planned({ wait: true, while: 'rows.requests.open > 100' });
    expect(asked(given(waiting, ask).state)).toEqual({ next: [] });
    expect(asked(given(waiting, ask, ticks('2026-11-09 00:00')).state)).toEqual({ last: ['cleo'] });
  });

  test('a day that has come already is looked at at once', () => {
    const { events, state } = given(planned({ while: 'rows.requests.open > 100' })).when(
      starts('ada', { ask: { what: 'pens', day: '2026-11-02' } }),
    );
    expect(events).toContainEqual(event('StartDropped', { step: next, on: day('2026-11-02') }));
    expect(state.steps[next]?.status).toBe('done');
  });
});

describe('a deadline that a field says', () => {
  const due = (field: string) =>
    processOf({
      forms: {
        ask: { ...forms.ask, at: { type: 'dateTime', title: 'At' }, span: { type: 'dateRange', title: 'Span' } },
      },
      steps: [
        { ask: fill('ask', 'starter') },
        { last: approve('boss', { due: { field }, overdue: [{ remind: true }], return: { to: ['ask'] } }) },
      ],
    });
  const dueOf = (field: string, values: object) =>
    given(due(field), starts('ada', { ask: { what: 'pens', ...values } })).state.steps[step('last')]?.due;

  test('is the end of a day, that moment, or the end of a span', () => {
    expect(dueOf('ask.day', { day: '2026-11-09' })).toEqual({ at: '2026-11-09T16:00:00.000Z', provisional: false });
    expect(dueOf('ask.at', { at: '2026-11-09T08:30' })).toEqual({ at: '2026-11-09T00:30:00.000Z', provisional: false });
    expect(dueOf('ask.span.end', { span: { start: '2026-11-03', end: '2026-11-09' } })?.at).toBe(
      '2026-11-09T16:00:00.000Z',
    );
  });

  test('there is none while the field is empty', () => {
    expect(dueOf('ask.day', {})).toBeUndefined();
  });

  test('is noticed when it has passed', () => {
    const late = given(due('ask.day'), starts('ada', { ask: { what: 'pens', day: '2026-11-09' } }));
    late.when(ticks('2026-11-09 23:59')).records();
    expect(late.when(ticks('2026-11-10 00:00')).state.steps[step('last')]?.late).toBe(1);
  });

  test('is another one in the next round, when the field says something else by then', () => {
    const again = given(
      due('ask.day'),
      starts('ada', { ask: { what: 'pens', day: '2026-11-09' } }),
      returns('cleo', 'last', 'ask'),
      submits('ada', 'ask', { values: { ask: { day: '2026-11-20' } } }),
    );
    expect(again.state.steps[step('last')]?.due?.at).toBe('2026-11-20T16:00:00.000Z');
  });
});
