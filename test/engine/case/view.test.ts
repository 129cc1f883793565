import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../engine/case/context.ts';
import { offersFor } from '../../../engine/case/offers.ts';
import { sightOf } from '../../../engine/case/sight.ts';
import { tasksFor } from '../../../engine/case/task-view.ts';
import { checksFor, filledAt, formsFor, titleOf } from '../../../engine/case/view.ts';
import { visibleValues } from '../../../engine/case/visible.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import {
  type Act,
  adds,
  agrees,
  claims,
  delegates,
  holds,
  on,
  person,
  rejects,
  returns,
  starts,
  step,
  submits,
  ticks,
  transfers,
  urges,
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

  test('an administrator finds the case and reads none of its content', () => {
    const { state, context } = at(ask);
    const nobody = { ...context, definition: { ...process, readers: [] } };
    expect(sightOf(state, person('cleo'), nobody)).toEqual(new Set());
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
        actions: ['agree', 'reject', 'return', 'transfer', 'addSigners', 'delegate', 'consult'],
        rejects: 'case',
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
    expect(taskOf('dan', ...once)).toMatchObject([{ returnsLeft: 1, actions: expect.arrayContaining(['return']) }]);
    expect(taskOf('dan', ...once, returns('dan', 'check', 'ask'), again)).toMatchObject([
      { returnsLeft: 0, actions: expect.not.arrayContaining(['return']), returnTo: [] },
    ]);
  });

  test('a fill step is submitted, an approval that may not end the case is not rejected', () => {
    expect(taskOf('ada', ask, returns('ben', 'check', 'ask'))).toMatchObject([
      { kind: 'fill', actions: ['submit', 'transfer', 'delegate', 'consult'] },
    ]);
    const atLast = [ask, agrees('ben', 'check', { values: { grade: { stars: 3 } } }), agrees('dan', 'check')];
    expect(taskOf('cleo', ...atLast)).toMatchObject([
      { step: 'last', actions: ['agree', 'transfer', 'addSigners', 'delegate', 'consult'] },
    ]);
  });

  test('whoever was added decides without the form of the step, and knows what a rejection does', () => {
    const added = [ask, adds('ben', 'check', 'before', ['cleo'])];
    const [task] = taskOf('cleo', ...added);
    expect(task).toMatchObject({ place: 'before', from: 2, edit: [], rejects: 'asker' });
    expect(task).not.toHaveProperty('form');
    expect(taskOf('ben', ...added)).toEqual([]);
  });

  test('whoever was asked for advice gives it or hands that on, and decides nothing', () => {
    const [task] = taskOf('cleo', ask, delegates('ben', 'check', 'cleo'));
    expect(task?.actions).toEqual(['advise', 'transfer', 'consult']);
  });

  test('a pool offers to claim it, and to release it once it is claimed', () => {
    const pool = processOf({
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { claim: true, allow: [] }) }],
    });
    const told = (...acts: readonly Act[]) => {
      const { state, told: world } = given(pool, starts('ada', { ask: { what: 'a pen' } }), ...acts);
      const context = contextOf(pool, state.values, state, world.facts);
      return (who: string) => tasksFor(state, person(who), context).map(({ actions }) => actions);
    };
    expect(told()('dan')).toEqual([['agree', 'reject', 'consult', 'claim']]);
    expect(told(claims('ben', 'check'))('ben')).toEqual([['agree', 'reject', 'consult', 'release']]);
    expect(told(claims('ben', 'check'))('dan')).toEqual([]);
  });

  test('while the case is on hold nothing is offered', () => {
    expect(taskOf('ben', ask, holds('cleo'))).toMatchObject([{ step: 'check', actions: [] }]);
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
  const may = (who: string, ...acts: readonly Act[]) => {
    const { state, context } = at(...acts);
    return offersFor(state, person(who), context).may;
  };

  test('whoever started it may withdraw it in time and start another like it', () => {
    expect(may('ada', ask)).toEqual(['comment', 'withdraw', 'copy', 'urge']);
    expect(may('ada', ask, rejects('ben', 'check'))).toEqual(['comment', 'copy']);
  });

  test('everybody else may comment', () => {
    expect(may('ben', ask)).toEqual(['comment']);
  });

  test('a case of a process that nobody starts by hand is not started again from it', () => {
    const closed = { ...process, document: { ...process.document, startable: false } };
    const { state, context } = at(ask);
    expect(offersFor(state, person('ada'), { ...context, definition: closed }).may).toEqual([
      'comment',
      'withdraw',
      'urge',
    ]);
  });

  test('urging rests for a while, and says until when', () => {
    const { state, context } = at(ask, on('2026-11-02 10:00', urges('ada')));
    expect(offersFor(state, person('ada'), context)).toMatchObject({
      may: expect.arrayContaining(['urge']),
      urgeFrom: '2026-11-02T06:00:00.000Z',
    });
  });

  test('administrators keep cases going, everybody else does not', () => {
    const steering = ['hold', 'terminate', 'jump', 'reassign', 'changeDue'];
    expect(may('cleo', ask)).toEqual(expect.arrayContaining(steering));
    for (const action of steering) expect(may('ben', ask)).not.toContain(action);
    const { state, context } = at(ask);
    expect(offersFor(state, person('cleo'), context).jumpTo).toEqual([
      { step: 'ask', title: 'ask' },
      { step: 'last', title: 'boss' },
    ]);
    expect(may('cleo', ask, holds('cleo'))).toEqual(expect.arrayContaining(['resume', 'jump', 'reassign']));
  });

  test('what was decided can be taken back as long as nobody acted on it', () => {
    const takeBack = (who: string, ...acts: readonly Act[]) => {
      const { state, context } = at(...acts);
      return offersFor(state, person(who), context).takeBack.map((each) => each.step);
    };
    expect(takeBack('ada', ask)).toEqual(['ask']);
    expect(takeBack('ada', ask, agrees('ben', 'check', { values: { grade: { stars: 3 } } }))).toEqual([]);
    expect(takeBack('cleo', ask)).toEqual([]);
  });

  test('whoever added a signer may take the seat away again', () => {
    const removable = (who: string) => {
      const { state, context } = at(ask, adds('ben', 'check', 'before', ['cleo']));
      return offersFor(state, person(who), context).removable.map((each) => each.person);
    };
    expect(removable('ben')).toEqual(['cleo']);
    expect(removable('dan')).toEqual([]);
  });
});

test('forms are filled in at the steps that have them, told to those who see them', () => {
  expect(filledAt(process, new Set(['ask.what', 'grade.stars']))).toEqual({ ask: ['ask'], grade: ['check'] });
  expect(filledAt(process, new Set(['ask.what']))).toEqual({ ask: ['ask'] });
});
