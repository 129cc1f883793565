import { describe, expect, test } from 'vitest';
import type { ApproveStep, StartStep, StepEntry } from '../../../schemas/generated/process.ts';
import { adds, agrees, childEnds, childOpens, returns, step, ticks } from '../../support/acts.ts';
import { crowd } from '../../support/crowd.ts';
import { asked, given } from '../../support/given.ts';
import { asking, askingWith, pen, voting } from '../../support/pattern-process.ts';
import { approve } from '../../support/small-process.ts';

const check = step('check');
const rows = {
  shops: [
    { _row: 'a', name: 'North' },
    { _row: 'b', name: 'South' },
  ],
};
const quoting = (more: Partial<StartStep> = {}): StepEntry => ({
  quotes: { start: 'quoting', as: 'starter', each: 'ask.shops', ...more },
});
const key = (n: number) => `case-1:quotes:${n}`;

describe('several instances', () => {
  test('WCP 12 multiple instances without synchronization: a case is started for each row and none is waited for', () => {
    const told = given(asking(quoting(), { last: approve('boss') })).when(pen('5', rows));
    expect(told.events.filter(({ type }) => type === 'StartRequested')).toHaveLength(2);
    expect(asked(told.state)).toEqual({ last: ['cleo'] });
  });

  test('WCP 13 multiple instances with a priori design-time knowledge: as many as are written, all of them waited for', () => {
    const reading = (id: string) => ({ steps: [{ [id]: approve('lead', { mode: 'any' }) }] });
    const three = asking(
      { readings: { parallel: [reading('one'), reading('two'), reading('three')] } },
      { last: approve('boss') },
    );
    const two = [pen(), agrees('ben', 'one'), agrees('dan', 'three')] as const;
    expect(Object.keys(asked(given(three, pen()).state))).toEqual(['one', 'two', 'three']);
    expect(asked(given(three, ...two).state)).toEqual({ two: ['ben', 'dan'] });
    expect(asked(given(three, ...two, agrees('ben', 'two')).state)).toEqual({ last: ['cleo'] });
  });

  test('WCP 14 multiple instances with a priori run-time knowledge: one case for each row, all of them waited for', () => {
    const each = asking(quoting({ wait: true }), { last: approve('boss') });
    const told = given(each, pen('5', rows), childEnds(key(2)));
    expect(Object.keys(told.state.children)).toEqual([key(1), key(2)]);
    expect(asked(told.state)).toEqual({ quotes: [] });
    expect(asked(told.when(childEnds(key(1))).state)).toEqual({ last: ['cleo'] });
  });

  test('WCP 15 multiple instances without a priori run-time knowledge: signers are added while others still decide', () => {
    const [definition, ...past] = voting(1, { mode: 'all' });
    const added = [...past, adds('l1', 'check', 'parallel', ['h1']), adds('h1', 'check', 'parallel', ['h2'])] as const;
    expect(asked(given(definition, ...added).state)).toEqual({ check: ['l1', 'h1', 'h2'] });
    const told = given(definition, ...added, agrees('h1', 'check'), agrees('l1', 'check'));
    expect(asked(told.state)).toEqual({ check: ['h2'] });
    expect(asked(told.when(agrees('h2', 'check')).state)).toEqual({ last: ['boss'] });
  });

  test('WCP 35 cancelling partial join for multiple instances: half of the people named are enough, the rest is let go', () => {
    const half = askingWith(
      {
        roles: { signers: { field: 'ask.signers' } },
      },
      { check: approve('signers', { mode: { pass: '1/2' } }) },
      { last: approve('boss') },
    );
    const named = [{ organisation: crowd(4) }, pen('5', { signers: ['l1', 'l2', 'l3', 'l4'] })] as const;
    expect(asked(given(half, ...named, agrees('l4', 'check')).state)).toEqual({ check: ['l1', 'l2', 'l3'] });
    const { state } = given(half, ...named, agrees('l4', 'check'), agrees('l1', 'check'));
    expect(asked(state)).toEqual({ last: ['boss'] });
    expect(state.steps[check]?.seats.filter(({ status }) => status === 'cancelled')).toHaveLength(2);
  });

  test('WCP 36 dynamic partial join for multiple instances: whoever is added during the vote raises what is needed', () => {
    const [definition, ...past] = voting(4, { mode: { pass: '1/2' } });
    const two = [agrees('l1', 'check'), agrees('l2', 'check')] as const;
    expect(asked(given(definition, ...past, ...two).state)).toEqual({ last: ['boss'] });
    const more = given(definition, ...past, adds('l4', 'check', 'parallel', ['h1', 'h2']), ...two);
    expect(more.state.steps[check]?.status).toBe('open');
    expect(asked(more.when(agrees('h1', 'check')).state)).toEqual({ last: ['boss'] });
  });

  test('WCP 26 cancel multiple instance task: going back stops the cases that are still open, not those that ended', () => {
    const each = asking({
      both: {
        parallel: [{ steps: [quoting({ wait: true })] }, { steps: [{ look: approve('boss') }] }],
        return: { to: ['ask'] },
      },
    });
    const ended = [childOpens(key(1)), childOpens(key(2), 'child-2', 'C-2'), childEnds(key(1))] as const;
    const told = given(each, pen('5', rows), ...ended).when(returns('cleo', 'look', 'ask'));
    expect(told.events.filter(({ type }) => type === 'ChildStopped').map(({ data }) => data)).toEqual([
      { key: key(2), case: 'child-2' },
    ]);
    expect(told.state.children).toMatchObject({ [key(1)]: { ended: 'completed' }, [key(2)]: { ended: 'stopped' } });
  });

  test('WCP 27 complete multiple instance task: the deadline ends the vote with the agreements there are', () => {
    // biome-ignore lint/suspicious/noThenProperty: the word of deadlines
    const overdue: ApproveStep['overdue'] = [{ then: { do: 'agree', because: 'No objection is agreement' } }];
    const [definition, ...past] = voting(2, { mode: 'all', due: '1wd', overdue });
    const told = given(definition, ...past, agrees('l1', 'check'), ticks('2026-11-04 00:00'));
    expect(told.state.steps[check]?.seats.map(({ status }) => status)).toEqual(['agreed', 'cancelled']);
    expect(asked(told.state)).toEqual({ last: ['boss'] });
  });
});
