import { describe, expect, test } from 'vitest';
import { evolve } from '../../../engine/case/evolve.ts';
import type { CaseState } from '../../../engine/case/state.ts';
import { World } from '../../../engine/scenario/world.ts';
import type { CivilDate } from '../../../engine/shared/brand.ts';
import { builtInRows, caseChanges } from '../../../engine/sums/case-rows.ts';
import { agrees, person, step } from '../../support/acts.ts';
import { company } from '../../support/company.ts';
import { instant } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const OFFSET = 480;
const small = processOf({
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('lead', { mode: 'any', due: '1d', return: { to: ['ask'] } }) },
    { final: approve('boss', { due: '1d' }) },
  ],
});

/** The rows of the built-in sources after all entries of a case, as changes leave them. */
function rowsAfter(world: World, id: string) {
  const found = world.case(id);
  if (!found) throw new Error('no case');
  const rows = new Map<string, Readonly<Record<string, unknown>>>();
  let before: CaseState | undefined;
  for (const entry of found.entries) {
    const after = evolve(before, entry);
    for (const change of caseChanges(id, { before, after }, entry, OFFSET)) {
      const key = `${change.source}: ${change.subject}`;
      expect(change.before).toEqual(rows.get(key));
      if (change.after) rows.set(key, change.after);
    }
    before = after;
  }
  return rows;
}

describe('the rows that follow from a case', () => {
  const world = new World({ small }, company, instant('2026-11-02 09:00'));
  const begun = world.start('small', person('ada'), { ask: { what: 'a pen' } });
  if (!begun.ok) throw new Error(begun.error.code);
  const { id } = begun.value;
  const act = (by: string, command: Parameters<World['command']>[1]) => {
    const done = world.command(id, command, person(by));
    if (!done.ok) throw new Error(done.error.code);
  };
  world.waitUntil(instant('2026-11-02 12:00'));
  const check = world.case(id)?.state.steps[step('check')];
  const seat = check?.seats.find(({ status }) => status === 'open');
  act('ben', { do: 'return', step: step('check'), to: step('ask'), opinion: 'once more' });
  const returned = rowsAfter(world, id);

  test('keep what a step was when the case is returned past it', () => {
    expect(seat?.person).toBe('ben');
    expect(returned.get(`steps: ${id} check 1 ${seat?.id}`)).toMatchObject({
      step: 'small.check',
      person: 'ben',
      opened: '2026-11-02',
      closed: '2026-11-02',
      outcome: 'returned',
    });
    expect(returned.get(`cases: ${id}`)).toMatchObject({
      process: 'small',
      starter: 'ada',
      status: 'open',
      returns: 1,
    });
  });

  test('say by which version a case runs and that no administrator has changed it', () => {
    expect(returned.get(`cases: ${id}`)).toMatchObject({ version: 1, interventions: 0 });
  });

  test('say how long a seat took and whether it was late', () => {
    const submitted = returned.get(`steps: ${id} ask 1 1`);
    expect(submitted).toMatchObject({ person: 'ada', outcome: 'submitted', hours: 0, late: false });
    expect(builtInRows('duties', id, world.case(id)?.state as CaseState, OFFSET).size).toBe(0);
  });
});

test('an approval that comes after its deadline is late, and the case says how many days it took', () => {
  const world = new World({ small }, company, instant('2026-11-02 09:00'));
  const begun = world.start('small', person('ada'), { ask: { what: 'a pen' } });
  if (!begun.ok) throw new Error(begun.error.code);
  const { id } = begun.value;
  world.waitUntil(instant('2026-11-05 10:00'));
  expect(world.command(id, agrees('ben', 'check').command, person('ben')).ok).toBe(true);
  expect(world.command(id, agrees('cleo', 'final').command, person('cleo')).ok).toBe(true);
  const rows = rowsAfter(world, id);
  const seats = [...rows].filter(([key]) => key.includes(' check ')).map(([, cells]) => cells);
  expect(seats).toMatchObject([
    { person: 'ben', late: true, hours: 73, due: '2026-11-04', closed: '2026-11-05', outcome: 'agreed' },
    { person: 'dan', outcome: 'cancelled' },
  ]);
  expect(rows.get(`cases: ${id}`)).toMatchObject({
    status: 'completed',
    started: '2026-11-02',
    ended: '2026-11-05',
    days: 3,
  });
});

test('a step says what about it was out of the ordinary', () => {
  const world = new World({ small }, company, instant('2026-11-02 09:00'));
  world.addAbsence({
    person: person('cleo'),
    proxy: person('dan'),
    from: '2026-11-01' as CivilDate,
    until: '2026-11-30' as CivilDate,
  });
  const begun = world.start('small', person('ada'), { ask: { what: 'a pen' } });
  if (!begun.ok) throw new Error(begun.error.code);
  const { id } = begun.value;
  const exceptions = (of: string) =>
    [...rowsAfter(world, id)]
      .filter(([key]) => key.includes(` ${of} `))
      .map(([, { person: by, exception }]) => [by, exception]);
  const due = { do: 'changeDue', step: step('check'), due: '2026-11-20T18:00', opinion: 'a fair' } as const;
  expect(world.command(id, due, person('cleo'))).toMatchObject({ ok: true });
  expect(exceptions('ask')).toEqual([['ada', undefined]]);
  expect(exceptions('check')).toContainEqual(['ben', 'deadline']);
  expect(world.command(id, agrees('ben', 'check').command, person('ben')).ok).toBe(true);
  expect(exceptions('final')).toContainEqual(['dan', 'deputy']);
  expect(rowsAfter(world, id).get(`cases: ${id}`)).toMatchObject({ interventions: 1 });
});
