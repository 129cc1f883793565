import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../engine/case/reason.ts';
import {
  agrees,
  cancels,
  handsOver,
  jumps,
  person,
  reassigns,
  rejects,
  starts,
  step,
  terminates,
} from '../../support/acts.ts';
import { peopleChanged } from '../../support/company.ts';
import { asked, event, given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const form = { ask: { what: 'a pen' } };
const everybody = { organisation: peopleChanged({ fay: { active: true } }) };
const leads: Reason = { rule: 'post', params: { post: 'lead' } };
const taken = (...branches: readonly boolean[]) =>
  branches.map((each, index) => ({ index, taken: each, because: { rule: 'jumped' } }) as const);

const process = processOf({
  cancel: { by: ['starter'] },
  roles: { clerk: { post: 'clerk' } },
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('lead', { mode: 'sequential' }) },
    { write: { ledger: 'requests', insert: { what: 'ask.what' }, undo: { state: '"void"' } } },
    {
      both: {
        parallel: [
          { steps: [{ left: approve('boss') }, { left2: approve('lead') }] },
          { steps: [{ right: approve('lead') }] },
        ],
      },
    },
    {
      way: {
        choose: [
          { when: 'ask.what == "a pen"', steps: [{ pen: approve('boss') }] },
          { else: [{ other: approve('lead') }] },
        ],
      },
    },
    { tell: { copy: ['lead'], see: ['ask'] } },
    { last: approve('boss') },
  ],
});

describe('an administrator gives a seat to somebody else (改派)', () => {
  const told = () => given(process, everybody, starts('ada', form));

  test('the seat moves in its place, and the case says who did it', () => {
    const reason: Reason = { rule: 'reassigned', params: { from: 'dan', by: 'cleo' }, because: [leads] };
    const act = told().when(reassigns('cleo', 'check', 3, 'fay'));
    const to = { id: 4, person: person('fay'), reason, waiting: true as const };
    act.records(event('SeatMoved', { step: step('check'), round: 1, seat: 3, to, opinion: 'On leave.' }));
    expect(act.state.interventions).toMatchObject([
      { kind: 'reassigned', by: 'cleo', opinion: 'On leave.', step: 'check' },
    ]);
  });

  test('handed over by somebody who leaves, it says that', () => {
    const { state } = told().when(handsOver('cleo', 'check', 2, 'fay'));
    expect(state.steps[step('check')]?.seats[1]).toMatchObject({
      person: 'fay',
      status: 'open',
      reason: { rule: 'leaver', params: { person: 'ben', by: 'cleo' } },
    });
    expect(state.interventions).toMatchObject([{ kind: 'reassigned', by: 'cleo' }]);
  });

  test('only administrators may, with a reason, for a seat that is still undecided', () => {
    told()
      .when(reassigns('ben', 'check', 2, 'fay'))
      .refuses({ code: 'not-allowed', action: 'reassign', why: 'not-an-administrator' });
    told()
      .when(reassigns('cleo', 'check', 2, 'fay', ' '))
      .refuses({ code: 'opinion-required' });
    const later = given(process, everybody, starts('ada', form), agrees('ben', 'check'));
    later.when(reassigns('cleo', 'check', 2, 'fay')).refuses({ code: 'step-moved', step: step('check') });
    later.when(reassigns('cleo', 'nowhere', 2, 'fay')).refuses({ code: 'step-moved', step: step('nowhere') });
  });

  test.each([
    ['nobody-at-all', 'unknown'],
    ['eve', 'external'],
    ['dan', 'has-a-seat'],
    ['ada', 'starter'],
  ] as const)('%s cannot have it: %s', (to, why) => {
    told()
      .when(reassigns('cleo', 'check', 2, to))
      .refuses({ code: 'transfer-not-allowed', to, why });
  });

  test('whoever has left cannot have it', () => {
    given(process, starts('ada', form))
      .when(reassigns('cleo', 'check', 2, 'fay'))
      .refuses({ code: 'transfer-not-allowed', to: 'fay', why: 'left' });
  });
});

describe('ending a case as void (作废)', () => {
  const told = () => given(process, starts('ada', form));

  test('whoever has a role that may, by themselves', () => {
    const act = told().when(cancels('ada'));
    act.records(event('CaseCancelled', { opinion: 'Not needed.', cancelled: [2, 3] }));
    expect(act.state).toMatchObject({ status: 'cancelled', interventions: [] });
  });

  test('an administrator too, and it shows', () => {
    expect(told().when(cancels('cleo')).state).toMatchObject({
      status: 'cancelled',
      interventions: [{ kind: 'cancelled', by: 'cleo', opinion: 'Not needed.' }],
    });
    told()
      .when(terminates('cleo'))
      .records(event('CaseCancelled', { opinion: 'Entered twice.', cancelled: [2, 3], forced: true }));
  });

  test('nobody else, and not without a reason', () => {
    told().when(cancels('ben')).refuses({ code: 'not-allowed', action: 'cancel', why: 'not-yours' });
    told().when(terminates('ada')).refuses({ code: 'not-allowed', action: 'terminate', why: 'not-an-administrator' });
    told().when(cancels('ada', '')).refuses({ code: 'opinion-required' });
    const plain = processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }] });
    given(plain, starts('ada', form))
      .when(cancels('ada'))
      .refuses({ code: 'not-allowed', action: 'cancel', why: 'not-in-this-process' });
  });

  test('not after the end', () => {
    given(process, starts('ada', form), rejects('ben', 'check')).when(terminates('cleo')).refuses({ code: 'not-open' });
  });
});

describe('an administrator moves a case (跳转)', () => {
  const begun = () => given(process, starts('ada', form));
  const inBlock = () => given(process, starts('ada', form), agrees('ben', 'check'), agrees('dan', 'check'));

  test('forward: what lies between counts as done, and its effects do not happen', () => {
    const act = begun().when(jumps('cleo', 'last'));
    act.recordsTypes('CaseJumped', 'StepEntered');
    expect(act.events[0]).toEqual(
      event('CaseJumped', {
        to: step('last'),
        opinion: 'Stuck.',
        reset: [],
        passed: [step('check'), step('write'), step('tell')],
        branches: [
          { block: step('both'), taken: taken(false, false) },
          { block: step('way'), taken: taken(false, false) },
        ],
        cancelled: [2, 3],
      }),
    );
    expect(asked(act.state)).toEqual({ last: ['cleo'] });
    expect(act.state.rows).toEqual({});
    expect(act.state.steps[step('write')]).toMatchObject({ status: 'done', passed: true });
    expect(act.state.interventions).toMatchObject([{ kind: 'jumped', by: 'cleo', step: 'last', opinion: 'Stuck.' }]);
    const ended = given(process, starts('ada', form), jumps('cleo', 'last'), agrees('cleo', 'last'));
    expect(ended.state.status).toBe('completed');
  });

  test('into a parallel block that is not entered: only the branch that leads there', () => {
    const { state } = begun().when(jumps('cleo', 'left2'));
    expect(state.branches[step('both')]).toEqual(taken(true, false));
    expect(asked(state)).toEqual({ left2: ['ben', 'dan'] });
    const on = given(process, starts('ada', form), jumps('cleo', 'left2'), agrees('ben', 'left2'));
    expect(asked(on.state)).toEqual({ pen: ['cleo'] });
  });

  test('within a parallel block that is under way the other branches go on', () => {
    const act = inBlock().when(jumps('cleo', 'left2'));
    expect(act.events[0]).toMatchObject({ data: { reset: [], passed: ['left'], branches: [] } });
    expect(asked(act.state)).toEqual({ left2: ['ben', 'dan'], right: ['ben', 'dan'] });
  });

  test('out of a parallel block that is under way: what it still asks is passed over', () => {
    const act = inBlock().when(jumps('cleo', 'pen'));
    expect(act.events[0]).toMatchObject({
      data: { passed: ['left', 'left2', 'right'], branches: [{ block: 'way', taken: taken(true, false) }] },
    });
    expect(asked(act.state)).toEqual({ pen: ['cleo'] });
  });

  test('into a branch that its condition would not take', () => {
    const { state } = given(process, starts('ada', form), jumps('cleo', 'pen')).when(jumps('cleo', 'other'));
    expect(state.branches[step('way')]).toEqual(taken(false, true));
    expect(asked(state)).toEqual({ other: ['ben', 'dan'] });
    expect(state.steps[step('pen')]).toBeUndefined();
  });

  test('back: everything from there on begins anew, and is asked again whatever was agreed', () => {
    const act = inBlock().when(jumps('cleo', 'check'));
    expect(act.events[1]).toMatchObject({
      type: 'CaseJumped',
      data: { reset: ['check', 'write', 'both', 'left', 'right'], passed: [], branches: [] },
    });
    expect(asked(act.state)).toEqual({ check: ['ben'] });
    expect(act.state.steps[step('check')]?.round).toBe(2);
  });

  test('back past a ledger step: what it wrote is undone, and what was jumped over never was', () => {
    const wrote = inBlock().when(jumps('cleo', 'check'));
    wrote.recordsTypes('LedgerWritten', 'CaseJumped', 'StepEntered');
    expect(wrote.events[0]).toMatchObject({ data: { step: 'write', undo: true, cells: { state: 'void' } } });
    const never = given(process, starts('ada', form), jumps('cleo', 'last')).when(jumps('cleo', 'check'));
    never.recordsTypes('CaseJumped', 'StepEntered');
    expect(never.state.steps[step('write')]).toBeUndefined();
  });

  test('to the step that is open: it begins anew', () => {
    expect(asked(begun().when(jumps('cleo', 'check')).state)).toEqual({ check: ['ben'] });
  });

  test('to a step that asks nobody: it happens, and the case goes on', () => {
    const { state } = begun().when(jumps('cleo', 'tell'));
    expect(asked(state)).toEqual({ last: ['cleo'] });
    expect(state.copies[person('ben')]).toEqual(['ask.what', 'ask.amount']);
  });

  test('only administrators, only with a reason, only to a step of the process', () => {
    begun().when(jumps('ada', 'last')).refuses({ code: 'not-allowed', action: 'jump', why: 'not-an-administrator' });
    begun()
      .when(jumps('cleo', 'last', ''))
      .refuses({ code: 'opinion-required' });
    begun().when(jumps('cleo', 'nowhere')).refuses({ code: 'not-allowed', action: 'jump', why: 'not-in-this-process' });
    begun().when(jumps('cleo', 'both')).refuses({ code: 'not-allowed', action: 'jump', why: 'not-in-this-process' });
  });
});
