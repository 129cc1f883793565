import { describe, expect, test } from 'vitest';
import { runScenario } from '../../../engine/scenario/run.ts';
import { World } from '../../../engine/scenario/world.ts';
import type { Action, Scenario } from '../../../schemas/generated/scenario.ts';
import { company } from '../../support/company.ts';
import { approve, fill, formsOf, processOf } from '../../support/small-process.ts';

const small = processOf({
  foreign: { small: formsOf({ ask: { what: { type: 'text', title: 'What' } } }) },
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('lead', { due: '2wd', overdue: [{ copy: ['boss'] }], return: { to: ['ask'] } }) },
    { size: { choose: [{ when: 'ask.amount > 100', steps: [{ big: approve('boss') }] }, { else: [] }] } },
    { note: { ledger: 'requests', insert: { what: 'ask.what', amount: 'ask.amount', paid: '0' } } },
    {
      again: {
        choose: [{ when: "ask.what == 'twice'", steps: [{ more: { start: 'small', as: 'starter' } }] }, { else: [] }],
      },
    },
  ],
  withdraw: { until: 'check' },
});
const calendar = company.calendars.week;
if (calendar === undefined) throw new Error('no calendar');
const stage = { calendar, world: (now: World['now']) => new World({ small }, company, now) };
const values = { pen: { ask: { what: 'a pen', amount: '50' } }, twice: { ask: { what: 'twice' } } };

/** What did not come true in a story. */
const play = (actions: readonly Action[], more: Partial<Scenario> = {}) =>
  runScenario(
    { format: 'scenario/v1', process: 'small', values, scenarios: [{ title: '', clock: '', do: [{ wait: '1d' }] }] },
    { title: 'A story', clock: '2026-11-02T09:00', ...more, do: actions as Scenario['do'] },
    stage,
  );
const start: Action = { by: 'ada', start: true, use: 'pen' };

describe('playing a story', () => {
  test('rows that a case has not written, or that say something else, are told', () => {
    const rows = { requests: [{ what: 'a pen', amount: '5.00' }, { what: 'ink' }] };
    const story = [start, { by: 'ben', agree: 'check' }, { expect: { rows } }] as const;
    expect(play(story)).toEqual([
      { action: 2, what: 'rows of requests', expected: 2, actual: 1 },
      { action: 2, what: 'requests 1.amount', expected: '5.00', actual: '50.00' },
      { action: 2, what: 'requests 2.what', expected: 'ink', actual: null },
    ]);
  });

  test('all that comes true is silent', () => {
    expect(
      play([
        start,
        {
          expect: {
            status: 'open',
            open: { check: ['dan', 'ben'] },
            due: { check: '2026-11-05T00:00' },
            round: { ask: 1 },
            values: { 'ask.amount': '50.00' },
          },
        },
        { by: 'ben', return: 'check', to: 'ask', opinion: 'Which?' },
        { by: 'ada', submit: 'ask', values: { ask: { what: 'a red pen' } } },
        { by: 'dan', transfer: 'check', to: 'cleo', opinion: 'Away.' },
        { by: 'ada', comment: 'Soon, please.' },
        { wait: '2026-11-06T09:00' },
        { expect: { overdue: ['check'], copied: ['cleo'], open: { check: ['ben', 'cleo'] }, round: { check: 2 } } },
        { by: 'cleo', agree: 'check' },
        {
          expect: {
            status: 'completed',
            open: {},
            skipped: ['big'],
            ledger: { requests: { what: 'a red pen', open: '50.00' } },
            rows: { requests: [{ what: 'a red pen' }], budget: [] },
            started: { small: 1 },
          },
        },
      ]),
    ).toEqual([]);
  });

  test('values of the action go over the named ones, field by field', () => {
    const more: Action = { by: 'ada', start: true, use: 'pen', values: { ask: { amount: '70' } } };
    expect(play([more, { expect: { values: { 'ask.what': 'a pen', 'ask.amount': '70.00' } } }])).toEqual([]);
  });

  test('rows from before the story are there', () => {
    const ledgers = { requests: [{ id: 'small-1', what: 'an old one', amount: '5' }] };
    const expected: Action = { expect: { ledger: { requests: { what: 'a pen', amount: '50.00', open: '50.00' } } } };
    expect(play([start, { by: 'ben', agree: 'check' }, expected], { ledgers })).toEqual([]);
  });

  test('other cases are named by their process and number', () => {
    expect(
      play([
        start,
        { by: 'ada', start: 'small', use: 'twice' },
        { in: 'small/2', by: 'ben', agree: 'check' },
        { in: 'small/3', expect: { open: { ask: ['ada'] } } },
        { in: 'main', expect: { open: { check: ['ben', 'dan'] } } },
      ]),
    ).toEqual([]);
  });

  test.each([
    ['4h', '2026-11-02T13:00'],
    ['1d', '2026-11-03T09:00'],
    ['5wd', '2026-11-09T09:00'],
    ['2026-11-20T17:30', '2026-11-20T17:30'],
  ])('after waiting %s it is %s', (wait, local) => {
    let world: World | undefined;
    const watched = { calendar, world: (now: World['now']) => (world = stage.world(now)) };
    const scenario: Scenario = { title: '', clock: '2026-11-02T09:00', do: [{ wait }] };
    runScenario({ format: 'scenario/v1', process: 'small', scenarios: [scenario] }, scenario, watched);
    expect(world?.now).toBe(new Date(`${local}+08:00`).toISOString());
  });
});

describe('what does not come true', () => {
  test('is told with what was expected, what is, and at which action', () => {
    const expected: Action = {
      expect: {
        status: 'completed',
        open: { check: ['ben'] },
        skipped: ['big'],
        overdue: ['check'],
        copied: ['ben'],
        waiting: { check: ['dan'] },
        reminded: { check: 1 },
        reopened: ['check'],
        marked: ['held'],
        round: { check: 2, big: 1 },
        due: { check: '2026-11-06T00:00', ask: '2026-11-06T00:00' },
        values: { 'ask.what': 'a book', 'ask.where': 'here' },
        ledger: { requests: { what: 'a book' } },
        started: { small: 2 },
      },
    };
    expect(play([start, expected])).toEqual([
      { action: 1, what: 'status', expected: 'completed', actual: 'open' },
      { action: 1, what: 'open', expected: { check: ['ben'] }, actual: { check: ['ben', 'dan'] } },
      { action: 1, what: 'skipped', expected: ['big'], actual: [] },
      { action: 1, what: 'overdue', expected: ['check'], actual: [] },
      { action: 1, what: 'waiting at check', expected: ['dan'], actual: [] },
      { action: 1, what: 'reminders at check', expected: 1, actual: 0 },
      { action: 1, what: 'reopened', expected: ['check'], actual: [] },
      { action: 1, what: 'marked', expected: ['held'], actual: [] },
      { action: 1, what: 'copied', expected: ['ben'], actual: [] },
      { action: 1, what: 'round of check', expected: 2, actual: 1 },
      { action: 1, what: 'round of big', expected: 1, actual: null },
      { action: 1, what: 'due of check', expected: '2026-11-06T00:00', actual: '2026-11-05T00:00' },
      { action: 1, what: 'due of ask', expected: '2026-11-06T00:00', actual: null },
      { action: 1, what: 'ask.what', expected: 'a book', actual: 'a pen' },
      { action: 1, what: 'ask.where', expected: 'here', actual: null },
      { action: 1, what: 'requests.what', expected: 'a book', actual: null },
      { action: 1, what: 'cases of small', expected: 2, actual: 1 },
    ]);
  });

  test('expectations go on, an action that could not be played ends the story', () => {
    const wrong: Action = { expect: { status: 'rejected' } };
    const failures = play([start, wrong, { by: 'ada', agree: 'check' }, wrong]);
    expect(failures.map(({ action, what }) => [action, what])).toEqual([
      [1, 'status'],
      [2, 'refused'],
    ]);
    expect(failures[1]).toEqual({
      action: 2,
      what: 'refused',
      expected: null,
      actual: { code: 'not-your-task', step: 'check' },
    });
  });

  test('a case that does not exist is named', () => {
    expect(play([{ in: 'small/1', expect: { status: 'open' } }])).toEqual([
      { action: 0, what: 'case', expected: 'small/1', actual: null },
    ]);
    expect(play([{ by: 'ben', agree: 'check' }])).toEqual([
      { action: 0, what: 'case', expected: 'main', actual: null },
    ]);
  });
});

describe('refusals that a story expects', () => {
  test.each<[string, Action]>([
    ['agreeing', { by: 'ada', agree: 'check', refuse: 'not-your-task' }],
    ['submitting', { by: 'ada', submit: 'ask', refuse: 'step-moved' }],
    ['returning', { by: 'ben', return: 'check', to: 'big', opinion: 'x', refuse: 'return-not-allowed' }],
    ['returning without a reason', { by: 'ben', return: 'check', to: 'ask', refuse: 'opinion-required' }],
    ['rejecting', { by: 'ben', reject: 'check', refuse: 'opinion-required' }],
    ['transferring', { by: 'ben', transfer: 'check', to: 'dan', opinion: 'x', refuse: 'transfer-not-allowed' }],
    ['withdrawing', { by: 'ben', withdraw: true, opinion: 'x', refuse: 'withdraw-not-allowed' }],
    ['starting', { by: 'fay', start: true, use: 'pen', refuse: 'not-startable' }],
    ['a wrong value, by its code', { by: 'ada', start: true, refuse: 'required' }],
    ['a wrong value, at its place', { by: 'ada', start: true, refuse: 'required', at: 'ask.what' }],
    ['a wrong value, in general', { by: 'ada', start: true, refuse: 'invalid-values', at: 'ask' }],
  ])('come true: %s', (_, action) => {
    expect(play([start, action])).toEqual([]);
  });

  test('another code, another place and no refusal at all do not come true', () => {
    const actual = [{ refuse: 'required', at: 'ask.what' }];
    expect(play([{ by: 'ada', start: true, refuse: 'too-long' }])).toEqual([
      { action: 0, what: 'refused', expected: { refuse: 'too-long', at: null }, actual },
    ]);
    expect(play([{ by: 'ada', start: true, refuse: 'required', at: 'ask.amount' }])).toEqual([
      { action: 0, what: 'refused', expected: { refuse: 'required', at: 'ask.amount' }, actual },
    ]);
    expect(play([{ ...start, refuse: 'required' }])).toEqual([
      { action: 0, what: 'refused', expected: 'required', actual: null },
    ]);
  });
});
