import { nextOccurrence } from '../calendar/index.ts';
import type { CopyStep, LedgerStep, StartStep } from '../definition/definition.ts';
import { type DateRuleParts, resolveDateRule } from '../form/date-rule.ts';
import { type Values, valueAt, withValue } from '../form/value.ts';
import type { CivilDate, StepId, UserId } from '../shared/brand.ts';
import { addDays } from '../shared/civil-date.ts';
import { type Context, evaluateCells, namedRow, withRoot } from './context.ts';
import type { SeatEntered } from './events.ts';
import { rowAddress } from './facts.ts';
import { peopleOf, peopleOfRole } from './people.ts';
import { type Recorder, refuse } from './recorder.ts';

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

/** Writes the case's own row, or changes a row, and completes its computed columns. */
export function writeLedger(step: LedgerStep, recorder: Recorder): void {
  const ledger = recorder.facts.ledgers[step.ledger];
  if (ledger === undefined) throw new Error(`unknown ledger ${step.ledger}`);
  const row = rowOf(step, recorder);
  const before = row === undefined ? undefined : recorder.rows[rowAddress(step.ledger, row)];
  if (row === undefined || (step.write === 'update' && before === undefined)) {
    refuse({ code: 'no-such-row', step: step.id, ledger: step.ledger });
  }
  const cells = ledger.complete({ ...before?.cells, ...evaluateCells(step.cells, recorder.context, before?.cells) });
  const base = before?.version ?? 0;
  recorder.record('LedgerWritten', { step: step.id, ledger: step.ledger, row, write: step.write, base, cells });
}

function rowOf(step: LedgerStep, { context, facts, state }: Recorder): string | undefined {
  if (step.key !== undefined) return namedRow(step, context);
  if (step.write === 'update') return state.rows[step.ledger];
  return facts.ledgers[step.ledger]?.key === 'case' ? facts.case.id : namedRow(step, context);
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
  if (on !== undefined && on > today) recorder.record('StartPlanned', { step: step.id, on });
  else requestStart(step, recorder);
}

function later(date: CivilDate | undefined, today: CivilDate): CivilDate {
  return date === undefined || date < today ? today : date;
}

/** Asks the outbox to start one case of the other process. Its key is the same however often this is delivered. */
export function requestStart(step: StartStep, recorder: Recorder, on?: CivilDate): void {
  const n = (recorder.state.starts[step.id] ?? 0) + 1;
  const last = recorder.facts.last?.[step.id] ?? {};
  const context = withRoot(withRoot(recorder.context, 'last', last), 'occurrence', on ?? recorder.facts.today);
  recorder.record('StartRequested', {
    step: step.id,
    key: `${recorder.facts.case.id}:${step.id}:${n}`,
    process: step.process,
    starter: starterOf(step.id, step.as, recorder),
    values: givenValues(step, context),
    ...(on === undefined ? {} : { on }),
  });
}

function givenValues(step: StartStep, context: Context): Values {
  return Object.entries(evaluateCells(step.with, context)).reduce<Values>(
    (values, [path, value]) => withValue(values, path, value),
    {},
  );
}

function starterOf(step: StepId, role: string, recorder: Recorder): UserId {
  const { nobody } = recorder.definition.document.rules;
  const [person] = [...peopleOfRole(role, recorder.context).people, ...peopleOf(nobody.to, recorder.context).people];
  return person ?? refuse({ code: 'nobody', step, role });
}

function dateOf(rule: DateRuleParts, { values, form }: Context): CivilDate | undefined {
  const from = rule.from === 'today' ? form.today : valueAt(values, rule.from);
  return resolveDateRule(rule, from, form.calendar);
}
