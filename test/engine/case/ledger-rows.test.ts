import { describe, expect, test } from 'vitest';
import { neededRows } from '../../../engine/case/context.ts';
import type { CaseEvent, CaseEventOf } from '../../../engine/case/events.ts';
import {
  agrees,
  cancels,
  rejects,
  returns,
  starts,
  step,
  submits,
  terminates,
  ticks,
  withdraws,
} from '../../support/acts.ts';
import { asked, given } from '../../support/given.ts';
import { approve, fill, processOf, straightBackTo } from '../../support/small-process.ts';

const forms = {
  ask: {
    what: { type: 'text', title: 'What' },
    unit: { type: 'unit', title: 'Unit' },
    things: {
      type: 'table',
      title: 'Things',
      columns: {
        name: { type: 'text', title: 'Name' },
        count: { type: 'integer', title: 'Count' },
      },
    },
  },
} as const;
const order = (...things: readonly (readonly [row: string, name: string, count: number])[]) => ({
  ask: { what: 'pens', unit: 'sales', things: things.map(([_row, name, count]) => ({ _row, name, count })) },
});
const written = (events: readonly CaseEvent[]) =>
  events
    .filter((event): event is CaseEventOf<'LedgerWritten'> => event.type === 'LedgerWritten')
    .map(({ data }) => data);
const shelf = (cells: Readonly<Record<string, unknown>>) => ({
  rows: { 'shelf/pen|sales': { version: 3, cells: { thing: 'pen', unit: 'sales', ...cells } } },
});

describe('one write for each row of a table', () => {
  const noted = processOf({
    forms,
    steps: [
      { ask: fill('ask', 'starter') },
      {
        note: {
          ledger: 'lines',
          each: 'ask.things',
          insert: { thing: 'item.name', count: 'item.count', owner: 'starter' },
        },
      },
      { last: approve('boss', { return: { to: ['ask'] } }) },
      { used: { ledger: 'lines', each: 'ask.things', update: { count: 'row.count - item.count' } } },
    ],
  });

  test('only the rows that hold the condition are written', () => {
    const some = processOf({
      forms,
      steps: [
        { ask: fill('ask', 'starter') },
        { note: { ledger: 'lines', each: 'ask.things', where: 'item.count > 1', insert: { thing: 'item.name' } } },
        { last: approve('boss') },
      ],
    });
    const { events } = given(some).when(starts('ada', order(['r1', 'pen', 2], ['r2', 'ink', 1])));
    expect(written(events).map(({ item }) => item)).toEqual(['r1']);
    const none = given(some).when(starts('ada', order(['r2', 'ink', 1])));
    expect(written(none.events)).toEqual([]);
    expect(asked(none.state)).toEqual({ last: ['cleo'] });
  });

  test('each row of the table has a row of its own where a case has one', () => {
    const { events, state } = given(noted).when(starts('ada', order(['r1', 'pen', 2], ['r2', 'ink', 1])));
    expect(written(events)).toEqual([
      {
        step: 'note',
        ledger: 'lines',
        row: 'case-1:r1',
        write: 'insert',
        base: 0,
        cells: { thing: 'pen', count: 2, owner: 'ada' },
        item: 'r1',
        other: true,
      },
      {
        step: 'note',
        ledger: 'lines',
        row: 'case-1:r2',
        write: 'insert',
        base: 0,
        cells: { thing: 'ink', count: 1, owner: 'ada' },
        item: 'r2',
        other: true,
      },
    ]);
    expect(state.rows).toEqual({});
    expect(state.steps[step('note')]).toMatchObject({ status: 'done', round: 1 });
  });

  test('the same row of the table finds its row again', () => {
    const story = given(noted, starts('ada', order(['r1', 'pen', 2], ['r2', 'ink', 1])));
    const { events } = story.when(agrees('cleo', 'last'));
    expect(written(events).map(({ row, base, cells }) => [row, base, cells.count])).toEqual([
      ['case-1:r1', 1, 0],
      ['case-1:r2', 1, 0],
    ]);
  });

  test('a table without rows writes nothing, and the case goes on', () => {
    const { events, state } = given(noted).when(starts('ada', order()));
    expect(written(events)).toEqual([]);
    expect(state.steps[step('note')]?.status).toBe('done');
    expect(state.steps[step('last')]?.status).toBe('open');
  });

  test('the rows it will write are known beforehand', () => {
    const { told, state } = given(noted, starts('ada', order(['r1', 'pen', 2])));
    expect(neededRows(noted, state.values, state, told.facts)).toEqual(['lines/case-1:r1']);
  });
});

describe('putting', () => {
  const steps = [
    { ask: fill('ask', 'starter') },
    { last: approve('boss', { return: { to: ['ask'] } }) },
    {
      take: {
        ledger: 'shelf',
        each: 'ask.things',
        key: { thing: 'item.name', unit: 'ask.unit' },
        put: { taken: 'row.taken + item.count', note: 'row.note + item.name' },
        undo: { taken: 'row.taken - item.count' },
      },
    },
    { end: approve('boss', { return: { to: ['ask'] } }) },
  ];
  const taking = processOf({ forms, steps });

  test('makes a row that is not there, with its key, from nothing', () => {
    const { events } = given(taking, starts('ada', order(['r1', 'pen', 2]))).when(agrees('cleo', 'last'));
    expect(written(events)).toMatchObject([
      {
        row: 'pen|sales',
        write: 'insert',
        base: 0,
        cells: { thing: 'pen', unit: 'sales', taken: 2, note: 'pen' },
        other: true,
      },
    ]);
  });

  test('changes one that is there, and counts a number that is missing there as 0', () => {
    const story = given(taking, shelf({ had: 10, note: 'a ' }), starts('ada', order(['r1', 'pen', 2])));
    expect(written(story.when(agrees('cleo', 'last')).events)).toMatchObject([
      { row: 'pen|sales', write: 'update', base: 3, cells: { had: 10, taken: 2, left: 8, note: 'a pen' } },
    ]);
  });

  test('rows of the table that come to the same row are written one after the other', () => {
    const things = [
      ['r1', 'pen', 2],
      ['r2', 'pen', 3],
    ] as const;
    const { events } = given(taking, shelf({ had: 10 }), starts('ada', order(...things))).when(agrees('cleo', 'last'));
    expect(written(events).map(({ base, cells }) => [base, cells.taken])).toEqual([
      [3, 2],
      [4, 5],
    ]);
  });

  test('going back undoes what was written for each row, by the rows as they were then', () => {
    const past = [starts('ada', order(['r1', 'pen', 2], ['r2', 'ink', 1])), agrees('cleo', 'last')] as const;
    const { events, state } = given(taking, shelf({ had: 10, taken: 1 }), ...past).when(returns('cleo', 'end', 'ask'));
    expect(written(events).map(({ row, cells, undo }) => [row, cells.taken, undo])).toEqual([
      ['ink|sales', 0, true],
      ['pen|sales', 1, true],
    ]);
    expect(state.writtenEach).toEqual({});
  });

  test('without a key it writes the row that its cells name', () => {
    const plain = processOf({
      forms,
      steps: [
        { ask: fill('ask', 'starter') },
        { take: { ledger: 'shelf', put: { thing: 'ask.what', unit: 'ask.unit', taken: 'row.taken + 1' } } },
        { more: { ledger: 'shelf', update: { taken: 'row.taken + 1' } } },
      ],
    });
    const { state } = given(plain).when(starts('ada', order()));
    expect(state.rows).toEqual({ shelf: 'pens|sales' });
  });
});

describe('what a case wrote, when it ends without effect', () => {
  const then = { do: 'reject', because: 'Too late.' } as const;
  const reserving = processOf({
    forms,
    steps: [
      { ask: fill('ask', 'starter') },
      {
        reserve: {
          ledger: 'shelf',
          key: { thing: 'ask.what', unit: 'ask.unit' },
          put: { taken: 'row.taken + 2' },
          undo: { taken: 'row.taken - 2' },
        },
      },
      { last: approve('boss', { due: '1wd', overdue: [{ then }] }) },
      { end: approve('boss') },
    ],
    withdraw: { until: 'last' },
    cancel: { by: ['boss'] },
  });
  const reserved = given(reserving, starts('ada', order()));

  test.each([
    ['rejected', rejects('cleo', 'last')],
    ['rejected by its deadline', ticks('2026-11-04 00:00')],
    ['withdrawn', withdraws('ada', 'end')],
    ['cancelled', cancels('cleo')],
    ['terminated', terminates('cleo')],
    ['stopped', { by: 'system:schedule', command: { do: 'stop', opinion: '' } } as const],
  ])('is undone: %s', (_, act) => {
    const { events, state } = reserved.when(act);
    expect(written(events)).toMatchObject([{ step: 'reserve', row: 'pens|sales', undo: true, cells: { taken: 0 } }]);
    expect(state.status).not.toBe('open');
  });

  test('stays while only a branch ends', () => {
    const branched = processOf({
      forms,
      steps: [
        { ask: fill('ask', 'starter') },
        { note: { ledger: 'requests', insert: { what: 'ask.what' }, undo: { state: "'void'" } } },
        {
          both: {
            parallel: [
              { steps: [{ last: approve('boss', { reject: { ends: 'branch' } }) }] },
              { steps: [{ other: approve('lead') }] },
            ],
          },
        },
      ],
    });
    const { events, state } = given(branched, starts('ada', order())).when(rejects('cleo', 'last'));
    expect(written(events)).toEqual([]);
    expect(state.status).toBe('open');
  });

  test('a limit that undoing would break keeps the case open', () => {
    const giving = processOf({
      forms,
      steps: [
        { ask: fill('ask', 'starter') },
        {
          give: {
            ledger: 'shelf',
            key: { thing: "'pen'", unit: 'ask.unit' },
            put: { had: 'row.had + 5' },
            undo: { had: 'row.had - 5' },
          },
        },
        { last: approve('boss') },
      ],
    });
    given(giving, shelf({ had: 0, taken: 0 }), starts('ada', order()), shelf({ had: 5, taken: 4, left: 1 }))
      .when(rejects('cleo', 'last'))
      .refuses({
        code: 'ledger-limit',
        step: step('give'),
        ledger: 'shelf',
        row: 'pen|sales',
        limit: 0,
        words: 'No more than there is',
      });
  });
});

describe('a limit of a ledger', () => {
  const taking = processOf({
    forms,
    steps: [
      { ask: fill('ask', 'starter') },
      {
        take: {
          ledger: 'shelf',
          each: 'ask.things',
          key: { thing: 'item.name', unit: 'ask.unit' },
          put: { taken: 'row.taken + item.count' },
        },
      },
      { last: approve('boss') },
    ],
  });
  const refusal = {
    code: 'ledger-limit',
    step: step('take'),
    ledger: 'shelf',
    row: 'pen|sales',
    limit: 0,
    words: 'No more than there is',
  } as const;

  test('refuses a write that would break it, in its own words', () => {
    given(taking, shelf({ had: 3, taken: 2 }))
      .when(starts('ada', order(['r1', 'pen', 2])))
      .refuses(refusal);
  });

  test('looks at all writes of a command together', () => {
    given(taking, shelf({ had: 3 }))
      .when(starts('ada', order(['r1', 'pen', 2], ['r2', 'pen', 2])))
      .refuses(refusal);
  });

  test('lets the last one through', () => {
    const { events } = given(taking, shelf({ had: 3 })).when(starts('ada', order(['r1', 'pen', 3])));
    expect(written(events)).toMatchObject([{ cells: { left: 0 } }]);
  });

  test('is kept by going back as well', () => {
    const giving = processOf({
      forms,
      steps: [
        { ask: fill('ask', 'starter') },
        {
          give: {
            ledger: 'shelf',
            key: { thing: "'pen'", unit: 'ask.unit' },
            put: { had: 'row.had + 5' },
            undo: { had: 'row.had - 5' },
          },
        },
        { last: approve('boss', { return: { to: ['ask'] } }) },
      ],
    });
    const given5 = given(
      giving,
      shelf({ had: 0, taken: 0 }),
      starts('ada', order()),
      shelf({ had: 5, taken: 4, left: 1 }),
    );
    given5.when(returns('cleo', 'last', 'ask')).refuses({ ...refusal, step: step('give') });
    expect(given5.when(agrees('cleo', 'last')).state.status).toBe('completed');
  });
});

test('an approval that has gone back and comes again writes what has changed', () => {
  const noted = processOf({
    forms,
    steps: [
      { ask: fill('ask', 'starter') },
      { note: { ledger: 'lines', each: 'ask.things', put: { thing: 'item.name', count: 'row.count + item.count' } } },
      { last: approve('boss', { return: straightBackTo('ask') }) },
    ],
  });
  const things = [{ _row: 'r1', name: 'ink', count: 1 }];
  const story = given(noted, starts('ada', order(['r1', 'pen', 2])), returns('cleo', 'last', 'ask'));
  const { events } = story.when(submits('ada', 'ask', { values: { ask: { things } } }));
  expect(written(events)).toMatchObject([{ row: 'case-1:r1', base: 1, cells: { thing: 'ink', count: 3 } }]);
});
