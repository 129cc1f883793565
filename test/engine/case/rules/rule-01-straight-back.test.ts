import { describe, expect, test } from 'vitest';
import { agrees, on, rejects, returns, starts, step, submits, withdraws } from '../../../support/acts.ts';
import { peopleChanged } from '../../../support/company.ts';
import { asked, digest, event, given, instant } from '../../../support/given.ts';
import { asLead, asStarter, seat } from '../../../support/seats.ts';
import { approve, fill, processOf, straightBackTo } from '../../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen', amount: '50' } });
const fix = (ask: object = {}) => submits('ada', 'ask', { values: { ask } });
const roles = { manager: { managerOf: 'starter' } } as const;
const then = 'straightBack';
const straight = { then } as const;
const back = straightBackTo('ask', 'check');

/** Ben sees what, a lead sees the amount, Cleo sees both and sends back. */
const direct = processOf({
  roles,
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('manager', { hide: ['ask.amount'], due: '2d' }) },
    { second: approve('lead', { see: ['ask.amount'] }) },
    { last: approve('boss', { return: back }) },
  ],
  withdraw: { until: 'last' },
});
const returned = [pen, agrees('ben', 'check'), agrees('dan', 'second'), returns('cleo', 'last', 'ask')] as const;

describe('rule 1: straight back to the step that returned (退回后直达)', () => {
  test('only the step returned to and the one that returns begin anew', () => {
    const told = given(direct, ...returned.slice(0, 3)).when(returned[3]);
    told.records(
      event('StepReturned', {
        step: step('last'),
        round: 1,
        seat: 5,
        to: step('ask'),
        opinion: 'Look again.',
        reset: [step('ask'), step('last')],
        cancelled: [],
        ...straight,
      }),
      event('StepEntered', { step: step('ask'), round: 2, seats: [seat(6, 'ada', asStarter)] }),
    );
    expect(told.state.steps).toMatchObject({ check: { status: 'done' }, second: { status: 'done' } });
  });

  test('vector (16): nothing changed, the step that returned is asked at once', () => {
    const told = given(direct, ...returned).when(fix());
    told.recordsTypes('StepSubmitted', 'StepCompleted', 'StepEntered');
    expect(asked(told.state)).toEqual({ last: ['cleo'] });
    expect(told.state.rounds).toMatchObject({ ask: 2, check: 1, second: 1, last: 2 });
  });

  test('vector (16): a visible field changed, exactly the approvals bound to it are asked again', () => {
    const told = given(direct, ...returned).when(on('2026-11-05 09:00', fix({ what: 'a red pen' })));
    expect(told.events.slice(2)).toEqual([
      event('SeatsReopened', {
        step: step('check'),
        round: 1,
        seats: [
          {
            was: 2,
            seat: seat(7, 'ben', {
              rule: 'reopened',
              params: { by: 'ada', fields: 'ask.what' },
              because: [{ rule: 'manager-of', params: { person: 'ada' } }],
            }),
          },
        ],
        changed: ['ask.what'],
        due: { at: instant('2026-11-08 00:00'), provisional: false },
      }),
    ]);
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    const again = given(direct, ...returned, fix({ what: 'a red pen' })).when(agrees('ben', 'check'));
    expect(again.events[0]).toMatchObject({ data: { seat: 7, digest: digest({ ask: { what: 'a red pen' } }) } });
    expect(asked(again.state)).toEqual({ last: ['cleo'] });
  });

  test('vector (16): a hidden field changed, the approvals that do not show it stand', () => {
    const told = given(direct, ...returned, fix({ amount: '60' }));
    expect(asked(told.state)).toEqual({ second: ['dan'] });
    expect(asked(told.when(agrees('dan', 'second')).state)).toEqual({ last: ['cleo'] });
  });

  test('several approvals changed: they are asked in the order of the process, then the step that returned', () => {
    const told = given(direct, ...returned, fix({ what: 'a red pen', amount: '60' }));
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    const next = given(direct, ...returned, fix({ what: 'a red pen', amount: '60' }), agrees('ben', 'check'));
    expect(asked(next.state)).toEqual({ second: ['dan'] });
    expect(next.told.entries.at(-1)?.events.at(-1)).toMatchObject({ data: { changed: ['ask.amount'] } });
    expect(asked(next.when(agrees('dan', 'second')).state)).toEqual({ last: ['cleo'] });
  });

  test('whoever agreed has left since: somebody else is asked instead', () => {
    const gone = { organisation: peopleChanged({ dan: { active: false } }) };
    expect(asked(given(direct, ...returned, gone, fix({ amount: '60' })).state)).toEqual({ second: ['ben'] });
  });

  test('a second return on the way goes straight back as well, and both are come back to', () => {
    const twice = processOf({
      roles,
      steps: [
        { ask: fill('ask', 'starter') },
        { first: approve('boss', { see: ['ask.what'] }) },
        { check: approve('manager', { return: straightBackTo('ask') }) },
        { second: approve('lead', { see: ['ask.amount'] }) },
        { last: approve('boss', { return: back }) },
      ],
    });
    const way = [
      pen,
      agrees('cleo', 'first'),
      agrees('ben', 'check'),
      agrees('dan', 'second'),
      returns('cleo', 'last', 'check'),
      returns('ben', 'check', 'ask'),
    ] as const;
    expect(asked(given(twice, ...way).state)).toEqual({ ask: ['ada'] });
    expect(asked(given(twice, ...way, fix({ amount: '60' })).state)).toEqual({ check: ['ben'] });
    const told = given(twice, ...way, fix({ amount: '60' }), agrees('ben', 'check'));
    expect(asked(told.state)).toEqual({ second: ['dan'] });
    expect(asked(told.when(agrees('dan', 'second')).state)).toEqual({ last: ['cleo'] });
  });

  test('a return that reruns everything, or a withdrawal, ends the way straight back', () => {
    const told = given(direct, ...returned, fix(), withdraws('ada', 'keep'), fix());
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    expect(told.state.straightBack).toEqual({});
  });

  test('a branch that was rejected alone is led past and not come back to', () => {
    const sided = processOf({
      roles,
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            parallel: [
              { steps: [{ check: approve('manager', { reject: { ends: 'branch' } }) }] },
              { steps: [{ second: approve('lead') }] },
            ],
          },
        },
        { last: approve('boss', { return: back }) },
      ],
    });
    const sent = [pen, rejects('ben', 'check'), agrees('dan', 'second'), returns('cleo', 'last', 'ask')] as const;
    const told = given(sided, ...sent).when(fix({ what: 'a red pen' }));
    expect(asked(told.state)).toEqual({ second: ['dan'] });
    const again = given(sided, ...sent, fix({ what: 'a red pen' })).when(agrees('dan', 'second'));
    expect(asked(again.state)).toEqual({ last: ['cleo'] });
  });

  test('a step returned to is asked although the same person agreed to the same content', () => {
    const told = given(direct, pen, agrees('ben', 'check'), agrees('dan', 'second'), returns('cleo', 'last', 'check'));
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    expect(asked(told.when(agrees('ben', 'check')).state)).toEqual({ last: ['cleo'] });
  });
});

describe('rule 1: what lies between is judged again', () => {
  const chosen = processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      {
        size: {
          choose: [
            { when: 'ask.amount > 100', steps: [{ big: approve('boss') }] },
            { else: [{ small: approve('lead') }] },
          ],
        },
      },
      { after: approve('lead', { see: ['ask.what'] }) },
      { last: approve('boss', { return: straightBackTo('ask') }) },
    ],
  });
  const way = [pen, agrees('dan', 'small'), agrees('ben', 'after'), returns('cleo', 'last', 'ask')] as const;

  test('the same branch is taken: the choice and what follows stand', () => {
    const told = given(chosen, ...way).when(fix({ amount: '60' }));
    told.recordsTypes('StepSubmitted', 'StepCompleted', 'SeatsReopened');
    expect(asked(told.state)).toEqual({ small: ['dan'] });
  });

  test('another branch would be taken: the choice and everything after it run again', () => {
    const told = given(chosen, ...way).when(fix({ amount: '600' }));
    expect(told.events.slice(2, 4)).toMatchObject([
      { type: 'PathsReset', data: { reset: ['size', 'big', 'small', 'after', 'last'], cancelled: [] } },
      { type: 'PathChosen', data: { branches: [{ taken: true }, { taken: false }] } },
    ]);
    expect(asked(told.state)).toEqual({ big: ['cleo'] });
    const on2 = given(chosen, ...way, fix({ amount: '600' }), agrees('cleo', 'big'));
    expect(asked(on2.state)).toEqual({ after: ['ben', 'dan'] });
    expect(asked(on2.when(agrees('dan', 'after')).state)).toEqual({ last: ['cleo'] });
  });

  test('a branch of a parallel block would be taken as well: the block runs again', () => {
    const forked = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            parallel: [
              { steps: [{ one: approve('lead') }] },
              { when: 'ask.amount > 100', steps: [{ two: approve('boss') }] },
            ],
          },
        },
        { last: approve('boss', { return: straightBackTo('ask') }) },
      ],
    });
    const told = given(forked, pen, agrees('dan', 'one'), returns('cleo', 'last', 'ask'), fix({ amount: '600' }));
    expect(asked(told.state)).toEqual({ one: ['dan', 'ben'], two: ['cleo'] });
    expect(told.state.steps[step('one')]?.seats[0]?.reason).toEqual({
      rule: 'familiar',
      params: { person: 'dan' },
      because: [asLead],
    });
  });
});

describe('rule 1: straight back out of a parallel block', () => {
  const parallel = processOf({
    roles,
    steps: [
      { ask: fill('ask', 'starter') },
      {
        both: {
          return: straightBackTo('ask'),
          parallel: [
            { steps: [{ a1: approve('boss') }, { a2: approve('boss') }] },
            { steps: [{ b1: approve('manager') }, { b2: approve('lead', { mode: 'all' }) }] },
          ],
        },
      },
      { last: approve('boss') },
    ],
  });
  const way = [
    pen,
    agrees('ben', 'b1'),
    agrees('cleo', 'a1'),
    agrees('dan', 'b2'),
    returns('cleo', 'a2', 'ask'),
  ] as const;

  test('what is open beside it begins anew, what was decided stays', () => {
    const { state, told } = given(parallel, ...way);
    expect(told.entries.at(-1)?.events[0]).toMatchObject({ data: { reset: ['ask', 'a2', 'b2'] } });
    expect(state.steps).toMatchObject({ a1: { status: 'done' }, b1: { status: 'done' } });
    expect(asked(state)).toEqual({ ask: ['ada'] });
  });

  test('unchanged: the step that returned and the open one beside it go on', () => {
    expect(asked(given(parallel, ...way, fix()).state)).toEqual({ a2: ['cleo'], b2: ['ben', 'dan'] });
  });

  test('changed: in every branch what was agreed before is asked again first', () => {
    const told = given(parallel, ...way, fix({ what: 'a red pen' }));
    expect(asked(told.state)).toEqual({ a1: ['cleo'], b1: ['ben'] });
    const more = given(parallel, ...way, fix({ what: 'a red pen' }), agrees('cleo', 'a1'), agrees('ben', 'b1'));
    expect(asked(more.state)).toEqual({ a2: ['cleo'], b2: ['ben', 'dan'] });
  });

  test('the step that returned waits until what it led past was looked at in the other branches too', () => {
    const tall = processOf({
      roles,
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            return: straightBackTo('ask'),
            parallel: [
              { steps: [{ a: approve('boss') }] },
              { steps: [{ b1: approve('manager', { see: ['ask.what'] }) }, { b2: approve('lead') }] },
            ],
          },
        },
      ],
    });
    const decided = [pen, agrees('ben', 'b1'), agrees('dan', 'b2'), returns('cleo', 'a', 'ask')] as const;
    const told = given(tall, ...decided, fix({ what: 'a red pen' }));
    expect(asked(told.state)).toEqual({ b1: ['ben'] });
    const next = given(tall, ...decided, fix({ what: 'a red pen' }), agrees('ben', 'b1'));
    expect(asked(next.state)).toEqual({ a: ['cleo'], b2: ['dan'] });
    expect(next.state.straightBack).toEqual({});
  });
});
