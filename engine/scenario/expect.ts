import type { Expectation } from '../../schemas/generated/scenario.ts';
import type { Calendar } from '../calendar/index.ts';
import type { SeatStatus, StepState } from '../case/state.ts';
import { asks } from '../definition/definition.ts';
import { rowsOf, type Values, valueAt } from '../form/value.ts';
import type { Instant } from '../shared/brand.ts';
import type { World, WorldCase } from './world.ts';

/** One comparison of what a story says with what is. */
export type Mismatch = { readonly what: string; readonly expected: unknown; readonly actual: unknown };

/** All comparisons an expectation asks for, those that hold included. */
export function mismatches(
  expected: Expectation,
  target: WorldCase,
  world: World,
  calendar: Calendar,
): readonly Mismatch[] {
  const { state } = target;
  const found: Mismatch[] = [];
  const compare = (what: string, wanted: unknown, actual: unknown) => {
    if (wanted !== undefined) found.push({ what, expected: wanted, actual: actual ?? null });
  };
  compare('status', expected.status, state.status);
  compare('open', expected.open && sorted(expected.open), sorted(openSeats(target)));
  compare('skipped', expected.skipped?.toSorted(), skipped(target));
  compare('overdue', expected.overdue?.toSorted(), overdue(target));
  for (const [step, people] of Object.entries(expected.waiting ?? {}))
    compare(`waiting at ${step}`, people.toSorted(), seatsThat('waiting', entryOf(state.steps, step)));
  for (const [step, count] of Object.entries(expected.reminded ?? {}))
    compare(`reminders at ${step}`, count, entryOf(state.steps, step)?.reminded);
  compare('reopened', expected.reopened?.toSorted(), reopened(target));
  compare(
    'marked',
    expected.marked,
    state.interventions.map(({ kind }) => kind),
  );
  compare('copied', expected.copied?.toSorted(), Object.keys(state.copies).sort());
  for (const [step, round] of Object.entries(expected.round ?? {}))
    compare(`round of ${step}`, round, entryOf(state.rounds, step));
  for (const [step, due] of Object.entries(expected.due ?? {}))
    compare(`due of ${step}`, due, local(entryOf(state.steps, step)?.due?.at, calendar));
  for (const [path, value] of Object.entries(expected.values ?? {})) compare(path, value, shownAt(state.values, path));
  for (const [ledger, cells] of Object.entries(expected.ledger ?? {}))
    found.push(...rowMismatches(ledger, cells, target, world));
  for (const [ledger, rows] of Object.entries(expected.rows ?? {}))
    found.push(...rowsMismatches(ledger, rows, target, world));
  for (const [process, count] of Object.entries(expected.started ?? {}))
    compare(`cases of ${process}`, count, world.cases(process).length);
  return found;
}

/** A value, or a cell of a table by the index of its row: `plan.lines.0.amount`. */
function shownAt(values: Values, path: string): unknown {
  const [form = '', field = '', row = '', column = ''] = path.split('.');
  const held = valueAt(values, `${form}.${field}`);
  return Array.isArray(held) && column !== '' ? rowsOf(held)[Number(row)]?.[column] : valueAt(values, path);
}

const entryOf = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => record[key];

/** Cells of the case's own row in a ledger, or of the row it wrote last, as that row is now. */
function rowMismatches(
  ledger: string,
  cells: Readonly<Record<string, unknown>>,
  target: WorldCase,
  world: World,
): readonly Mismatch[] {
  const row = entryOf(target.state.rows, ledger) ?? rowsWritten(ledger, target).at(-1) ?? '';
  return cellMismatches(ledger, cells, world.row(ledger, row)?.cells ?? {});
}

/** All rows the case has written in a ledger, each once, as they are now. */
function rowsMismatches(
  ledger: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  target: WorldCase,
  world: World,
): readonly Mismatch[] {
  const written = [...new Set(rowsWritten(ledger, target))];
  const number = { what: `rows of ${ledger}`, expected: rows.length, actual: written.length };
  const cells = rows.flatMap((row, index) =>
    cellMismatches(`${ledger} ${index + 1}`, row, world.row(ledger, written[index] ?? '')?.cells ?? {}),
  );
  return [number, ...cells];
}

const rowsWritten = (ledger: string, { entries }: WorldCase): readonly string[] =>
  entries
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'LedgerWritten' && event.data.ledger === ledger ? [event.data.row] : []));

function cellMismatches(
  name: string,
  cells: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): readonly Mismatch[] {
  return Object.entries(cells).map(([column, value]) => ({
    what: `${name}.${column}`,
    expected: value,
    actual: actual[column] ?? null,
  }));
}

function openSeats({ state }: WorldCase): Record<string, readonly string[]> {
  const open = Object.entries(state.status === 'open' ? state.steps : {}).filter(([, step]) => step.status === 'open');
  return Object.fromEntries(
    open.map(([id, { seats }]) => [id, seats.filter((seat) => seat.status === 'open').map((seat) => seat.person)]),
  );
}

function skipped({ definition, state }: WorldCase): readonly string[] {
  return [...definition.steps.values()]
    .filter((step) => asks(step) && isSkipped(definition.blocks, state, step.id))
    .map(({ id }) => id)
    .sort();
}

/** Inside a branch that was not taken. */
function isSkipped(blocks: WorldCase['definition']['blocks'], state: WorldCase['state'], id: string): boolean {
  return blocks.some((block) => {
    if (block.kind !== 'choose' && block.kind !== 'parallel') return false;
    const taken = entryOf(state.branches, block.id);
    return block.branches.some((branch, index) => {
      if (taken !== undefined && taken[index]?.taken === false) return contains(branch.blocks, id);
      return isSkipped(branch.blocks, state, id);
    });
  });
}

const contains = (blocks: WorldCase['definition']['blocks'], id: string): boolean =>
  blocks.some((block) => {
    if (block.id === id) return true;
    return (
      (block.kind === 'choose' || block.kind === 'parallel') &&
      block.branches.some((branch) => contains(branch.blocks, id))
    );
  });

const seatsThat = (status: SeatStatus, step: StepState | undefined): readonly string[] =>
  (step?.seats ?? [])
    .filter((seat) => seat.status === status)
    .map(({ person }) => person)
    .sort();

const reopened = ({ entries }: WorldCase): readonly string[] => [
  ...new Set(
    entries
      .flatMap(({ events }) => events)
      .flatMap((event) => (event.type === 'SeatsReopened' ? [event.data.step as string] : []))
      .sort(),
  ),
];

const overdue = ({ state }: WorldCase): readonly string[] =>
  Object.entries(state.steps)
    .filter(([, step]) => step.status === 'open' && step.late > 0)
    .map(([id]) => id)
    .sort();

const sorted = (open: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(open).map(([step, people]) => [step, people.toSorted()]));

/** Minutes are enough for a story. */
function local(at: Instant | undefined, calendar: Calendar): string | null {
  if (at === undefined) return null;
  return new Date(Date.parse(at) + calendar.offset * 60_000).toISOString().slice(0, 16);
}
