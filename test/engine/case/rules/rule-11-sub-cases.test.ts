import { describe, expect, test } from 'vitest';
import type { StartStep, StepEntry } from '../../../../schemas/generated/process.ts';
import {
  agrees,
  cancels,
  childEnds,
  childOpens,
  day,
  on,
  rejects,
  returns,
  starts,
  step,
  stops,
  submits,
  terminates,
  ticks,
} from '../../../support/acts.ts';
import { asked, event, given } from '../../../support/given.ts';
import { approve, fill, formsOf, processOf } from '../../../support/small-process.ts';

const quote = formsOf({ quote: { price: { type: 'money', title: 'Price' }, note: { type: 'text', title: 'Note' } } });

/** Ada asks, the boss looks, other cases are waited for, Ben decides on what came back. */
const waiting = (more: Partial<StartStep> = {}, last: readonly StepEntry[] = []) =>
  processOf({
    forms: {
      ask: {
        what: { type: 'text', title: 'What', required: true },
        price: { type: 'money', title: 'Price' },
        double: { type: 'money', title: 'Double', compute: 'ask.price * 2' },
        how: { type: 'text', title: 'How it ended' },
        day: { type: 'date', title: 'Day' },
        shops: {
          type: 'table',
          title: 'Shops',
          columns: { name: { type: 'text', title: 'Name' }, price: { type: 'money', title: 'Price' } },
        },
      },
    },
    foreign: { quoting: quote },
    cancel: { by: ['starter'] },
    steps: [
      { ask: fill('ask', 'starter') },
      { look: approve('boss', { see: ['ask.what'], return: { to: ['ask'] } }) },
      { quotes: { start: 'quoting', as: 'starter', wait: true, ...more } },
      ...last,
      { check: approve('lead', { return: { to: ['ask'] } }) },
    ],
  });

const ask = (values: object = {}) => starts('ada', { ask: { what: 'a pen', ...values } });
const looked = agrees('cleo', 'look');
const key = (n: number) => `case-1:quotes:${n}`;
const rows = {
  shops: [
    { _row: 'a', name: 'North' },
    { _row: 'b', name: 'South' },
  ],
};

describe('rule 11: a case waits for the case it starts', () => {
  const one = waiting({
    with: { 'quote.note': 'ask.what' },
    result: { 'ask.price': 'child.quote.price', 'ask.how': 'ended' },
  });
  const begun = [ask(), looked] as const;

  test('the step stays open, and the order says that it is waited for', () => {
    const told = given(one, ask()).when(looked);
    expect(told.events.at(-1)).toEqual(
      event('StartRequested', {
        step: step('quotes'),
        key: key(1),
        process: 'quoting',
        starter: told.state.starter,
        values: { quote: { note: 'a pen' } },
        wait: true,
      }),
    );
    expect(asked(told.state)).toEqual({ quotes: [] });
    expect(told.state.status).toBe('open');
  });

  test('both sides know each other once it is opened, told once or twice', () => {
    const told = given(one, ...begun, childOpens(key(1)));
    expect(told.state.children[key(1)]).toMatchObject({ case: 'child-1', number: 'C-1', wait: true });
    told.when(childOpens(key(1))).records();
  });

  test('its values come back when it has ended, what is computed from them follows, and the case goes on', () => {
    const told = given(one, ...begun, childOpens(key(1))).when(
      childEnds(key(1), 'completed', { quote: { price: '12.50' } }),
    );
    told.recordsTypes('ChildEnded', 'StepCompleted', 'StepEntered');
    expect(told.events[0]).toEqual(
      event('ChildEnded', {
        key: key(1),
        case: 'child-1',
        status: 'completed',
        given: { 'ask.price': '12.50', 'ask.double': '25.00', 'ask.how': 'completed' },
      }),
    );
    expect(told.events[1]).toEqual(
      event('StepCompleted', { step: step('quotes'), round: 1, why: 'children', cancelled: [] }),
    );
    expect(told.state.values.ask).toMatchObject({ price: '12.50', double: '25.00' });
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
  });

  test('told twice of the end, nothing happens', () => {
    const told = given(one, ...begun, childEnds(key(1), 'completed', { quote: { price: '1.00' } }));
    told.when(childEnds(key(1), 'completed', { quote: { price: '2.00' } })).records();
  });

  test('it is told of the end before it is told of the beginning: both links are there all the same', () => {
    const told = given(one, ...begun, childEnds(key(1)), childOpens(key(1)));
    expect(told.state.children[key(1)]).toMatchObject({ case: 'child-1', number: 'C-1', ended: 'completed' });
  });

  test.each(['rejected', 'withdrawn', 'cancelled'] as const)('a case that was %s ends the waiting, too', (status) => {
    const told = given(one, ...begun, childEnds(key(1), status));
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
    expect(told.state.values.ask).toMatchObject({ how: status });
  });

  test('an order it never gave is none of its business', () => {
    given(one, ...begun)
      .when(childEnds('case-9:quotes:1'))
      .records();
    given(one, ...begun)
      .when(childOpens('case-9:quotes:1'))
      .records();
  });

  test('a held case takes the result in and goes on when it is resumed', () => {
    const held = { by: 'cleo', command: { do: 'hold', opinion: 'Wait.' } } as const;
    const told = given(one, ...begun, held, childEnds(key(1)));
    expect(told.state.children[key(1)]?.ended).toBe('completed');
    expect(told.state.steps[step('check')]).toBeUndefined();
    const resumed = given(one, ...begun, held, childEnds(key(1)), {
      by: 'cleo',
      command: { do: 'resume', opinion: 'Go on.' },
    });
    expect(asked(resumed.state)).toEqual({ check: ['ben', 'dan'] });
  });
});

describe('rule 11: one case a row', () => {
  const each = waiting({
    each: 'ask.shops',
    with: { 'quote.note': 'row.name' },
    result: { 'ask.shops.price': 'child.quote.price' },
  });

  test('every row as it is at entry has a case of its own, named after the row', () => {
    const { events } = given(each, ask(rows)).when(looked);
    const requested = events.filter(({ type }) => type === 'StartRequested').map(({ data }) => data);
    expect(requested).toMatchObject([
      { key: key(1), row: 'a', values: { quote: { note: 'North' } } },
      { key: key(2), row: 'b', values: { quote: { note: 'South' } } },
    ]);
  });

  test('results go into the columns of their own rows, and the last one lets the case go on', () => {
    const priced = (n: number, price: string) => childEnds(key(n), 'completed', { quote: { price } }, `child-${n}`);
    const first = given(each, ask(rows), looked, priced(2, '2.00'));
    expect(asked(first.state)).toEqual({ quotes: [] });
    const both = given(each, ask(rows), looked, priced(2, '2.00'), priced(1, '1.00'));
    expect(both.state.values.ask?.shops).toEqual([
      { _row: 'a', name: 'North', price: '1.00' },
      { _row: 'b', name: 'South', price: '2.00' },
    ]);
    expect(asked(both.state)).toEqual({ check: ['ben', 'dan'] });
  });

  test('without rows the step is done at once', () => {
    given(each, ask()).when(looked).recordsTypes('SeatAgreed', 'StepCompleted', 'StepCompleted', 'StepEntered');
    expect(asked(given(each, ask(), looked).state)).toEqual({ check: ['ben', 'dan'] });
  });

  test('an approval of what has changed by a result is asked again before the case goes on', () => {
    const seen = processOf({
      forms: { ask: { what: { type: 'text', title: 'What' }, price: { type: 'money', title: 'Price' } } },
      foreign: { quoting: quote },
      steps: [
        { ask: fill('ask', 'starter') },
        { look: approve('boss') },
        { quotes: { start: 'quoting', as: 'starter', wait: true, result: { 'ask.price': 'child.quote.price' } } },
        { check: approve('lead') },
      ],
    });
    const told = given(seen, ask(), looked).when(childEnds(key(1), 'completed', { quote: { price: '3.00' } }));
    expect(told.events.map(({ type }) => type).slice(0, 2)).toEqual(['ChildEnded', 'SeatsReopened']);
    expect(asked(told.state)).toMatchObject({ look: ['cleo'] });
  });
});

describe('rule 11: a planned case is waited for, too', () => {
  const planned = waiting({ at: 'ask.day' });
  const told = given(planned, ask({ day: '2026-11-10' }), looked);

  test('the step stays open until its day, and until the case has ended', () => {
    expect(told.state.planned).toEqual({ quotes: day('2026-11-10') });
    expect(asked(told.state)).toEqual({ quotes: [] });
    const started = given(planned, ask({ day: '2026-11-10' }), looked, ticks('2026-11-10 00:00'));
    expect(asked(started.state)).toEqual({ quotes: [] });
    expect(started.when(childEnds(key(1))).state.steps[step('check')]?.status).toBe('open');
  });

  test('rows that are gone by then leave nothing to wait for', () => {
    const perRow = given(waiting({ at: 'ask.day', each: 'ask.shops' }), ask({ day: '2026-11-10' }), looked);
    const { state } = perRow.when(ticks('2026-11-10 00:00'));
    expect(state.planned).toEqual({});
    expect(state.steps[step('quotes')]?.status).toBe('done');
  });
});

describe('rule 11: going back and ending reach the cases that were started', () => {
  const opened = [ask(rows), looked] as const;
  const stopped = event('ChildStopped', { key: key(1), case: 'child-1' });
  const branches = (onReturn: 'stop' | 'detach') =>
    processOf({
      foreign: { quoting: quote },
      cancel: { by: ['starter'] },
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            title: 'Both',
            parallel: [
              { steps: [{ quotes: { start: 'quoting', as: 'starter', wait: true, onReturn } }] },
              { steps: [{ look: approve('boss') }] },
            ],
            return: { to: ['ask'] },
          },
        },
      ],
    });

  test('a return past the step stops the case it waits for', () => {
    const told = given(branches('stop'), ask(), childOpens(key(1))).when(returns('cleo', 'look', 'ask'));
    expect(told.events).toContainEqual(stopped);
    expect(told.state.children[key(1)]?.ended).toBe('stopped');
  });

  test('a step that lets its cases go leaves it alone', () => {
    const told = given(branches('detach'), ask(), childOpens(key(1))).when(returns('cleo', 'look', 'ask'));
    expect(told.events.map(({ type }) => type)).not.toContain('ChildStopped');
  });

  test('what a stopped case hands back later changes nothing', () => {
    const told = given(branches('stop'), ask(), childOpens(key(1)), returns('cleo', 'look', 'ask'));
    told.when(childEnds(key(1), 'cancelled')).records();
  });

  test('a case that was let go is not waited for in the next round, and hands nothing back', () => {
    const told = given(branches('detach'), ask(), returns('cleo', 'look', 'ask'), submits('ada', 'ask'));
    expect(Object.keys(told.state.children)).toEqual([key(1), key(2)]);
    told.when(childEnds(key(1))).recordsTypes('ChildEnded');
    expect(told.when(childEnds(key(2))).state.steps[step('quotes')]?.status).toBe('done');
  });

  test.each([
    ['rejected', rejects('cleo', 'look')],
    ['cancelled', cancels('ada')],
    ['terminated', terminates('cleo')],
  ] as const)('a case that is %s stops those it started', (_, end) => {
    expect(given(branches('stop'), ask(), childOpens(key(1))).when(end).events).toContainEqual(stopped);
  });

  test('a case that is stopped ends as void, its seats are cancelled, and so are its own cases', () => {
    const told = given(branches('stop'), ask(), childOpens(key(1))).when(stops('Not needed.'));
    told.records(stopped, event('CaseCancelled', { opinion: 'Not needed.', cancelled: [2] }));
    expect(told.state.status).toBe('cancelled');
    expect(told.state.interventions).toEqual([]);
  });

  test('stopped twice, or after it has ended, nothing happens', () => {
    given(waiting(), ...opened, stops())
      .when(stops())
      .records();
    given(waiting(), ...opened, childEnds(key(1)), agrees('ben', 'check'))
      .when(stops())
      .records();
  });
});

describe('rule 11: how a step ended can be asked for', () => {
  const after = (condition: string) =>
    waiting({}, [
      {
        which: {
          title: 'Which',
          choose: [
            { title: 'So', when: condition, steps: [{ extra: approve('boss', { title: 'Extra' }) }] },
            { title: 'Else', else: [] },
          ],
        },
      },
    ]);
  const holds = (condition: string, ...past: Parameters<typeof given>[1][]) =>
    given(after(condition), ask(), ...past).state.steps[step('extra')] !== undefined;

  test.each(['completed', 'rejected', 'withdrawn', 'cancelled'] as const)('a waited case that was %s', (status) => {
    expect(holds(`outcome.quotes == '${status}'`, looked, childEnds(key(1), status))).toBe(true);
    expect(holds(`outcome.quotes == 'mixed'`, looked, childEnds(key(1), status))).toBe(false);
  });

  test('what people decided, and what has not been reached', () => {
    const ended = [looked, childEnds(key(1))] as const;
    expect(holds(`outcome.ask == 'submitted'`, ...ended)).toBe(true);
    expect(holds(`outcome.look == 'agreed'`, ...ended)).toBe(true);
    expect(holds('outcome.check == null', ...ended)).toBe(true);
  });

  test('cases that ended differently are mixed', () => {
    const perRow = waiting({ each: 'ask.shops' }, [
      {
        which: {
          title: 'Which',
          choose: [
            { title: 'So', when: "outcome.quotes == 'mixed'", steps: [{ extra: approve('boss', { title: 'Extra' }) }] },
            { title: 'Else', else: [] },
          ],
        },
      },
    ]);
    const mixed = given(perRow, ask(rows), looked, childEnds(key(1), 'completed'), childEnds(key(2), 'rejected'));
    expect(asked(mixed.state)).toEqual({ extra: ['cleo'] });
  });

  test('a step in a branch that is not taken was skipped, one whose branch was rejected, too', () => {
    const branching = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            title: 'Both',
            parallel: [
              {
                steps: [
                  { look: approve('boss', { reject: { ends: 'branch' } }) },
                  { later: approve('boss', { title: 'Later' }) },
                ],
              },
              { when: "ask.what == 'a car'", title: 'Car', steps: [{ drive: approve('boss', { title: 'Drive' }) }] },
            ],
          },
        },
        {
          which: {
            title: 'Which',
            choose: [
              {
                title: 'So',
                when: "outcome.look == 'rejected' && outcome.later == 'skipped' && outcome.drive == 'skipped'",
                steps: [{ extra: approve('lead', { title: 'Extra' }) }],
              },
              { title: 'Else', else: [] },
            ],
          },
        },
      ],
    });
    expect(asked(given(branching, ask(), rejects('cleo', 'look')).state)).toEqual({ extra: ['ben', 'dan'] });
  });
});

describe('rule 11: a start that finds nobody goes to an administrator', () => {
  const lost = processOf({
    forms: { ask: { what: { type: 'text', title: 'What' }, who: { type: 'person', title: 'Who' } } },
    roles: { who: { field: 'ask.who' } },
    rules: { nobody: { to: { field: 'ask.who' } }, self: 'allow', repeat: 'ask' },
    foreign: { quoting: quote },
    steps: [{ ask: fill('ask', 'starter') }, { quotes: { start: 'quoting', as: 'who' } }],
  });

  test('the decision stands', () => {
    const { events } = given(lost).when(ask());
    expect(events.find(({ type }) => type === 'StartRequested')?.data).toMatchObject({ starter: 'cleo' });
  });

  test('without administrators the order goes out for the starter, and fails where somebody sees it', () => {
    const { organisation } = given(lost).told.facts;
    const none = { ...organisation, hasRole: () => false };
    const { events } = given(lost, { organisation: none }).when(on('2026-11-02 10:00', ask()));
    expect(events.find(({ type }) => type === 'StartRequested')?.data).toMatchObject({ starter: 'ada' });
  });
});
