import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../../engine/case/decide.ts';
import { evolve, replay } from '../../../../engine/case/evolve.ts';
import type { CaseState, Seat } from '../../../../engine/case/state.ts';
import type { Definition } from '../../../../engine/definition/definition.ts';
import type { StepId } from '../../../../engine/shared/brand.ts';
import type { ReturnRule, StepEntry } from '../../../../schemas/generated/process.ts';
import { type Act, agrees, person, returns, starts, submits, takesBack, withdraws } from '../../../support/acts.ts';
import { digest, given, type Told } from '../../../support/given.ts';
import { openSeats, openTasks } from '../../../support/open-tasks.ts';
import { approve, fill, processOf, straightBackTo } from '../../../support/small-process.ts';

type Dice = readonly [number, number, number];

const RUNS = 150;
/** Forward deeds that lead to the end from anywhere. */
const TO_THE_END: readonly Dice[] = Array.from({ length: 40 }, (_, index) => [index, 99, 0] as const);
const text = { type: 'text', title: 'Text' } as const;
const forms = { ask: { what: text, why: text, size: text }, note: { text } };
const key = { unit: "'sales'", year: '2026' };
const budget = { unit: 'sales', year: 2026, total: '100.00', spent: '0.00', left: '100.00' };

/** Approvals that see different fields, in order and side by side, a choice, a write, and ways back from everywhere. */
function process(repeat: 'ask' | 'skip-unchanged', back: (...to: string[]) => ReturnRule): Definition {
  const inner: StepEntry[] = [
    { a1: approve('boss', { see: ['ask.what'], form: 'note' }) },
    { a2: approve('lead', { see: ['ask.size'], return: back('a1') }) },
  ];
  return processOf({
    rules: { nobody: { to: { post: 'boss' } }, self: { to: { managerOf: 'self' } }, repeat },
    forms,
    roles: { manager: { managerOf: 'starter' } },
    steps: [
      { ask: fill('ask', 'starter') },
      { one: approve('manager', { see: ['ask.what', 'ask.why'], return: back('ask') }) },
      { book: { ledger: 'budget', key, update: { spent: 'row.spent + 1' }, undo: { spent: 'row.spent - 1' } } },
      {
        both: {
          return: back('ask', 'one'),
          parallel: [
            { steps: inner },
            { steps: [{ b: approve('lead', { see: ['ask', 'note'], mode: 'all' }) }] },
            { when: "ask.size == '2'", steps: [{ c: approve('boss', { see: ['ask.why'] }) }] },
          ],
        },
      },
      {
        size: {
          choose: [
            { when: "ask.size == '1'", steps: [{ big: approve('boss', { see: ['ask.what', 'note'] }) }] },
            { else: [{ small: approve('manager', { see: ['ask.why'] }) }] },
          ],
        },
      },
      { edit: fill('ask', 'boss', { return: back('one', 'ask') }) },
      { last: approve('boss', { see: ['ask', 'note'], mode: 'any', return: back('ask', 'one', 'edit') }) },
    ],
    withdraw: { until: 'last' },
  });
}
const rerun = (...to: string[]): ReturnRule => ({ to });
const processes = [
  process('ask', rerun),
  process('skip-unchanged', rerun),
  process('ask', straightBackTo),
  process('skip-unchanged', straightBackTo),
];

const dice = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)), { minLength: 5, maxLength: 30 });
type Seated = { readonly step: StepId; readonly who: string };

const seatsWith = ({ steps }: CaseState, ...statuses: readonly Seat['status'][]): readonly Seated[] =>
  Object.entries(steps).flatMap(([id, { seats }]) =>
    seats.filter(({ status }) => statuses.includes(status)).map((seat) => ({ step: id as StepId, who: seat.person })),
  );
const openOf = (state: CaseState): readonly Seated[] => seatsWith(state, 'open');

/** Mostly forward, often back, with another value in one field or none. */
function deed(definition: Definition, state: CaseState, [which, what, value]: Dice): Act {
  const open = openOf(state);
  const { step, who } = open[which % open.length] ?? { step: 'ask' as StepId, who: 'ada' };
  const rule = definition.steps.get(step);
  const values =
    value % 3 > 0 ? {} : { ask: { [['what', 'why', 'size'][(value % 9) % 3] ?? 'what']: String(value % 4) } };
  const targets = rule?.kind === 'fill' || rule?.kind === 'approve' ? rule.returnTo : [];
  if (what < 22 && targets.length > 0) return returns(who, step, targets[value % targets.length] ?? '');
  if (what < 26) return withdraws('ada', 'keep');
  const decided = seatsWith(state, 'agreed', 'submitted');
  const own = decided[value % decided.length];
  if (what < 40 && own !== undefined) return takesBack(own.who, own.step);
  if (rule?.kind === 'fill') return submits(who, step, { values });
  const note =
    rule?.kind === 'approve' && rule.form !== undefined && value % 2 > 0 ? { note: { text: String(value % 3) } } : {};
  return agrees(who, step, { values: note });
}

/** What is refused changes nothing. */
function play(told: Told, act: Act): Told {
  const facts = { ...told.facts, by: person(act.by) };
  const decided = decide(told.definition, told.state, act.command, facts);
  if (!decided.ok) return told;
  const entry = { at: facts.now, by: facts.by, events: decided.value };
  const writes = decided.value.flatMap((event) => (event.type === 'LedgerWritten' ? [event.data] : []));
  const rows = writes.map(({ ledger, row, base, cells }) => [`${ledger}/${row}`, { version: base + 1, cells }]);
  return {
    ...told,
    state: evolve(told.state, entry),
    entries: [...told.entries, entry],
    facts: { ...told.facts, rows: { ...told.facts.rows, ...Object.fromEntries(rows) } },
  };
}

function story(definition: Definition, throws: readonly Dice[]): readonly Told[] {
  const world = { rows: { 'budget/sales|2026': { version: 1, cells: budget } } };
  const start = given(definition, world, starts('ada', { ask: { what: '0', why: '0', size: '0' } })).told;
  const told = [start];
  for (const each of [...throws, ...TO_THE_END]) {
    const last = told.at(-1) ?? start;
    if (last.state?.status !== 'open') break;
    told.push(play(last, deed(definition, last.state, each)));
  }
  return told;
}

/** Steps of the branches that were taken, found without the engine's help: what the document says, top to bottom. */
function stepsTaken(definition: Definition, { branches }: CaseState): readonly string[] {
  const inside = (entries: readonly StepEntry[]): readonly string[] =>
    entries.flatMap((entry) =>
      Object.entries(entry).flatMap(([id, block]) => {
        const forks = 'parallel' in block ? block.parallel : 'choose' in block ? block.choose : undefined;
        if (forks === undefined) return [id];
        return forks.flatMap((fork, index) =>
          branches[id as StepId]?.[index]?.taken ? inside('else' in fork ? fork.else : fork.steps) : [],
        );
      }),
    );
  return inside(definition.document.steps);
}

/** The fields an approval is bound to, as a person would read them off the definition. */
function shownAt(definition: Definition, state: CaseState, id: string): unknown {
  const step = definition.steps.get(id as StepId);
  const see = step?.kind === 'approve' ? [...step.rights.see].map((path) => path.split('.')) : [];
  const shown: Record<string, Record<string, unknown>> = {};
  for (const [form = '', field = ''] of see) {
    const value = state.values[form]?.[field];
    if (value !== undefined) shown[form] = { ...shown[form], [field]: value };
  }
  return shown;
}

describe('rule 14: approvals are bound to content, whatever way a case goes', () => {
  test.each(processes.map((definition, index) => ({ definition, index })))(
    'process $index',
    ({ definition, index }) => {
      const seen = { reopened: 0, returned: 0, takenBack: 0 };
      fc.assert(
        fc.property(dice, (throws) => {
          const told = story(definition, throws);
          for (const { state } of told) if (state?.status === 'open') expect(openOf(state).length).toBeGreaterThan(0);
          const middle = told[Math.min(throws.length, told.length - 1)];
          if (middle?.state !== undefined)
            expect(openTasks(definition, middle.entries)).toEqual(openSeats(middle.state));
          const end = told.at(-1);
          if (end?.state === undefined) throw new Error('a story has a start');
          expect(replay(end.entries)).toEqual(end.state);
          const types = end.entries.flatMap(({ events }) => events.map(({ type }) => type));
          seen.reopened += types.includes('SeatsReopened') ? 1 : 0;
          seen.returned += types.includes('StepReturned') ? 1 : 0;
          seen.takenBack += types.includes('SeatTakenBack') ? 1 : 0;
          expect(end.state.status).toBe('completed');
          expect(end.facts.rows['budget/sales|2026']?.cells.spent).toBe('1.00');
          for (const id of stepsTaken(definition, end.state)) {
            const step = end.state.steps[id as StepId];
            expect(step?.status, id).toBe('done');
            const agreed = step?.seats.filter(({ status }) => status === 'agreed') ?? [];
            for (const seat of agreed) expect(seat.digest, id).toBe(digest(shownAt(definition, end.state, id)));
            if (definition.steps.get(id as StepId)?.kind === 'approve') expect(agreed.length, id).toBeGreaterThan(0);
          }
        }),
        { numRuns: RUNS, seed: 20_261_114 + index },
      );
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(RUNS / 10);
    },
  );
});
