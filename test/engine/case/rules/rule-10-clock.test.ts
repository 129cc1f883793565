import { describe, expect, test } from 'vitest';
import { taskChanges } from '../../../../engine/case/tasks.ts';
import { wakeAt } from '../../../../engine/case/tick.ts';
import type { StepId } from '../../../../engine/shared/brand.ts';
import {
  adds,
  advises,
  agrees,
  cancels,
  changesDue,
  delegates,
  holds,
  on,
  resumes,
  returns,
  starts,
  step,
  submits,
  ticks,
} from '../../../support/acts.ts';
import { crowd } from '../../../support/crowd.ts';
import { event, type given as Given, given, instant } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen' } });
const check = step('check');

/** Asked on Monday, 2 November 2026, nine o'clock; three working days end with Thursday, 5 November. */
const timed = (due = '3wd') =>
  processOf({
    cancel: { by: ['lead'] },
    steps: [
      { ask: fill('ask', 'starter') },
      { check: approve('boss', { due, remind: ['1wd'], allow: ['transfer', 'delegate', 'add'] }) },
      { last: approve('lead', { due: '1wd' }) },
    ],
  });
const wakes = ({ told, state }: ReturnType<typeof Given>) => wakeAt(told.definition, state, told.facts);
const dueOf = ({ state }: ReturnType<typeof Given>, id: StepId = check) => state.steps[id]?.due?.at;

describe('rule 10: a clock stands still while somebody else is asked first', () => {
  const stopped = [timed(), pen, on('2026-11-03 10:00', adds('cleo', 'check', 'before', ['ben']))] as const;

  test('the own deadline never comes meanwhile; those asked first have as long as the step gives', () => {
    const told = given(...stopped);
    expect(told.state.steps[check]?.stopped?.asked).toEqual({ at: instant('2026-11-07 00:00'), provisional: false });
    expect(wakes(told)).toBe(instant('2026-11-05 09:00'));
    const late = told.when(ticks('2026-12-31 00:00'));
    const moment = {
      step: check,
      round: 1,
      due: instant('2026-11-07 00:00'),
      copied: [],
      see: ['ask.what', 'ask.amount'],
    };
    late.records(
      event('AskedFirstLate', { ...moment, level: 1, seats: [3] }),
      event('AskedFirstLate', { ...moment, level: 2, seats: [3] }),
    );
    expect(late.state.steps[check]).toMatchObject({ late: 0, reminded: 0, stopped: { noticed: 2 } });
  });

  test('a late sweep says it once, a second one says nothing', () => {
    const told = given(...stopped, ticks('2026-12-31 00:00'));
    told.when(ticks('2026-12-31 00:00')).records();
    expect(wakes(told)).toBeUndefined();
  });

  test('whoever is asked first sees the own deadline in the task list, the adder that of the step', () => {
    const [, added] = given(...stopped).told.entries.slice(-2);
    expect(added?.events.map(({ type }) => type)).toEqual(['SignersAdded', 'ClockStopped']);
    const { definition, state } = given(...stopped).told;
    if (added === undefined || state === undefined) throw new Error('nothing was added');
    expect(taskChanges(definition, state, added)).toMatchObject([
      { change: 'rest', seat: 2 },
      { change: 'add', seat: 3, due: { at: instant('2026-11-07 00:00') } },
    ]);
  });

  test('then what was left is left', () => {
    const told = given(...stopped, on('2026-11-06 10:00', agrees('ben', 'check')));
    expect(dueOf(told)).toBe(instant('2026-11-11 00:00'));
    expect(wakes(told)).toBe(instant('2026-11-09 09:00'));
  });

  test('a second signer does not stop it a second time', () => {
    const both = given(timed(), pen, on('2026-11-03 10:00', adds('cleo', 'check', 'before', ['ben', 'dan'])));
    const one = both.when(on('2026-11-04 10:00', agrees('ben', 'check')));
    expect(one.state.steps[check]?.stopped).toMatchObject({ at: instant('2026-11-03 10:00'), seat: 2 });
    const told = given(
      timed(),
      pen,
      on('2026-11-03 10:00', adds('cleo', 'check', 'before', ['ben', 'dan'])),
      on('2026-11-04 10:00', agrees('ben', 'check')),
      on('2026-11-05 10:00', agrees('dan', 'check')),
    );
    expect(told.state.steps[check]).toMatchObject({ due: { at: instant('2026-11-10 00:00') } });
    expect(told.state.steps[check]?.stopped).toBeUndefined();
  });

  test('nor does a second person who asks somebody first', () => {
    const both = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead', { mode: 'all', due: '3wd', allow: ['delegate'] }) },
      ],
    });
    const crew = { organisation: crowd(2) };
    const told = given(both, crew, pen, on('2026-11-03 10:00', delegates('l1', 'check', 'h1')));
    told.when(on('2026-11-04 10:00', delegates('l2', 'check', 'h2'))).recordsTypes('SeatDelegated');
  });

  test('hours stand still by the minute', () => {
    const told = given(
      timed('10h'),
      pen,
      on('2026-11-02 12:00', delegates('cleo', 'check', 'dan')),
      on('2026-11-03 12:30', advises('dan', 'check')),
    );
    expect(dueOf(told)).toBe(instant('2026-11-03 19:30'));
  });

  test('a step without a deadline has no clock', () => {
    const free = processOf({
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('boss', { allow: ['add'] }) }],
    });
    given(free, pen)
      .when(adds('cleo', 'check', 'before', ['ben']))
      .recordsTypes('SignersAdded');
  });
});

describe('rule 10: a case on hold stands still (挂起)', () => {
  const held = [timed(), pen, on('2026-11-03 10:00', holds('dan'))] as const;

  test('nobody decides and nothing is due until it is resumed', () => {
    const told = given(...held);
    expect(wakes(told)).toBeUndefined();
    told.when(ticks('2026-12-31 00:00')).records();
    told.when(agrees('cleo', 'check')).refuses({ code: 'held' });
    told.when(holds('dan')).refuses({ code: 'held' });
  });

  test('everybody reads who held it and why', () => {
    expect(given(...held).state).toMatchObject({
      held: { by: 'dan', at: instant('2026-11-03 10:00'), opinion: 'Waiting for the audit.' },
      interventions: [{ kind: 'held', by: 'dan', opinion: 'Waiting for the audit.' }],
    });
  });

  test('resumed, every deadline is as far away as it was', () => {
    const told = given(...held);
    const resumed = told.when(on('2026-11-09 08:00', resumes('dan')));
    resumed.records(
      event('CaseResumed', {
        opinion: 'The audit is done.',
        dues: [{ step: check, due: { at: instant('2026-11-12 00:00'), provisional: false } }],
      }),
    );
    expect(resumed.state.held).toBeUndefined();
  });

  test('twice held is counted twice', () => {
    const told = given(
      ...held,
      on('2026-11-04 10:00', resumes('dan')),
      on('2026-11-05 10:00', holds('cleo')),
      on('2026-11-06 10:00', resumes('cleo')),
    );
    expect(dueOf(told)).toBe(instant('2026-11-10 00:00'));
    expect(told.when(agrees('cleo', 'check')).state.status).toBe('open');
  });

  test('a clock that stood still before stands on, and the hold counts once', () => {
    const told = given(
      timed(),
      pen,
      on('2026-11-03 10:00', adds('cleo', 'check', 'before', ['ben'])),
      on('2026-11-04 10:00', holds('dan')),
      on('2026-11-05 10:00', resumes('dan')),
    );
    expect(told.state.steps[check]?.stopped?.asked?.at).toBe(instant('2026-11-10 00:00'));
    const answered = told.when(on('2026-11-06 10:00', agrees('ben', 'check')));
    expect(answered.state.steps[check]?.due?.at).toBe(instant('2026-11-11 00:00'));
  });

  test('a clock put back while it is on hold moves nothing', () => {
    const told = given(...held, on('2026-11-02 10:00', resumes('dan')));
    expect(dueOf(told)).toBe(instant('2026-11-06 00:00'));
  });

  test('is for those who may cancel it and for administrators, with a reason', () => {
    const told = given(timed(), pen);
    told.when(holds('ada')).refuses({ code: 'not-allowed', action: 'hold', why: 'not-yours' });
    told.when(holds('dan', ' ')).refuses({ code: 'opinion-required' });
    told.when(resumes('dan')).refuses({ code: 'not-allowed', action: 'resume', why: 'not-held' });
    given(...held)
      .when(resumes('ada'))
      .refuses({ code: 'not-allowed', action: 'resume', why: 'not-yours' });
    given(...held)
      .when(resumes('dan', ''))
      .refuses({ code: 'opinion-required' });
  });

  test('can still be cancelled', () => {
    expect(given(...held).when(cancels('dan')).state.status).toBe('cancelled');
  });

  test('planned starts wait, too', () => {
    const planned = processOf({
      forms: { plan: { day: { type: 'date', title: 'Day' } } },
      foreign: { small: { ask: { title: 'ask', fields: { what: { type: 'text', title: 'What' } } } } },
      steps: [
        { plan: fill('plan', 'starter') },
        { next: { title: 'Next', start: 'small', as: 'starter', at: 'plan.day' } },
        { check: approve('boss', { see: ['plan'] }) },
      ],
    });
    const told = given(planned, starts('ada', { plan: { day: '2026-11-10' } }));
    expect(wakes(told)).toBe(instant('2026-11-10 00:00'));
    const waiting = given(planned, starts('ada', { plan: { day: '2026-11-10' } }), holds('cleo'));
    expect(wakes(waiting)).toBeUndefined();
    waiting.when(ticks('2026-11-20 00:00')).records();
    const again = given(
      planned,
      starts('ada', { plan: { day: '2026-11-10' } }),
      holds('cleo'),
      on('2026-11-20 09:00', resumes('cleo')),
    );
    again.when(ticks('2026-11-20 09:00')).recordsTypes('StartRequested');
  });
});

describe('rule 10: a deadline is changed by hand, with a reason', () => {
  test('to local time, for everybody to read', () => {
    const told = given(timed(), pen).when(changesDue('dan', 'check', '2026-11-20T18:00'));
    told.records(
      event('DueChanged', {
        step: check,
        round: 1,
        due: { at: instant('2026-11-20 18:00'), provisional: false },
        opinion: 'The papers come late.',
      }),
    );
    expect(told.state.interventions).toMatchObject([{ kind: 'due-changed', by: 'dan', step: check }]);
  });

  test('what was said of the old one is forgotten, and reminders come anew', () => {
    const told = given(
      timed(),
      pen,
      ticks('2026-11-06 00:00'),
      on('2026-11-06 09:00', changesDue('dan', 'check', '2026-11-20T18:00')),
    );
    expect(told.state.steps[check]).toMatchObject({ late: 0, reminded: 0 });
    expect(wakes(told)).toBe(instant('2026-11-19 09:00'));
    told.when(ticks('2026-11-20 18:00')).recordsTypes('Reminded', 'DeadlinePassed');
  });

  test('it is moved by a hold like any other', () => {
    const told = given(
      timed(),
      pen,
      changesDue('dan', 'check', '2026-11-20T18:00'),
      on('2026-11-03 10:00', holds('dan')),
      on('2026-11-04 10:00', resumes('dan')),
    );
    expect(dueOf(told)).toBe(instant('2026-11-23 18:00'));
  });

  test('while the clock stands still, it is as far away afterwards as it was when it was set', () => {
    const told = given(
      timed(),
      pen,
      on('2026-11-03 10:00', adds('cleo', 'check', 'before', ['ben'])),
      on('2026-11-05 10:00', changesDue('dan', 'check', '2026-11-20T18:00')),
      on('2026-11-06 10:00', agrees('ben', 'check')),
    );
    expect(dueOf(told)).toBe(instant('2026-11-23 18:00'));
  });

  test('a later round has the deadline of the step again', () => {
    const back = processOf({
      cancel: { by: ['lead'] },
      steps: [
        { ask: fill('ask', 'starter', { due: '1wd' }) },
        { check: approve('boss', { due: '3wd', return: { to: ['ask'] } }) },
      ],
    });
    const told = given(
      back,
      pen,
      changesDue('dan', 'check', '2026-11-20T18:00'),
      returns('cleo', 'check', 'ask'),
      on('2026-11-03 10:00', submits('ada', 'ask')),
    );
    expect(dueOf(told)).toBe(instant('2026-11-07 00:00'));
  });

  test.each([
    '2026-11-02T09:00',
    '2026-11-01T09:00',
    '2026-11-31T09:00',
    '2026-11-20T24:00',
    '2026-11-20',
    'soon',
    '2126-11-20T09:00',
  ])('%s is no deadline', (due) => {
    given(timed(), pen)
      .when(changesDue('dan', 'check', due))
      .refuses({ code: 'bad-due', due });
  });

  test('whoever has decided already may set the deadline of the others', () => {
    const both = processOf({
      cancel: { by: ['lead'] },
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { mode: 'all', due: '3wd' }) }],
    });
    const told = given(both, pen, agrees('ben', 'check'));
    told.when(changesDue('ben', 'check', '2026-11-20T18:00')).recordsTypes('DueChanged');
    told
      .when(changesDue('dan', 'check', '2026-11-20T18:00'))
      .refuses({ code: 'not-allowed', action: 'changeDue', why: 'not-yours' });
  });

  test('nobody sets their own, an administrator neither', () => {
    const refusal = { code: 'not-allowed', action: 'changeDue', why: 'not-yours' } as const;
    given(timed(), pen)
      .when(changesDue('cleo', 'check', '2026-11-20T18:00'))
      .refuses(refusal);
    given(timed(), pen)
      .when(changesDue('ada', 'check', '2026-11-20T18:00'))
      .refuses(refusal);
  });

  test('there has to be one, at a step that is open, and a reason', () => {
    const told = given(timed(), pen);
    told.when(changesDue('dan', 'check', '2026-11-20T18:00', ' ')).refuses({ code: 'opinion-required' });
    told.when(changesDue('dan', 'last', '2026-11-20T18:00')).refuses({ code: 'step-moved', step: step('last') });
    const free = processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }] });
    given(free, pen)
      .when(changesDue('cleo', 'check', '2026-11-20T18:00'))
      .refuses({ code: 'not-allowed', action: 'changeDue', why: 'not-in-this-process' });
  });
});
