import { describe, expect, test } from 'vitest';
import { type TaskChange, taskChanges } from '../../../engine/case/tasks.ts';
import {
  type Act,
  agrees,
  on,
  rejects,
  returns,
  starts,
  submits,
  ticks,
  transfers,
  withdraws,
} from '../../support/acts.ts';
import { given } from '../../support/given.ts';
import { openSeats, openTasks } from '../../support/open-tasks.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen' } });
const now = '2026-11-02T01:00:00.000Z';

const process = processOf({
  steps: [
    { ask: fill('ask', 'starter') },
    {
      check: approve('lead', { mode: 'sequential', due: '1d', overdue: [{ copy: ['boss'] }], return: { to: ['ask'] } }),
    },
    { tell: { copy: ['boss'], see: ['ask.what'] } },
    { last: approve('boss', { return: { to: ['ask'] } }) },
  ],
  withdraw: { until: 'last' },
});

/** What the last act of a story changes in the task lists. */
function changed(...acts: readonly Act[]): readonly TaskChange[] {
  const { told, state } = given(process, ...acts);
  const entry = told.entries.at(-1);
  return entry === undefined ? [] : taskChanges(process, state, entry);
}
const due = { at: '2026-11-03T16:00:00.000Z', provisional: false };
const add = (seat: number, person: string, step: string, kind: 'fill' | 'approve' | 'copy', more: object = {}) => ({
  change: 'add',
  seat,
  person,
  kind,
  step,
  since: now,
  open: true,
  ...more,
});
const close = (seat: number, outcome: string) => ({ change: 'close', seat, outcome, at: now });

describe('what an entry changes in the task lists', () => {
  test('a step that is entered adds a task for each seat, waiting ones not open yet', () => {
    expect(changed(pen)).toEqual([
      add(1, 'ada', 'ask', 'fill'),
      close(1, 'submitted'),
      add(2, 'ben', 'check', 'approve', { due }),
      add(3, 'dan', 'check', 'approve', { due, open: false }),
    ]);
  });

  test('an agreement closes one task and activates the next', () => {
    expect(changed(pen, agrees('ben', 'check'))).toEqual([
      close(2, 'agreed'),
      { change: 'activate', seat: 3, since: now },
    ]);
  });

  test('a copy is a task that asks for nothing', () => {
    expect(changed(pen, agrees('ben', 'check'), agrees('dan', 'check'))).toEqual([
      close(3, 'agreed'),
      add(4, 'cleo', 'tell', 'copy', { open: false }),
      add(5, 'cleo', 'last', 'approve'),
    ]);
    expect(changed(pen, ticks('2026-11-04 00:00'))).toEqual([
      add(4, 'cleo', 'check', 'copy', { open: false, since: '2026-11-03T16:00:00.000Z' }),
    ]);
  });

  test('a return closes the task of who returned it and cancels the others', () => {
    expect(changed(pen, returns('ben', 'check', 'ask'))).toEqual([
      close(2, 'returned'),
      { ...close(3, 'cancelled'), why: 'returned' },
      add(4, 'ada', 'ask', 'fill'),
    ]);
  });

  test('a transfer closes one task and adds one with the same deadline', () => {
    expect(changed(pen, transfers('ben', 'check', 'cleo'))).toEqual([
      close(2, 'moved'),
      add(4, 'cleo', 'check', 'approve', { due }),
    ]);
  });

  test('a rejection and a withdrawal close all', () => {
    const cancelled = (why: string) => [2, 3].map((seat) => ({ ...close(seat, 'cancelled'), why }));
    expect(changed(pen, rejects('ben', 'check'))).toEqual([close(2, 'rejected'), cancelled('rejected')[1]]);
    expect(changed(pen, withdraws('ada', 'end'))).toEqual(cancelled('withdrawn'));
    expect(changed(pen, withdraws('ada', 'keep'))).toEqual([...cancelled('withdrawn'), add(4, 'ada', 'ask', 'fill')]);
  });
});

test.each<[string, readonly Act[]]>([
  ['started', [pen]],
  ['half agreed', [pen, agrees('ben', 'check')]],
  ['moved', [pen, transfers('ben', 'check', 'cleo'), agrees('cleo', 'check')]],
  [
    'returned and handed in again',
    [pen, returns('ben', 'check', 'ask'), submits('ada', 'ask'), agrees('ben', 'check')],
  ],
  ['late', [pen, ticks('2026-11-09 00:00')]],
  ['rejected', [pen, on('2026-11-03 00:00', rejects('ben', 'check'))]],
  ['withdrawn and begun again', [pen, agrees('ben', 'check'), withdraws('ada', 'keep')]],
  ['completed', [pen, agrees('ben', 'check'), agrees('dan', 'check'), agrees('cleo', 'last')]],
])('the tasks that are open are the seats that are open (%s)', (_, acts) => {
  const { told, state } = given(process, ...acts);
  expect(openTasks(process, told.entries)).toEqual(openSeats(state));
});
