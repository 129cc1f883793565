import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../engine/case/facts.ts';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import {
  type Act,
  adds,
  agrees,
  claims,
  consults,
  person,
  returns,
  starts,
  step,
  submits,
  takesBack,
  transfers,
} from '../../../support/acts.ts';
import { asked, event, given } from '../../../support/given.ts';
import { asLead, seat } from '../../../support/seats.ts';
import { approve, fill, formsOf, processOf } from '../../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen', amount: '50' } });
const [check, last] = [step('check'), step('last')];
const refusal = (why: string) => ({ code: 'not-allowed', action: 'takeBack', why }) as never;

/** Ada asks, the leads check, the boss decides. */
const chain = (more: Partial<ApproveStep> = {}) =>
  processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', more) }, { last: approve('boss') }] });
const agreed = [pen, agrees('dan', 'check')] as const;

describe('rule 9: taking a decision back (拿回)', () => {
  test('the person is asked again in the same round, and what followed begins anew', () => {
    const told = given(chain(), ...agreed).when(takesBack('dan', 'check', 'Wrong sum.'));
    told.records(
      event('SeatTakenBack', {
        step: check,
        round: 1,
        seat: 3,
        to: seat(5, 'dan', { rule: 'taken-back', params: { by: 'dan' }, because: [asLead] }),
        opinion: 'Wrong sum.',
        reset: [last],
        cancelled: [4],
      }),
    );
    expect(asked(told.state)).toEqual({ check: ['dan'] });
    expect(told.state.steps[check]?.seats[1]).toMatchObject({ status: 'superseded', end: { rule: 'taken-back' } });
    expect(told.state.agreements).toEqual([]);
  });

  test('deciding again goes on as if nothing had happened', () => {
    const told = given(chain(), ...agreed, takesBack('dan', 'check'), agrees('dan', 'check'));
    expect(asked(told.state)).toEqual({ last: ['cleo'] });
    expect(told.state.rounds).toEqual({ ask: 1, check: 1, last: 2 });
  });

  test('a submission too: the form is open again with what was typed', () => {
    const told = given(chain(), pen, takesBack('ada', 'ask'));
    expect(asked(told.state)).toEqual({ ask: ['ada'] });
    const fixed = told.when(submits('ada', 'ask', { values: { ask: { amount: '60' } } }));
    expect(fixed.state.values).toEqual({ ask: { what: 'a pen', amount: '60.00' } });
    expect(asked(fixed.state)).toEqual({ check: ['ben', 'dan'] });
  });

  test('while others of the round are still asked, only the own vote is undone', () => {
    const told = given(chain({ mode: 'all' }), ...agreed, takesBack('dan', 'check'));
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
    expect(asked(told.when(agrees('ben', 'check')).state)).toEqual({ check: ['dan'] });
  });

  test('of several who agreed, any one may: the others stand', () => {
    const told = given(chain({ mode: 'all' }), ...agreed, agrees('ben', 'check'), takesBack('dan', 'check'));
    expect(asked(told.state)).toEqual({ check: ['dan'] });
    expect(asked(told.when(agrees('dan', 'check')).state)).toEqual({ last: ['cleo'] });
  });

  test('in turn: whose turn it had become waits again', () => {
    const told = given(chain({ mode: 'sequential' }), pen, agrees('ben', 'check')).when(takesBack('ben', 'check'));
    expect(told.events[0]).toMatchObject({ data: { seat: 2, cancelled: [], resting: [3] } });
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    const again = given(chain({ mode: 'sequential' }), pen, agrees('ben', 'check'), takesBack('ben', 'check'));
    expect(asked(again.when(agrees('ben', 'check')).state)).toEqual({ check: ['dan'] });
  });

  test('whoever was asked first takes it back: the one who asked waits again, and so does the clock', () => {
    const timed = chain({ due: '2d' });
    const way = [pen, adds('dan', 'check', 'before', ['cleo']), agrees('cleo', 'check')] as const;
    expect(asked(given(timed, ...way).state)).toEqual({ check: ['ben', 'dan'] });
    const told = given(timed, ...way).when(takesBack('cleo', 'check'));
    told.recordsTypes('SeatTakenBack', 'ClockStopped');
    expect(asked(told.state)).toEqual({ check: ['ben', 'cleo'] });
  });

  test('signers added with the agreement go with it', () => {
    const told = given(chain(), pen, adds('dan', 'check', 'after', ['cleo']), takesBack('dan', 'check'));
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
  });

  test('needs a reason', () => {
    given(chain(), ...agreed)
      .when(takesBack('dan', 'check', ' '))
      .refuses({ code: 'opinion-required' });
  });
});

describe('rule 9: when a decision cannot be taken back', () => {
  test.each([
    ['somebody behind it has decided', [agrees('cleo', 'last')]],
    ['somebody behind it has handed the task on', [transfers('cleo', 'last', 'ben')]],
    ['somebody behind it has asked another first', [adds('cleo', 'last', 'before', ['ben'])]],
    ['somebody behind it has asked a question', [consults('cleo', 'last', 'ben')]],
    ['somebody behind it has claimed the task', [claims('cleo', 'last')]],
  ] satisfies (readonly [string, readonly Act[]])[])('%s', (_, acts) => {
    const long = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead') },
        { last: approve('boss', { claim: true }) },
        { after: approve('lead') },
      ],
    });
    given(long, ...agreed, ...acts)
      .when(takesBack('dan', 'check'))
      .refuses(refusal('acted-upon'));
  });

  test('the case has gone back', () => {
    const returning = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead') },
        { last: approve('boss', { return: { to: ['ask'] } }) },
      ],
    });
    given(returning, ...agreed, returns('cleo', 'last', 'ask'))
      .when(takesBack('dan', 'check'))
      .refuses(refusal('not-yours'));
  });

  test('an added signer or the next in turn has decided', () => {
    const ordered = chain({ mode: 'sequential', reject: { by: 'all' } });
    given(ordered, pen, agrees('ben', 'check'), agrees('dan', 'check'), agrees('cleo', 'last'))
      .when(takesBack('ben', 'check'))
      .refuses(refusal('too-late'));
    given(ordered, pen, agrees('ben', 'check'), agrees('dan', 'check'))
      .when(takesBack('ben', 'check'))
      .refuses(refusal('acted-upon'));
  });

  test('somebody who is asked now has opened the case since', () => {
    const viewed: Partial<Facts> = { viewedSince: [person('cleo')] };
    given(chain(), ...agreed, viewed)
      .when(takesBack('dan', 'check'))
      .refuses(refusal('viewed'));
    given(chain(), ...agreed, { viewedSince: [person('ada')] })
      .when(takesBack('dan', 'check'))
      .recordsTypes('SeatTakenBack');
  });

  test('the last decision has completed the case', () => {
    given(chain(), ...agreed, agrees('cleo', 'last'))
      .when(takesBack('cleo', 'last'))
      .refuses(refusal('too-late'));
  });

  test('it is somebody else’s, or none', () => {
    given(chain(), ...agreed)
      .when(takesBack('ben', 'check'))
      .refuses(refusal('not-yours'));
    given(chain(), ...agreed)
      .when(takesBack('cleo', 'last'))
      .refuses(refusal('not-yours'));
  });

  test('the process does not allow it', () => {
    given(chain({ allow: ['transfer'] }), ...agreed)
      .when(takesBack('dan', 'check'))
      .refuses(refusal('not-in-this-process'));
  });

  test('it was given by itself', () => {
    const repeated = processOf({
      rules: { nobody: { to: { post: 'boss' } }, self: { to: { managerOf: 'self' } }, repeat: 'skip-unchanged' },
      roles: { manager: { managerOf: 'starter' } },
      steps: [
        { ask: fill('ask', 'starter') },
        { one: approve('manager') },
        { two: approve('manager') },
        { last: approve('boss') },
      ],
    });
    const told = given(repeated, pen, agrees('ben', 'one'));
    told.when(takesBack('ben', 'two')).refuses(refusal('decided-automatically'));
    told.when(takesBack('ben', 'one')).recordsTypes('SeatTakenBack');
    expect(asked(told.when(takesBack('ben', 'one')).state)).toEqual({ one: ['ben'] });
  });
});

describe('rule 9: taking back past what ran', () => {
  const memo = formsOf({ memo: { text: { type: 'text', title: 'Text' } } });
  const behind = (effect: object) =>
    processOf({
      foreign: { other: memo },
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead') },
        { effect: effect as never },
        { last: approve('boss') },
      ],
    });

  test('a write that can be undone is undone', () => {
    const insert = { what: 'ask.what', state: "'asked'" };
    const told = given(behind({ ledger: 'requests', insert, undo: { state: "'open'" } }), ...agreed);
    const back = told.when(takesBack('dan', 'check'));
    back.recordsTypes('LedgerWritten', 'SeatTakenBack');
    expect(back.events[0]).toMatchObject({ data: { undo: true, cells: { state: 'open', what: 'a pen' } } });
  });

  test('a write that cannot, or a case that was started, makes it too late', () => {
    given(behind({ ledger: 'requests', insert: { what: 'ask.what' } }), ...agreed)
      .when(takesBack('dan', 'check'))
      .refuses(refusal('too-late'));
    given(behind({ start: 'other', as: 'starter' }), ...agreed)
      .when(takesBack('dan', 'check'))
      .refuses(refusal('too-late'));
  });
});
