import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../../engine/case/reason.ts';
import { wakeAt } from '../../../../engine/case/tick.ts';
import type { ApproveStep, OverdueRule } from '../../../../schemas/generated/process.ts';
import { adds, agrees, person, rejects, starts, step, ticks } from '../../../support/acts.ts';
import { peopleChanged } from '../../../support/company.ts';
import { asked, event, given, instant } from '../../../support/given.ts';
import { asBoss } from '../../../support/seats.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen' } });
const check = step('check');
const overdueOf = (rules: readonly OverdueRule[]) => rules as [OverdueRule, ...OverdueRule[]];

/** Asked on Monday, 2 November 2026; one working day ends with Tuesday: late from Wednesday on. */
const timed = (rules: readonly OverdueRule[], more: Partial<ApproveStep> = {}) =>
  processOf({
    roles: { manager: { managerOf: 'starter' } },
    steps: [
      { ask: fill('ask', 'starter') },
      { check: approve('manager', { due: '1wd', overdue: overdueOf(rules), ...more }) },
      { last: approve('boss') },
    ],
  });
const late = '2026-11-04 00:00';
const passed = (level: number, at: string) =>
  event('DeadlinePassed', {
    step: check,
    round: 1,
    level,
    due: instant(at),
    copied: [],
    see: ['ask.what', 'ask.amount'],
  });
const taken = (from: string, because: Reason): Reason => ({ rule: 'escalated', params: { from }, because: [because] });

describe('rule 10: a late task goes to somebody else (逾期升级)', () => {
  test('who takes it over, and from whom, is recorded', () => {
    given(timed([{ escalate: 'boss' }]), pen)
      .when(ticks(late))
      .records(
        passed(1, late),
        event('SeatMoved', {
          step: check,
          round: 1,
          seat: 2,
          to: { id: 3, person: person('cleo'), reason: taken('ben', asBoss), place: 'escalated', from: 2 },
          opinion: '',
        }),
      );
  });

  test('the late person is not asked any more and keeps what they have seen', () => {
    const told = given(timed([{ escalate: 'boss' }]), pen, ticks(late));
    expect(asked(told.state)).toEqual({ check: ['cleo'] });
    expect(told.state.seen[person('ben')]).toContain(check);
    told.when(agrees('ben', 'check')).refuses({ code: 'not-your-task', step: check });
    expect(asked(told.when(agrees('cleo', 'check')).state)).toEqual({ last: ['cleo'] });
  });

  test('where one decision is enough, everybody of the role is asked', () => {
    const told = given(timed([{ escalate: 'lead' }], { approve: 'boss' }), pen).when(ticks(late));
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
    expect(
      asked(
        given(timed([{ escalate: 'lead' }], { approve: 'boss' }), pen, ticks(late)).when(agrees('dan', 'check')).state,
      ),
    ).toEqual({ last: ['cleo'] });
  });

  test('where everybody’s decision is needed, one who takes over decides for all who are late', () => {
    const told = given(timed([{ escalate: 'boss' }], { approve: 'lead', mode: 'all' }), pen, ticks(late));
    expect(asked(told.state)).toEqual({ check: ['cleo'] });
    expect(told.state.steps[check]?.seats).toMatchObject([
      { person: 'ben', status: 'moved' },
      { person: 'cleo', status: 'open', place: 'escalated' },
      { person: 'dan', status: 'cancelled', end: { rule: 'escalated' } },
    ]);
    expect(asked(told.when(agrees('cleo', 'check')).state)).toEqual({ last: ['cleo'] });
  });

  test('what somebody has agreed to stands', () => {
    const both = timed([{ escalate: 'boss' }], { approve: 'lead', mode: 'all' });
    const told = given(both, pen, agrees('dan', 'check'), ticks(late));
    expect(told.state.steps[check]?.seats.map(({ status }) => status)).toEqual(['moved', 'open', 'agreed']);
  });

  test('where votes are counted none is lost: a late vote nobody takes over stays', () => {
    const told = given(timed([{ escalate: 'boss' }], { approve: 'lead', mode: { pass: 2 } }), pen, ticks(late));
    expect(asked(told.state)).toEqual({ check: ['cleo', 'dan'] });
  });

  test('a chain goes on from whoever took over, also in one late sweep', () => {
    const chain = timed([{ escalate: 'manager' }, { escalate: 'boss', after: '1wd' }], { approve: 'lead' });
    const moves = given(
      chain,
      { organisation: peopleChanged({ ben: { posts: [{ post: 'clerk', unit: 'sales' }] } }) },
      pen,
    )
      .when(ticks('2026-11-30 00:00'))
      .events.flatMap((each) => (each.type === 'SeatMoved' ? [each.data.to.person] : []));
    expect(moves).toEqual(['ben', 'cleo']);
  });

  test('whoever of the role is asked already takes over from nobody', () => {
    const rules = [{ escalate: 'boss', after: '1d', times: 3 }] as const;
    const told = given(timed(rules), pen, ticks('2026-11-05 00:00'), ticks('2026-11-30 00:00'));
    expect(told.state.steps[check]?.seats.map(({ person: who, status }) => [who, status])).toEqual([
      ['ben', 'moved'],
      ['cleo', 'open'],
    ]);
  });

  test('nobody gets back what was taken from them', () => {
    const told = given(timed([{ escalate: 'lead', after: '1d', times: 3 }]), pen, ticks('2026-11-30 00:00'));
    expect(told.state.steps[check]?.seats.map(({ person: who, status }) => [who, status])).toEqual([
      ['ben', 'moved'],
      ['dan', 'open'],
    ]);
  });

  test('nobody takes over on their own matter: the nobody rule says who does', () => {
    const told = given(timed([{ escalate: 'starter' }]), pen, ticks(late));
    expect(asked(told.state)).toEqual({ check: ['cleo'] });
    expect(told.state.steps[check]?.seats[1]?.reason).toEqual({
      rule: 'escalated',
      params: { from: 'ben' },
      because: [{ rule: 'nobody', because: [asBoss, { rule: 'starter' }] }],
    });
  });

  test('when nobody may, the deadline is only noted', () => {
    const gone = { organisation: peopleChanged({ cleo: { active: false } }) };
    given(timed([{ escalate: 'boss' }]), pen, gone)
      .when(ticks(late))
      .records(passed(1, late));
  });
});

describe('rule 10: the deadline itself decides (到期自动处理)', () => {
  const words = {
    'zh-CN': '三日内未提异议视为同意',
    'zh-TW': '三日內未提異議視為同意',
    en: 'No objection is agreement',
  };
  const agreeing = (more: Partial<ApproveStep> = {}, rules: { readonly apart?: [[string, string]] } = {}) =>
    processOf({
      roles: { manager: { managerOf: 'starter' } },
      ...(rules.apart
        ? {
            rules: {
              nobody: { to: { post: 'boss' } },
              self: { to: { managerOf: 'self' } },
              repeat: 'ask',
              apart: rules.apart,
            },
          }
        : {}),
      forms: {
        review: { note: { type: 'text', title: 'Note' }, score: { type: 'integer', title: 'Score', required: true } },
      },
      steps: [
        { ask: fill('ask', 'starter') },
        // biome-ignore lint/suspicious/noThenProperty: the word of deadlines
        { check: approve('manager', { due: '1wd', overdue: [{ then: { do: 'agree', because: words } }], ...more }) },
        { last: approve('boss') },
      ],
    });

  test('agreement completes the step, openly and in the words of the process', () => {
    const told = given(agreeing(), pen).when(ticks(late));
    expect(told.events).toMatchObject([
      { type: 'DeadlinePassed' },
      { type: 'StepCompleted', data: { step: check, why: 'deadline', cancelled: [2], because: words } },
      { type: 'StepEntered', data: { step: 'last' } },
    ]);
    expect(told.state.steps[check]?.seats).toMatchObject([{ status: 'cancelled', end: { rule: 'deadline' } }]);
    expect(told.state.agreements).toEqual([]);
  });

  test.each<[string, Parameters<typeof agreeing>]>([
    ['a form that asks for something', [{ form: 'review' }]],
    ['a required opinion', [{ opinion: 'required' }]],
    ['duties kept apart', [{}, { apart: [['manager', 'boss']] }]],
  ])('it never stands for %s: the deadline is only noted', (_, parts) => {
    const told = given(agreeing(...parts), pen).when(ticks(late));
    told.recordsTypes('DeadlinePassed');
    expect(asked(told.state)).toEqual({ check: ['ben'] });
  });

  test('it never overrules somebody who has said no', () => {
    const voting = agreeing({ approve: 'lead', reject: { ends: 'case', by: 'all' } });
    const told = given(voting, pen, rejects('ben', 'check')).when(ticks(late));
    told.recordsTypes('DeadlinePassed');
  });

  test('it never stands for a signer whom somebody has asked for', () => {
    const told = given(agreeing({ allow: ['add'] }), pen, adds('ben', 'check', 'after', ['dan'])).when(ticks(late));
    told.recordsTypes('DeadlinePassed');
  });

  test('it decides nothing where the case cannot go on from there', () => {
    const stuck = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        // biome-ignore lint/suspicious/noThenProperty: the word of deadlines
        { check: approve('lead', { due: '1wd', overdue: [{ then: { do: 'agree', because: words } }] }) },
        {
          spend: {
            title: 'Spend',
            ledger: 'budget',
            key: { unit: "'hq'", year: '2026' },
            update: { spent: 'row.total' },
          },
        },
      ],
    });
    given(stuck, pen).when(ticks(late)).recordsTypes('DeadlinePassed');
  });

  test('rejection ends the case', () => {
    // biome-ignore lint/suspicious/noThenProperty: the word of deadlines
    const rejecting = timed([{ copy: ['boss'] }, { after: '1wd', then: { do: 'reject', because: 'Expired' } }], {
      reject: { ends: 'case', by: 'any' },
    });
    const told = given(rejecting, pen, ticks(late)).when(ticks('2026-11-05 00:00'));
    expect(told.events).toMatchObject([
      { type: 'DeadlinePassed', data: { level: 2 } },
      { type: 'CaseRejected', data: { step: check, why: 'deadline', because: 'Expired', cancelled: [2] } },
    ]);
    expect(told.state.status).toBe('rejected');
  });

  test('rejection ends the branch only where the step says so', () => {
    const branches = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            parallel: [
              {
                steps: [
                  {
                    check: approve('lead', {
                      due: '1wd',
                      reject: { ends: 'branch', by: 'any' },
                      // biome-ignore lint/suspicious/noThenProperty: the word of deadlines
                      overdue: [{ then: { do: 'reject', because: 'Expired' } }],
                    }),
                  },
                ],
              },
              { steps: [{ last: approve('boss') }] },
            ],
          },
        },
      ],
    });
    const told = given(branches, pen, ticks(late));
    expect(told.state.status).toBe('open');
    expect(told.told.entries.at(-1)?.events).toMatchObject([
      { type: 'DeadlinePassed' },
      { type: 'BranchRejected', data: { block: 'both', branch: 0, why: 'deadline', because: 'Expired' } },
    ]);
    expect(told.when(agrees('cleo', 'last')).state.status).toBe('completed');
  });

  test('the step it leads to begins when it is reached, however late the sweep', () => {
    const told = given(agreeing(), pen, ticks('2026-11-30 00:00'));
    expect(told.state.steps[step('last')]).toMatchObject({ status: 'open', since: instant('2026-11-30 00:00') });
    expect(wakeAt(told.told.definition, told.state, told.told.facts)).toBeUndefined();
  });
});
