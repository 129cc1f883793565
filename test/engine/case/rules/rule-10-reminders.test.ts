import { describe, expect, test } from 'vitest';
import { wakeAt } from '../../../../engine/case/tick.ts';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import { agrees, on, returns, starts, step, submits, ticks, transfers } from '../../../support/acts.ts';
import { event, type given as Given, given, instant } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen' } });
const check = step('check');

/** Asked on Monday, 2 November 2026, nine o'clock; three working days end with Thursday, 5 November. */
const reminding = (more: Partial<ApproveStep> = {}) =>
  processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      {
        check: approve('lead', {
          mode: 'all',
          due: '3wd',
          remind: ['1wd', '2wd'],
          return: { to: ['ask'], max: 9 },
          ...more,
        }),
      },
    ],
  });
const reminded = (n: number, at: string, seats: readonly number[], round = 1) =>
  event('Reminded', { step: check, round, n, at: instant(at), seats });
const wakes = ({ told, state }: ReturnType<typeof Given>) => wakeAt(told.definition, state, told.facts);

describe('rule 10: reminders before a deadline (催办提醒)', () => {
  test('go to whom the step still waits for, at the beginning of work, that long before', () => {
    const told = given(reminding(), pen, agrees('ben', 'check'));
    expect(wakes(told)).toBe(instant('2026-11-03 09:00'));
    told.when(ticks('2026-11-03 08:59')).records();
    told.when(ticks('2026-11-03 09:00')).records(reminded(1, '2026-11-03 09:00', [3]));
  });

  test('come one after the other, then the deadline, each once', () => {
    const told = given(reminding(), pen, ticks('2026-11-03 09:00'));
    told.when(ticks('2026-11-03 09:00')).records();
    expect(wakes(told)).toBe(instant('2026-11-04 09:00'));
    const second = given(reminding(), pen, ticks('2026-11-03 09:00'), ticks('2026-11-04 09:00'));
    expect(second.state.steps[check]).toMatchObject({ reminded: 2, late: 0 });
    expect(wakes(second)).toBe(instant('2026-11-06 00:00'));
    second.when(ticks('2026-11-06 00:00')).recordsTypes('DeadlinePassed');
  });

  test('that were missed come down to the last of them, in its place in time', () => {
    const { events } = given(reminding(), pen).when(ticks('2026-11-09 00:00'));
    expect(events).toMatchObject([
      { type: 'Reminded', data: { n: 2, at: instant('2026-11-04 09:00'), seats: [2, 3] } },
      { type: 'DeadlinePassed', data: { level: 1 } },
    ]);
  });

  test('are not from before the step was there', () => {
    const told = given(reminding({ remind: ['1wd', '5wd'] }), pen);
    expect(wakes(told)).toBe(instant('2026-11-04 09:00'));
    told.when(ticks('2026-11-04 09:00')).records(reminded(2, '2026-11-04 09:00', [2, 3]));
  });

  test('go to whoever has the seat by then', () => {
    const told = given(reminding(), pen, transfers('ben', 'check', 'cleo'));
    told.when(ticks('2026-11-03 09:00')).records(reminded(1, '2026-11-03 09:00', [4, 3]));
  });

  test('end with the step', () => {
    const told = given(reminding(), pen, ticks('2026-11-03 09:00'), agrees('ben', 'check'), agrees('dan', 'check'));
    expect(wakes(told)).toBeUndefined();
    told.when(ticks('2026-11-09 09:00')).records();
  });

  test('after the deadline are counted on, and come with their level', () => {
    const late = reminding({ remind: ['1wd'], overdue: [{ after: '1d', times: 3, remind: true }] });
    const told = given(late, pen, ticks('2026-11-04 09:00'), ticks('2026-11-06 00:00'));
    expect(told.state.steps[check]).toMatchObject({ reminded: 1, late: 1 });
    const passed = (level: number, at: string) =>
      event('DeadlinePassed', {
        step: check,
        round: 1,
        level,
        due: instant(at),
        copied: [],
        see: ['ask.what', 'ask.amount'],
      });
    told
      .when(ticks('2026-11-07 00:00'))
      .records(passed(2, '2026-11-07 00:00'), reminded(2, '2026-11-07 00:00', [2, 3]));
    told
      .when(ticks('2026-11-30 00:00'))
      .records(
        passed(2, '2026-11-07 00:00'),
        passed(3, '2026-11-08 00:00'),
        passed(4, '2026-11-09 00:00'),
        reminded(4, '2026-11-09 00:00', [2, 3]),
      );
  });

  test('vector (13): returned three times, the count of reminders begins anew each time', () => {
    const back = (at: string, again: string) => [
      on(at, returns('ben', 'check', 'ask')),
      on(again, submits('ada', 'ask')),
    ];
    const told = given(
      reminding(),
      pen,
      ticks('2026-11-04 09:00'),
      ...back('2026-11-04 10:00', '2026-11-05 10:00'),
      ticks('2026-11-06 09:00'),
      ...back('2026-11-06 10:00', '2026-11-09 10:00'),
      ...back('2026-11-09 11:00', '2026-11-10 10:00'),
    );
    expect(told.state.steps[check]).toMatchObject({
      round: 4,
      reminded: 0,
      late: 0,
      due: { at: instant('2026-11-14 00:00') },
    });
    expect(told.when(ticks('2026-11-11 09:00')).events).toMatchObject([{ type: 'Reminded', data: { round: 4, n: 1 } }]);
    expect(told.when(ticks('2026-11-14 00:00')).events).toMatchObject([
      { type: 'Reminded', data: { round: 4, n: 2 } },
      { type: 'DeadlinePassed', data: { round: 4, level: 1 } },
    ]);
  });

  test('during rework no clock runs: the step that was left is never due', () => {
    const told = given(reminding(), pen, returns('ben', 'check', 'ask'));
    expect(wakes(told)).toBeUndefined();
    told.when(ticks('2026-12-31 09:00')).records();
    const again = given(
      reminding(),
      pen,
      returns('ben', 'check', 'ask'),
      on('2026-11-30 09:00', submits('ada', 'ask')),
    );
    expect(again.state.steps[check]?.due?.at).toBe(instant('2026-12-04 00:00'));
  });
});

describe('rule 10: decisions and deadlines at the same time', () => {
  test('vector (3): whoever decides at the very moment is in time; a sweep that came first takes nothing away', () => {
    const moment = '2026-11-06 00:00';
    const one = reminding({ mode: 'any' });
    given(one, pen, on(moment, agrees('ben', 'check')))
      .when(ticks(moment))
      .records();
    const told = given(one, pen, ticks(moment)).when(on(moment, agrees('ben', 'check')));
    expect(told.state.status).toBe('completed');
  });
});
