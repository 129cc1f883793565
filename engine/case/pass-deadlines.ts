import type { AskingStep } from '../definition/definition.ts';
import type { Instant, UserId } from '../shared/brand.ts';
import { agendaOf, type Item, momentOf, timeOf } from './agenda.ts';
import { decideLate } from './decide-late.ts';
import { copiesFor } from './effects.ts';
import { escalate } from './escalate.ts';
import type { SeatEntered } from './events.ts';
import type { Moment, SideMoment } from './moments.ts';
import type { Recorder } from './recorder.ts';
import type { RowMoment } from './row-moments.ts';
import type { StepState } from './state.ts';

/** People told in this sweep, by what they were told of. */
type Told = Map<string, Set<UserId>>;

/**
 * Lets the moments of deadlines that have come happen, in the order of time, each exactly once however late this is.
 * Reminders that were missed come down to the last of them, and nobody is told twice of the same thing in one go.
 *
 * @param before called before each moment, for what comes due in between.
 */
export function passDeadlines(recorder: Recorder, before: (moment: Instant) => void): void {
  const told: Told = new Map();
  for (let due = dueItems(recorder); due.length > 0; due = dueItems(recorder)) {
    due.forEach((item, index) => {
      before(timeOf(item));
      pass(item, isLastReminder(item, due.slice(index + 1)), told, recorder);
    });
  }
}

/** Whatever a deadline has decided can let the case come to steps where something is due already. */
const dueItems = ({ definition, state, facts }: Recorder): readonly Item[] =>
  agendaOf(definition, state, facts).filter((item) => timeOf(item) <= facts.now);

const isLastReminder = (item: Item, later: readonly Item[]): boolean =>
  momentOf(item).n !== undefined && !later.some((other) => isSame(item, other) && momentOf(other).n !== undefined);

function nameOf(item: Item): string {
  if ('moment' in item) return item.step.id;
  return 'askedFirst' in item ? `${item.step.id}/` : `${item.step.id}/${item.rowMoment.row}`;
}

const isSame = (one: Item, other: Item): boolean => nameOf(one) === nameOf(other);

/** What happened before may have ended the step, or the case. */
function pass(item: Item, reminds: boolean, told: Told, recorder: Recorder): void {
  const state = recorder.state.steps[item.step.id];
  if (recorder.state.status !== 'open' || state?.status !== 'open') return;
  const how = { reminds, told: toldOf(item, told) };
  if ('moment' in item) passStep(item.step, item.moment, state, how, recorder);
  else if ('askedFirst' in item) passAskedFirst(item.step, item.askedFirst, state, how, recorder);
  else passRow(item.step, item.rowMoment, how, recorder);
}

type How = { readonly reminds: boolean; readonly told: Set<UserId> };

function passStep(step: AskingStep, moment: Moment, { round }: StepState, how: How, recorder: Recorder): void {
  const { at, level, n = 0 } = moment;
  if (level !== undefined) {
    const copied = copies(moment, how.told, recorder);
    recorder.record('DeadlinePassed', { step: step.id, round, level, due: at, copied, see: [...step.rights.see] });
  }
  for (const { escalate: role } of moment.actions) if (role !== undefined) escalate(step, role, recorder);
  if (how.reminds) recorder.record('Reminded', { step: step.id, round, n, at, seats: askedSeats(step, recorder) });
  for (const { then } of moment.actions) if (then !== undefined) decideLate(step, then, recorder);
}

/** Those asked first are reminded and others told; who takes over and what is decided is for the step's own clock. */
function passAskedFirst(step: AskingStep, moment: SideMoment, { round }: StepState, how: How, recorder: Recorder) {
  const { level, due } = moment;
  if (moment.at < due && !how.reminds) return;
  recorder.record('AskedFirstLate', {
    step: step.id,
    round,
    level,
    due,
    copied: copies(moment, how.told, recorder),
    see: [...step.rights.see],
    seats: how.reminds || moment.at === due ? askedSeats(step, recorder) : [],
  });
}

function passRow(step: AskingStep, moment: RowMoment, how: How, recorder: Recorder): void {
  const { row, level, due } = moment;
  const isReminder = moment.actions.length === 0 && moment.at < due;
  if (isReminder && !how.reminds) return;
  recorder.record('RowDeadlinePassed', {
    step: step.id,
    row,
    level,
    due,
    copied: copies(moment, how.told, recorder),
    see: [...step.rights.see],
    seats: how.reminds ? askedSeats(step, recorder) : [],
  });
  for (const { escalate: role } of moment.actions) if (role !== undefined) escalate(step, role, recorder);
}

function toldOf(item: Item, told: Told): Set<UserId> {
  const known = told.get(nameOf(item)) ?? new Set();
  told.set(nameOf(item), known);
  return known;
}

function copies({ actions }: Moment, told: Set<UserId>, recorder: Recorder): readonly SeatEntered[] {
  const roles = actions.flatMap(({ copy }) => copy);
  const fresh = copiesFor(roles, recorder).filter(({ person }) => !told.has(person));
  for (const { person } of fresh) told.add(person);
  return recorder.seats(fresh);
}

/** Those whose turn it is. */
const askedSeats = ({ id }: AskingStep, { state }: Recorder): readonly number[] =>
  (state.steps[id]?.seats ?? []).filter(({ status }) => status === 'open').map((seat) => seat.id);
