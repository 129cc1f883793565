import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../engine/case/context.ts';
import { sightOf } from '../../../engine/case/sight.ts';
import {
  abstains,
  agrees,
  claims,
  delegates,
  holds,
  on,
  person,
  reassigns,
  releases,
  resumes,
  returns,
  step,
  submits,
  takesBack,
  ticks,
  transfers,
} from '../../support/acts.ts';
import { asked, given, instant } from '../../support/given.ts';
import { asking, askingWith, pen, voting } from '../../support/pattern-process.ts';
import { approve, fill } from '../../support/small-process.ts';

const check = step('check');
const pool = voting(3, { claim: true });

describe('a task that several may do', () => {
  test('WRP 13 distribution by offer - multiple resources: all are offered the task, and it is done once', () => {
    expect(asked(given(...pool).state)).toEqual({ check: ['l1', 'l2', 'l3'] });
    const told = given(...pool, agrees('l2', 'check'));
    expect(asked(told.state)).toEqual({ last: ['boss'] });
    told.when(agrees('l1', 'check')).refuses({ code: 'step-moved', step: check });
  });

  test('WRP 21 resource-initiated allocation: whoever claims the task has it, and the others are told who', () => {
    const told = given(...pool, claims('l2', 'check'));
    expect(asked(told.state)).toEqual({ check: ['l2'] });
    told.when(claims('l1', 'check')).refuses({ code: 'taken', step: check, person: person('l2') });
  });

  test('WRP 22 resource-initiated execution - allocated work item: whoever claimed it does it when they choose to', () => {
    const told = given(...pool, claims('l2', 'check'));
    const later = told.when(on('2026-11-20 09:00', agrees('l2', 'check')));
    later.recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
    expect(asked(later.state)).toEqual({ last: ['boss'] });
  });

  test('WRP 23 resource-initiated execution - offered work item: it is done without claiming it first', () => {
    const told = given(...pool).when(agrees('l3', 'check'));
    told.recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
    expect(told.state.steps[check]?.seats.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'agreed']);
  });

  test('WRP 29 deallocation: whoever gives the task back leaves it to everybody again', () => {
    const told = given(...pool, claims('l2', 'check'), releases('l2', 'check'));
    expect(asked(told.state)).toEqual({ check: ['l1', 'l2', 'l3'] });
    expect(asked(told.when(claims('l1', 'check')).state)).toEqual({ check: ['l1'] });
  });
});

describe('a task that does not stay where it is', () => {
  const timed = approve('lead', { due: '1wd', overdue: [{ escalate: 'boss' }] });

  test('WRP 27 delegation: whoever is asked gives the task to somebody else', () => {
    const [definition, ...past] = voting(1, {});
    const told = given(definition, ...past, transfers('l1', 'check', 'h1'));
    expect(asked(told.state)).toEqual({ check: ['h1'] });
    told.when(agrees('l1', 'check')).refuses({ code: 'not-your-task', step: check });
    expect(asked(told.when(agrees('h1', 'check')).state)).toEqual({ last: ['boss'] });
    const advised = given(definition, ...past, delegates('l1', 'check', 'h1'));
    expect(asked(advised.state)).toEqual({ check: ['h1'] });
  });

  test('WRP 28 escalation: a late task goes to the role that the step names', () => {
    const told = given(asking({ check: timed }), pen());
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
    const late = given(asking({ check: timed }), pen(), ticks('2026-11-04 00:00'));
    expect(asked(late.state)).toEqual({ check: ['cleo'] });
    late.when(agrees('ben', 'check')).refuses({ code: 'not-your-task', step: check });
  });

  test('WRP 31 stateless reallocation: the new person begins with what the case holds and no claim, by the same deadline', () => {
    const work = asking({ check: fill('ask', 'lead', { due: '3wd', claim: true }) });
    const before = given(work, pen(), claims('ben', 'check'));
    const told = given(
      work,
      pen(),
      claims('ben', 'check'),
      on('2026-11-03 09:00', reassigns('cleo', 'check', 2, 'ada')),
    );
    expect(told.state.values).toEqual(before.state.values);
    expect(told.state.steps[check]?.due).toEqual(before.state.steps[check]?.due);
    expect(asked(told.state)).toEqual({ check: ['ada', 'dan'] });
    expect(told.when(submits('ada', 'check')).state.status).toBe('completed');
  });

  test('WRP 32 suspension-resumption: while the case is on hold nobody decides, and the deadline moves along', () => {
    const held = askingWith({ cancel: { by: ['boss'] } }, { check: timed });
    const past = [pen(), on('2026-11-02 10:00', holds('cleo'))] as const;
    given(held, ...past)
      .when(agrees('ben', 'check'))
      .refuses({ code: 'held' });
    const told = given(held, ...past, on('2026-11-05 10:00', resumes('cleo')));
    expect(told.state.steps[check]?.due?.at).toBe(instant('2026-11-07 00:00'));
    expect(told.when(agrees('ben', 'check')).state.status).toBe('completed');
  });
});

describe('a task that is not done, or done again', () => {
  const rules = { nobody: { to: { post: 'boss' } }, self: { to: { managerOf: 'self' } }, repeat: 'ask' } as const;
  const twice = (repeat: 'ask' | 'skip-unchanged') =>
    askingWith(
      { rules: { ...rules, repeat } },
      { check: approve('boss') },
      { last: approve('boss') },
      { end: approve('lead') },
    );

  test('WRP 33 skip: whoever agreed to the same content is not asked again, and whoever abstains leaves it to the others', () => {
    expect(asked(given(twice('ask'), pen(), agrees('cleo', 'check')).state)).toEqual({ last: ['cleo'] });
    const told = given(twice('skip-unchanged'), pen(), agrees('cleo', 'check'));
    expect(told.state.steps[step('last')]?.seats).toMatchObject([{ status: 'agreed', auto: true }]);
    expect(asked(told.state)).toEqual({ end: ['ben', 'dan'] });
    const [definition, ...past] = voting(2, { mode: 'all', abstain: 'shrink' });
    const abstained = given(definition, ...past, abstains('l1', 'check'), agrees('l2', 'check'));
    expect(asked(abstained.state)).toEqual({ last: ['boss'] });
  });

  test('WRP 34 redo: a step that was done is done again, by whoever takes it back or is returned to', () => {
    const line = asking({ check: approve('lead') }, { last: approve('boss', { return: { to: ['check'] } }) });
    const agreed = [pen(), agrees('dan', 'check')] as const;
    expect(asked(given(line, ...agreed, takesBack('dan', 'check')).state)).toEqual({ check: ['dan'] });
    const returned = given(line, ...agreed, returns('cleo', 'last', 'check'));
    expect(asked(returned.state)).toEqual({ check: ['dan', 'ben'] });
  });
});

describe('who sees a task', () => {
  const seen = (told: ReturnType<typeof given>, viewer: string) => {
    const { definition, facts } = told.told;
    const context = contextOf(definition, told.state.values, told.state, facts);
    const sight = sightOf(told.state, person(viewer), context);
    return sight === undefined ? undefined : [...sight];
  };
  const offered = askingWith(
    { readers: [{ by: { post: 'clerk' }, see: ['ask.what'] }] },
    { check: approve('lead', { claim: true, see: ['ask.what', 'ask.amount'] }) },
  );
  const closed = asking({ check: approve('lead', { claim: true, see: ['ask.amount'] }) });

  test('WRP 40 configurable unallocated work item visibility: those offered it and the readers, each what is theirs', () => {
    expect(seen(given(offered, pen()), 'ben')).toEqual(['ask.what', 'ask.amount']);
    expect(seen(given(offered, pen()), 'eve')).toEqual(['ask.what']);
    expect(seen(given(closed, pen()), 'ben')).toEqual(['ask.amount']);
    expect(seen(given(closed, pen()), 'eve')).toBeUndefined();
  });

  test('WRP 41 configurable allocated work item visibility: a claim takes nothing from whoever could see it', () => {
    const claimed = (definition: typeof offered) => given(definition, pen(), claims('ben', 'check'));
    expect(seen(claimed(offered), 'dan')).toEqual(['ask.what', 'ask.amount']);
    expect(seen(claimed(offered), 'eve')).toEqual(['ask.what']);
    expect(seen(claimed(closed), 'eve')).toBeUndefined();
  });
});
