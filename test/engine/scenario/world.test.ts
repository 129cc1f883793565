import { describe, expect, test } from 'vitest';
import { World } from '../../../engine/scenario/world.ts';
import { agrees, person, submits } from '../../support/acts.ts';
import { company } from '../../support/company.ts';
import { asked, instant } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const memo = processOf({
  id: 'memo',
  number: { format: 'M-{seq:2}', reset: 'never' },
  subject: 'memo.text',
  startable: false,
  forms: {
    memo: {
      text: { type: 'text', title: 'Text', required: true },
      day: { type: 'date', title: 'Day' },
      before: { type: 'text', title: 'Before' },
    },
  },
  steps: [{ write: fill('memo', 'starter', { due: '1d' }) }],
});
const small = processOf({
  foreign: { memo: memo.document.forms },
  forms: {
    ask: {
      what: { type: 'text', title: 'What' },
      until: { type: 'date', title: 'Until' },
      unit: { type: 'unit', title: 'Unit' },
    },
  },
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('lead', { due: '1d', overdue: [{ copy: ['boss'] }] }) },
    { book: { ledger: 'budget', key: { unit: 'ask.unit', year: '2026' }, update: { spent: 'row.spent + 1' } } },
    {
      weekly: {
        start: 'memo',
        as: 'starter',
        every: 'friday',
        while: 'today <= ask.until',
        with: { 'memo.day': 'occurrence', 'memo.before': 'last.memo.text' },
      },
    },
  ],
});
const pen = { ask: { what: 'a pen', until: '2026-11-21', unit: 'sales' } };

/** The company on Monday, 2 November 2026, nine o'clock. */
function open(): World {
  const world = new World({ small, memo }, company, instant('2026-11-02 09:00'));
  world.addRow('budget', { unit: 'sales', year: 2026, total: '100', spent: '10' });
  return world;
}
const { command: agree } = agrees('ben', 'check');
const approved = (world: World) => {
  const begun = world.start('small', person('ada'), pen);
  if (!begun.ok) throw new Error(begun.error.code);
  const done = world.command(begun.value.id, agree, person('ben'));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};

describe('a company in memory', () => {
  test('numbers cases as their process says, a refused start takes no number', () => {
    const world = open();
    expect(world.start('small', person('fay'), pen)).toMatchObject({ ok: false, error: { code: 'not-startable' } });
    expect(world.start('small', person('ada'), pen)).toMatchObject({ ok: true, value: { number: 'S-2026-001' } });
    expect(world.start('small', person('ada'), pen)).toMatchObject({ ok: true, value: { number: 'S-2026-002' } });
    expect(world.cases().map(({ id }) => id)).toEqual(['small-1', 'small-2']);
  });

  test('keeps an entry for each command that recorded something', () => {
    const world = open();
    const { entries, id } = approved(world);
    expect(entries.map(({ by, at }) => [by, at])).toEqual([
      ['ada', '2026-11-02T01:00:00.000Z'],
      ['ben', '2026-11-02T01:00:00.000Z'],
    ]);
    world.command(id, { do: 'tick' }, 'system:schedule');
    expect(world.case(id)?.entries).toHaveLength(2);
  });

  test('a refused command changes neither the case nor a ledger', () => {
    const world = open();
    approved(world);
    const before = world.case('small-1');
    expect(world.command('small-1', agree, person('ben'))).toEqual({ ok: false, error: { code: 'not-open' } });
    expect(world.case('small-1')).toBe(before);
    expect(world.row('budget', 'sales|2026')).toMatchObject({ version: 2 });
  });

  test('writes ledgers, version by version, with computed columns', () => {
    const world = open();
    expect(world.row('budget', 'sales|2026')).toEqual({
      version: 1,
      cells: { unit: 'sales', year: 2026, total: '100.00', spent: '10.00', left: '90.00' },
    });
    approved(world);
    approved(world);
    expect(world.row('budget', 'sales|2026')).toMatchObject({ version: 3, cells: { spent: '12.00', left: '88.00' } });
  });

  test('names what is not there', () => {
    const world = open();
    expect(() => world.addRow('stock', {})).toThrow('no ledger stock');
    expect(() => world.start('other', person('ada'), {})).toThrow('no process other');
    expect(() => world.command('small-9', agree, person('ada'))).toThrow('no case small-9');
    expect(world.case('small-9')).toBeUndefined();
    expect(world.row('budget', 'hq|2026')).toBeUndefined();
  });
});

describe('time in the company', () => {
  test('what falls due on the way happens at its own moment', () => {
    const world = open();
    world.start('small', person('ada'), pen);
    world.waitUntil(instant('2026-11-10 12:00'));
    expect(world.now).toBe(instant('2026-11-10 12:00'));
    expect(world.case('small-1')?.entries.at(-1)).toMatchObject({
      at: instant('2026-11-04 00:00'),
      by: 'system:schedule',
      events: [{ type: 'DeadlinePassed', data: { copied: [{ person: 'cleo' }] } }],
    });
  });

  test('a series starts one case a week, each from its own parent, until it ends', () => {
    const world = open();
    approved(world);
    approved(world);
    world.waitUntil(instant('2026-12-31 00:00'));
    const memos = world.cases('memo');
    expect(memos.map(({ state }) => [state.cause?.case, state.cause?.on])).toEqual([
      ['small-1', '2026-11-06'],
      ['small-2', '2026-11-06'],
      ['small-1', '2026-11-13'],
      ['small-2', '2026-11-13'],
      ['small-1', '2026-11-20'],
      ['small-2', '2026-11-20'],
    ]);
    expect(memos.map(({ number }) => number)).toEqual(['M-01', 'M-02', 'M-03', 'M-04', 'M-05', 'M-06']);
    expect(memos.map(({ state }) => state.startedAt)[0]).toBe(instant('2026-11-06 00:00'));
    expect(asked(memos[0]?.state ?? approved(world).state)).toEqual({ write: ['ada'] });
  });

  test('each case of a series is handed the values of the one before', () => {
    const world = open();
    approved(world);
    world.waitUntil(instant('2026-11-06 09:00'));
    world.command(
      'memo-1',
      submits('ada', 'write', { values: { memo: { text: 'first week' } } }).command,
      person('ada'),
    );
    world.waitUntil(instant('2026-11-13 09:00'));
    expect(world.case('memo-2')?.state.values).toEqual({ memo: { day: '2026-11-13', before: 'first week' } });
  });

  test('waiting for a moment that has passed only sets the clock', () => {
    const world = open();
    approved(world);
    world.waitUntil(instant('2026-11-06 09:00'));
    world.waitUntil(instant('2026-11-05 09:00'));
    expect(world.now).toBe(instant('2026-11-05 09:00'));
    expect(world.cases('memo')).toHaveLength(1);
    world.waitUntil(instant('2026-11-06 09:00'));
    expect(world.cases('memo')).toHaveLength(1);
  });

  test('a start that finds nobody, not even by the nobody rule, goes to an administrator', () => {
    const lost = processOf({
      id: 'lost',
      foreign: { memo: memo.document.forms },
      forms: { ask: { what: { type: 'text', title: 'What' }, who: { type: 'person', title: 'Who' } } },
      roles: { who: { field: 'ask.who' } },
      rules: { nobody: { to: { field: 'ask.who' } }, self: 'allow', repeat: 'ask' },
      steps: [{ ask: fill('ask', 'starter') }, { next: { start: 'memo', as: 'who', at: 'today + 1d' } }],
    });
    const world = new World({ lost, memo }, company, instant('2026-11-02 09:00'));
    world.start('lost', person('ada'), { ask: { what: 'a pen' } });
    world.waitUntil(instant('2026-11-04 00:00'));
    expect(world.case('lost-1')?.state.planned).toEqual({});
    expect(world.cases('memo').map(({ state }) => [state.starter, state.cause?.case])).toEqual([['cleo', 'lost-1']]);
  });
});
