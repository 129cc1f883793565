import { describe, expect, test } from 'vitest';
import { wakeAt } from '../../../../engine/case/tick.ts';
import type { StepEntry } from '../../../../schemas/generated/process.ts';
import { type Act, day, on, person, returns, starts, step, submits, ticks } from '../../../support/acts.ts';
import { type given as Given, given, instant } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const check = step('check');
const wakes = ({ told, state }: ReturnType<typeof Given>) => wakeAt(told.definition, state, told.facts);

describe('rule 10: what a late sweep catches up happens in the order of time', () => {
  const planned = (next: object, more: StepEntry) =>
    processOf({
      forms: {
        plan: {
          day: { type: 'date', title: 'Day' },
          tasks: { type: 'table', title: 'Tasks', columns: { what: { type: 'text', title: 'What' } } },
        },
      },
      foreign: { small: { ask: { title: 'ask', fields: { what: { type: 'text', title: 'What' } } } } },
      steps: [
        { plan: fill('plan', 'starter') },
        { next: { title: 'Next', start: 'small', as: 'starter', at: 'plan.day', ...next } },
        more,
      ],
    });
  const expiring: StepEntry = {
    check: approve('boss', {
      see: ['plan'],
      due: '3d',
      reject: { ends: 'case', by: 'any' },
      // biome-ignore lint/suspicious/noThenProperty: the word of deadlines
      overdue: [{ then: { do: 'reject', because: 'Expired' } }],
    }),
  };
  const file = (date: string) => starts('ada', { plan: { day: date } });

  test('a start that was planned before the deadline ended the case still happens, a later one does not', () => {
    const late = ticks('2026-11-20 00:00');
    given(planned({}, expiring), file('2026-11-05'))
      .when(late)
      .recordsTypes('StartRequested', 'DeadlinePassed', 'CaseRejected', 'ChildStopped');
    given(planned({}, expiring), file('2026-11-10')).when(late).recordsTypes('DeadlinePassed', 'CaseRejected');
  });

  test('a planned start that waits for cases, and finds no rows to start any for, lets the case go on', () => {
    const each = planned({ each: 'plan.tasks', wait: true }, { check: approve('boss', { see: ['plan'] }) });
    const told = given(each, file('2026-11-05')).when(ticks('2026-11-05 00:00'));
    told.recordsTypes('StepCompleted', 'StepEntered');
  });
});

describe('rule 10: the deadline of a recurring duty', () => {
  const duty = {
    period: '2026-11',
    from: day('2026-11-01'),
    subject: 'ada',
    due: { at: instant('2026-11-06 00:00'), provisional: true },
  };
  const opens: Act = {
    by: 'system:schedule',
    command: { do: 'open', starter: person('ada'), values: {}, duty },
  };
  const report = processOf({
    startable: false,
    duty: { every: 'month', open: 'first', due: 'workday 3', for: { posts: ['clerk'] }, remind: ['2d'] },
    steps: [
      {
        ask: fill('ask', 'starter', {
          due: '2wd',
          remind: ['1d'],
          overdue: [{ after: '1d', remind: true, copy: ['boss'] }],
        }),
      },
      { check: approve('boss', { return: { to: ['ask'] } }) },
    ],
  });
  const ask = step('ask');

  test('is the one of the duty in the first round: counted by nothing, moved by no notice', () => {
    const told = given(report, opens);
    expect(told.state.steps[ask]).toMatchObject({ due: duty.due });
    told.when(ticks('2026-11-02 10:00')).records();
  });

  test('its people are reminded as the duty says, not as the step says', () => {
    const told = given(report, opens).when(ticks('2026-11-20 00:00'));
    expect(told.events).toMatchObject([
      { type: 'DeadlinePassed', data: { level: 1 } },
      { type: 'DeadlinePassed', data: { level: 2, copied: [{ person: 'cleo' }] } },
      { type: 'Reminded', data: { n: 1, at: instant('2026-11-03 09:00') } },
    ]);
  });

  test('when it comes back, the deadline and the reminders of the step count', () => {
    const told = given(
      report,
      opens,
      submits('ada', 'ask', { values: { ask: { what: 'a report' } } }),
      on('2026-11-10 10:00', returns('cleo', 'check', 'ask')),
    );
    expect(told.state.steps[ask]).toMatchObject({ round: 2, due: { at: instant('2026-11-13 00:00') } });
    expect(wakes(told)).toBe(instant('2026-11-11 09:00'));
    expect(told.state.steps[check]).toBeUndefined();
  });
});
