import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../engine/case/context.ts';
import { sightOf } from '../../../engine/case/sight.ts';
import { checksFor, formsFor, mayDo, tasksFor, titleOf } from '../../../engine/case/view.ts';
import { visibleValues } from '../../../engine/case/visible.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import {
  type Act,
  agrees,
  person,
  rejects,
  returns,
  starts,
  step,
  submits,
  ticks,
  transfers,
} from '../../support/acts.ts';
import { digest, given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const items: Field = {
  type: 'table',
  title: 'Items',
  columns: { name: { type: 'text', title: 'Name' }, cost: { type: 'money', title: 'Cost' } },
};
const process = processOf({
  forms: {
    ask: { what: { type: 'text', title: 'What' }, amount: { type: 'money', title: 'Amount' }, items },
    grade: { stars: { type: 'rating', title: 'Stars', required: true } },
  },
  checks: [
    { that: 'ask.amount < 100', at: 'ask.amount', else: 'Too dear.' },
    { that: 'grade.stars > 1', at: 'grade.stars', else: 'Too bad.' },
  ],
  readers: [{ by: { post: 'boss' }, see: ['grade'] }],
  steps: [
    { ask: fill('ask', 'starter') },
    {
      check: approve('lead', {
        form: 'grade',
        see: ['ask.what', 'ask.items.name'],
        mode: 'all',
        due: '1d',
        overdue: [{ copy: ['boss'] }],
        return: { to: ['ask'], max: 2 },
        words: { agree: 'Looks good' },
      }),
    },
    { tell: { copy: ['lead'], see: ['ask.items.name'] } },
    { last: approve('boss', { see: ['ask', 'grade'], reject: false }) },
  ],
  withdraw: { until: 'last' },
});
const ask = starts('ada', { ask: { what: 'a pen', amount: '9', items: [{ name: 'pen', cost: '9' }] } });

function at(...acts: readonly Act[]) {
  const { told, state } = given(process, ...acts);
  const context = contextOf(process, state.values, state, told.facts);
  return { state, context, sight: (who: string) => sightOf(state, person(who), context) };
}
const sorted = (paths: ReadonlySet<string> | undefined) => paths && [...paths].sort();

describe('what somebody may see of a case', () => {
  test('whoever was asked sees what their steps show', () => {
    expect(sorted(at(ask).sight('ada'))).toEqual([
      'ask.amount',
      'ask.items',
      'ask.items.cost',
      'ask.items.name',
      'ask.what',
    ]);
    expect(sorted(at(ask).sight('ben'))).toEqual(['ask.items', 'ask.items.name', 'ask.what', 'grade.stars']);
  });

  test('it stays readable when they are no longer asked', () => {
    const moved = at(ask, transfers('ben', 'check', 'cleo'), rejects('cleo', 'check'));
    expect(sorted(moved.sight('ben'))).toEqual(['ask.items', 'ask.items.name', 'ask.what', 'grade.stars']);
  });

  test('to everybody else the case does not exist', () => {
    expect(at(ask).sight('eve')).toBeUndefined();
    expect(at(ask).sight('zoe')).toBeUndefined();
  });

  test('readers see what the process grants them', () => {
    expect(sorted(at(ask).sight('cleo'))).toEqual(['grade.stars']);
  });

  test('a copy shows what it names, an escalation what the late step shows', () => {
    const told = at(ask, agrees('ben', 'check', { values: { grade: { stars: 3 } } }), agrees('dan', 'check'));
    expect(told.state.copies[person('dan')]).toEqual(['ask.items', 'ask.items.name']);
    expect(sorted(at(ask, returns('ben', 'check', 'ask')).sight('dan'))).not.toContain('ask.items.cost');
    expect(sorted(at(ask, ticks('2026-11-04 00:00')).sight('cleo'))).toEqual([
      'ask.items',
      'ask.items.name',
      'ask.what',
      'grade.stars',
    ]);
  });

  test('an auditor sees everything', () => {
    const { state, context } = at(ask);
    const { organisation } = context.facts;
    const audited = { ...context, facts: { ...context.facts, organisation: { ...organisation, hasRole: () => true } } };
    expect(sightOf(state, person('eve'), audited)?.size).toBe(6);
  });

  test('hidden fields and columns are neither in the values nor in the forms', () => {
    const { state, sight } = at(ask);
    const ben = sight('ben') ?? new Set<string>();
    expect(visibleValues(ben, state.values)).toEqual({ ask: { what: 'a pen', items: [{ _row: 'r1', name: 'pen' }] } });
    expect(formsFor(process, ben).map(({ id, fields }) => [id, Object.keys(fields)])).toEqual([
      ['ask', ['what', 'items']],
      ['grade', ['stars']],
    ]);
    expect(formsFor(process, ben)[0]?.fields.items).toMatchObject({ columns: { name: { title: 'Name' } } });
    expect(formsFor(process, ben)[0]?.fields.items).not.toHaveProperty('columns.cost');
    expect(formsFor(process, new Set())).toEqual([]);
  });

  test('sections keep the fields that are left, and go when none is', () => {
    const { ask: form, ...others } = process.document.forms;
    if (form === undefined) throw new Error('no form');
    const sections: NonNullable<typeof form.sections> = [
      { title: 'One', fields: ['what', 'amount'] },
      { title: 'Two', fields: ['amount'] },
    ];
    const sectioned = {
      ...process,
      document: { ...process.document, forms: { ask: { ...form, sections }, ...others } },
    };
    expect(formsFor(sectioned, new Set(['ask.what']))).toMatchObject([
      { sections: [{ title: 'One', fields: ['what'] }] },
    ]);
    expect(formsFor(sectioned, new Set(['ask.items']))[0]).not.toHaveProperty('sections');
  });

  test('checks are told to those who see where they are reported', () => {
    expect(checksFor(process, new Set(['ask.amount'])).map((check) => check.else)).toEqual(['Too dear.']);
    expect(checksFor(process, new Set(['ask.what']))).toEqual([]);
  });
});

describe('what somebody has to do', () => {
  const taskOf = (who: string, ...acts: readonly Act[]) => {
    const { state, context } = at(...acts);
    return tasksFor(state, person(who), context);
  };

  test('a task says everything needed to decide', () => {
    expect(taskOf('ben', ask)).toEqual([
      {
        step: 'check',
        seat: 2,
        kind: 'approve',
        title: 'lead',
        round: 1,
        form: 'grade',
        edit: ['grade.stars'],
        actions: ['agree', 'reject', 'return', 'transfer'],
        returnTo: [{ step: 'ask', title: 'ask' }],
        returnsLeft: 2,
        seen: digest({ ask: { what: 'a pen', items: [{ _row: 'r1', name: 'pen' }] } }),
        since: '2026-11-02T01:00:00.000Z',
        due: { at: '2026-11-03T16:00:00.000Z', provisional: false, overdue: false },
        words: { agree: 'Looks good' },
        reason: { rule: 'post', params: { post: 'lead' } },
      },
    ]);
  });

  test('whatever a task offers is accepted, with the digest it names', () => {
    const [task] = taskOf('ben', ask);
    if (task === undefined) throw new Error('no task');
    const told = given(process, ask);
    told.when(agrees('ben', 'check', { seen: task.seen, values: { grade: { stars: 3 } } })).recordsTypes('SeatAgreed');
    told.when(returns('ben', 'check', task.returnTo[0]?.step ?? '')).recordsTypes('StepReturned', 'StepEntered');
  });

  test('returning is offered as often as it is allowed', () => {
    const again = submits('ada', 'ask');
    const once = [ask, returns('ben', 'check', 'ask'), again];
    expect(taskOf('dan', ...once)).toMatchObject([
      { returnsLeft: 1, actions: ['agree', 'reject', 'return', 'transfer'] },
    ]);
    expect(taskOf('dan', ...once, returns('dan', 'check', 'ask'), again)).toMatchObject([
      { returnsLeft: 0, actions: ['agree', 'reject', 'transfer'], returnTo: [] },
    ]);
  });

  test('a fill step is submitted, an approval that may not end the case is not rejected', () => {
    expect(taskOf('ada', ask, returns('ben', 'check', 'ask'))).toMatchObject([
      { kind: 'fill', actions: ['submit', 'transfer'] },
    ]);
    const atLast = [ask, agrees('ben', 'check', { values: { grade: { stars: 3 } } }), agrees('dan', 'check')];
    expect(taskOf('cleo', ...atLast)).toMatchObject([{ step: 'last', actions: ['agree', 'transfer'] }]);
  });

  test('a late task says so', () => {
    expect(taskOf('ben', ask, ticks('2026-11-04 00:00'))).toMatchObject([{ due: { overdue: true } }]);
  });

  test('nobody has anything to do who has decided, was not asked, or whose case is over', () => {
    expect(taskOf('ada', ask)).toEqual([]);
    expect(taskOf('ben', ask, agrees('ben', 'check', { values: { grade: { stars: 3 } } }))).toEqual([]);
    expect(taskOf('dan', ask, rejects('ben', 'check'))).toEqual([]);
  });

  test('steps are named by their titles, unknown ones by their ids', () => {
    expect(titleOf(process, step('check'))).toBe('lead');
    expect(titleOf(process, step('gone'))).toBe('gone');
  });
});

describe('what somebody may do with a case as a whole', () => {
  test('whoever started it may withdraw it in time and start another like it', () => {
    expect(mayDo(at(ask).state, person('ada'), process)).toEqual(['comment', 'withdraw', 'copy']);
    expect(mayDo(at(ask, rejects('ben', 'check')).state, person('ada'), process)).toEqual(['comment', 'copy']);
  });

  test('everybody else may comment', () => {
    expect(mayDo(at(ask).state, person('ben'), process)).toEqual(['comment']);
  });

  test('a case of a process that nobody starts by hand is not started again from it', () => {
    const closed = { ...process, document: { ...process.document, startable: false } };
    expect(mayDo(at(ask).state, person('ada'), closed)).toEqual(['comment', 'withdraw']);
  });
});
