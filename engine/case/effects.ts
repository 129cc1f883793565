import { nextOccurrence } from '../calendar/index.ts';
import type { Cell, CopyStep, StartStep } from '../definition/definition.ts';
import { type DateRuleParts, resolveDateRule } from '../form/date-rule.ts';
import { ROW_KEY, type Row, type Values, valueAt, withValue } from '../form/value.ts';
import type { CivilDate, UserId } from '../shared/brand.ts';
import { addDays } from '../shared/civil-date.ts';
import { type Context, evaluateCells, isTrue, withRoot } from './context.ts';
import type { SeatEntered } from './events.ts';
import { childrenOf } from './outcome.ts';
import { peopleOf, peopleOfRole } from './people.ts';
import type { Recorder } from './recorder.ts';
import { rowsInTurn } from './rows-in-turn.ts';

/** Tells people about the case; a copy asks for nothing and blocks nothing. */
export function copyTo(step: CopyStep, recorder: Recorder): void {
  recorder.record('Copied', { step: step.id, seats: copiesFor(step.roles, recorder), see: [...step.see] });
}

/** One copy a person, in the order of the roles. */
export function copiesFor(roles: readonly string[], recorder: Recorder): readonly SeatEntered[] {
  const found = roles.map((role) => peopleOfRole(role, recorder.context));
  const copies = found.flatMap(({ people, reason }) => people.map((person) => ({ person, reason })));
  const once = copies.filter((copy, index) => copies.findIndex((other) => other.person === copy.person) === index);
  return recorder.seats(once);
}

/** Starts another process: now, on its date, or as a series. */
export function startOther(step: StartStep, recorder: Recorder): void {
  const { calendar, today } = recorder.facts;
  if (step.series !== undefined) {
    const from = later(dateOf(step.series.from, recorder.context), today);
    const next = nextOccurrence(addDays(from, -1), step.series.every, calendar);
    recorder.record('SeriesOpened', { step: step.id, next });
    return;
  }
  const on = step.at === undefined ? undefined : dateOf(step.at, recorder.context);
  if (on !== undefined && on > today) recorder.record('StartPlanned', { step: step.id, on, ...waiting(step) });
  else startIfWanted(step, recorder);
}

/** Asks for what was planned for a day, unless it is no longer wanted then; judged as of its own day. */
export function startIfWanted(step: StartStep, recorder: Recorder, on?: CivilDate): void {
  const { context, facts } = recorder;
  const day = on ?? facts.today;
  const asOf = { ...context, form: { ...context.form, today: day } };
  if (step.while === undefined || isTrue(step.while, asOf)) requestStart(step, recorder, on);
  else recorder.record('StartDropped', { step: step.id, on: day });
}

const waiting = ({ wait }: StartStep): { readonly wait?: true } => (wait ? { wait } : {});

function later(date: CivilDate | undefined, today: CivilDate): CivilDate {
  return date === undefined || date < today ? today : date;
}

/**
 * Asks the outbox to start a case of the other process: one, or one for each row of a table as it is now. The key of an
 * order is the same however often it is delivered. Without rows the step is done.
 */
export function requestStart(step: StartStep, recorder: Recorder, on?: CivilDate): void {
  if (step.each === undefined) {
    orderStart(step, recorder, on);
    return;
  }
  const rows = rowsInTurn(step, recorder.context);
  for (const row of rows) orderStart(step, recorder, on, row);
  if (rows.length === 0) completeStart(step, recorder);
}

function orderStart(step: StartStep, recorder: Recorder, on?: CivilDate, row?: Row): void {
  const n = (recorder.state.starts[step.id] ?? 0) + 1;
  const last = recorder.facts.last?.[step.id] ?? {};
  const context = withRoot(withRoot(recorder.context, 'last', last), 'occurrence', on ?? recorder.facts.today);
  recorder.record('StartRequested', {
    step: step.id,
    key: `${recorder.facts.case.id}:${step.id}:${n}`,
    process: step.process,
    starter: starterOf(step, recorder, row),
    values: valuesFrom(step.with, context, row),
    ...(on === undefined ? {} : { on }),
    ...(row === undefined ? {} : { row: String(row[ROW_KEY]) }),
    ...waiting(step),
  });
}

/** Ends a step that waits for the cases it started, once the last of them has ended. */
export function completeIfEnded(step: StartStep, recorder: Recorder): void {
  const { state } = recorder;
  if (state.steps[step.id]?.status !== 'open' || state.planned[step.id] !== undefined) return;
  if (childrenOf(step.id, state).every(({ ended }) => ended !== undefined)) completeStart(step, recorder);
}

function completeStart({ id }: StartStep, recorder: Recorder): void {
  const round = recorder.state.steps[id]?.round ?? recorder.nextRound(id);
  recorder.record('StepCompleted', { step: id, round, why: 'children', cancelled: [] });
}

/** What is handed over, form by form. */
export function valuesFrom(cells: readonly Cell[], context: Context, row?: Row): Values {
  return Object.entries(evaluateCells(cells, context, row)).reduce<Values>(
    (values, [path, value]) => withValue(values, path, value),
    {},
  );
}

/**
 * Whoever the role finds first, else by the nobody rule, else an administrator. When there is none either, the order
 * goes out for the starter of this case and fails where somebody sees it: a decision never fails for a case it starts.
 */
function starterOf(step: StartStep, { context, state }: Recorder, row?: Row): UserId {
  return firstOf(peopleToStart(step, context, row), context) ?? state.starter;
}

/** Who a case is started for: a role, or whoever the row names. */
export function peopleToStart(step: StartStep, context: Context, row?: Row): readonly UserId[] {
  if (step.for === undefined) return peopleOfRole(step.as, context).people;
  return namedBy(step.for, context, row);
}

/** The person in a column of a row, or the head of the unit there; nobody who has left. */
export function namedBy(
  { column, type }: NonNullable<StartStep['for']>,
  { facts: { organisation } }: Context,
  row?: Row,
): readonly UserId[] {
  const named = String(row?.[column] ?? '');
  const person = type === 'person' ? named : organisation.headOf(named);
  const found = person === undefined ? undefined : organisation.person(person);
  return found?.active ? [found.id] : [];
}

/** The first of these, else of the nobody rule, else of the administrators. */
export function firstOf(people: readonly UserId[], context: Context): UserId | undefined {
  const { organisation } = context.facts;
  const administrators = organisation.people().filter(({ id, active, external }) => {
    return active && !external && organisation.hasRole(id, 'admin');
  });
  const instead = peopleOf(context.definition.document.rules.nobody.to, context).people;
  return [...people, ...instead, ...administrators.map(({ id }) => id)][0];
}

function dateOf(rule: DateRuleParts, { values, form }: Context): CivilDate | undefined {
  const from = rule.from === 'today' ? form.today : valueAt(values, rule.from);
  return resolveDateRule(rule, from, form.calendar);
}
