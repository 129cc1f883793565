import type { Entry } from '../case/evolve.ts';
import { REVOCATION } from '../case/fold-case.ts';
import type { Reason } from '../case/reason.ts';
import type { CaseState, Intervention, Seat, SeatStatus, StepState } from '../case/state.ts';
import { civilDateOf, daysBetween } from '../shared/civil-date.ts';
import { BUILT_IN, type BuiltInId } from './built-in.ts';

type Cells = Readonly<Record<string, unknown>>;
/** Rows by what they are of: the case, and for steps the seat in it. */
type Rows = ReadonlyMap<string, Cells>;
/** A row of a built-in source before and after an entry; undefined where there is none. */
export type SourceChange = {
  readonly source: string;
  readonly subject: string;
  readonly before?: Cells | undefined;
  readonly after?: Cells | undefined;
};

const HOUR_MS = 3_600_000;
const UNDECIDED: ReadonlySet<SeatStatus> = new Set(['open', 'waiting', 'held']);

/**
 * What an entry changes in the built-in sources. All cells follow from the states, so that the same is found live and
 * in a replay of the case.
 *
 * @param offset minutes east of UTC, by which instants become local days.
 */
export function caseChanges(
  id: string,
  states: { readonly before: CaseState | undefined; readonly after: CaseState },
  entry: Entry,
  offset: number,
): readonly SourceChange[] {
  const { before, after } = states;
  return Object.values(BUILT_IN).flatMap(({ id: source }) => {
    const was = before ? ROWS[source](id, before, offset) : new Map<string, Cells>();
    const is = ROWS[source](id, after, offset);
    const left = before ? ROWS[source](id, leftBehind(before, entry), offset) : is;
    return [...new Set([...was.keys(), ...is.keys()])].map((subject) => ({
      source,
      subject,
      before: was.get(subject),
      after: is.get(subject) ?? left.get(subject),
    }));
  });
}

/** The rows of a built-in source that follow from a case as it is, by what they are of. */
export const builtInRows = (source: BuiltInId, id: string, state: CaseState, offset: number): Rows =>
  ROWS[source](id, state, offset);

const ROWS: Readonly<Record<BuiltInId, (id: string, state: CaseState, offset: number) => Rows>> = {
  cases: caseRows,
  steps: stepRows,
  duties: dutyRows,
  successors: successorRows,
};

/**
 * The state before an entry as it would be without going on: a step that is gone through again leaves the state, who
 * returned the case there has answered, and whoever had not will be asked anew.
 */
function leftBehind(before: CaseState, { at, events }: Entry): CaseState {
  const returned = new Set(
    events.flatMap((event) => (event.type === 'StepReturned' ? [`${event.data.step} ${event.data.seat}`] : [])),
  );
  const steps = Object.entries(before.steps).map(([step, state]): [string, StepState] => {
    const seats = state.seats.map((seat): Seat => {
      if (!UNDECIDED.has(seat.status)) return seat;
      return { ...seat, at, status: returned.has(`${step} ${seat.id}`) ? 'returned' : 'superseded' };
    });
    return [step, { ...state, seats: seats.filter((_, n) => state.seats[n]?.status !== 'waiting') }];
  });
  return { ...before, steps: Object.fromEntries(steps) };
}

function caseRows(id: string, state: CaseState, offset: number): Rows {
  const { definition, starter, status, startedAt, endedAt, returns, duty, interventions } = state;
  const [started, ended] = [civilDateOf(startedAt, offset), endedAt && civilDateOf(endedAt, offset)];
  const cells = {
    process: definition.id,
    starter,
    status,
    started,
    returns: Object.values(returns).reduce((sum, n) => sum + n, 0),
    duty: duty !== undefined,
    version: definition.version,
    interventions: interventions.length,
    ...(ended && { ended, days: daysBetween(started, ended) }),
  };
  return new Map([[id, cells]]);
}

function stepRows(id: string, { definition, steps, interventions }: CaseState, offset: number): Rows {
  const rows = Object.entries(steps).flatMap(([step, state]) => {
    const own = interventions.filter((each) => each.step === step && each.at >= state.since);
    return state.seats
      .filter(({ status }) => status !== 'waiting')
      .map((seat) => {
        const exception = exceptionOf(seat, own);
        const cells = seatCells(definition.id, step, state, seat, offset);
        return [`${id} ${step} ${state.round} ${seat.id}`, exception ? { ...cells, exception } : cells] as const;
      });
  });
  return new Map(rows);
}

function seatCells(process: string, step: string, { since, due }: StepState, seat: Seat, offset: number): Cells {
  const { person, status, at } = seat;
  const asked = {
    process,
    step: `${process}.${step}`,
    person,
    opened: civilDateOf(since, offset),
    ...(due && { due: civilDateOf(due.at, offset) }),
  };
  if (UNDECIDED.has(status) || at === undefined) return asked;
  const hours = Math.max(0, Math.floor((Date.parse(at) - Date.parse(since)) / HOUR_MS));
  return { ...asked, closed: civilDateOf(at, offset), hours, late: due !== undefined && due.at <= at, outcome: status };
}

const PLACED: ReadonlySet<Reason['rule']> = new Set(['reassigned', 'last-resort']);
const APART: ReadonlySet<Reason['rule']> = new Set(['self', 'apart']);

/** What about the place of somebody in a step is out of the ordinary; the gravest first. */
function exceptionOf({ reason, for: absent, auto }: Seat, interventions: readonly Intervention[]): string | undefined {
  const rules = rulesOf(reason);
  if (rules.some((rule) => PLACED.has(rule))) return 'placed';
  if (rules.some((rule) => APART.has(rule))) return 'conflict';
  if (absent !== undefined) return 'deputy';
  if (interventions.some(({ kind }) => kind === 'due-changed')) return 'deadline';
  return auto ? 'unasked' : undefined;
}

const rulesOf = ({ rule, because = [] }: Reason): readonly Reason['rule'][] => [rule, ...because.flatMap(rulesOf)];

function dutyRows(id: string, state: CaseState, offset: number): Rows {
  const { definition, duty, starter, submittedAt, endedAt } = state;
  if (duty === undefined) return new Map();
  const cells = {
    process: definition.id,
    period: duty.period,
    subject: duty.subject,
    person: starter,
    due: civilDateOf(duty.due.at, offset),
    late: submittedAt !== undefined && submittedAt >= duty.due.at,
    ended: submittedAt === undefined && endedAt !== undefined,
    ...(submittedAt && { filed: civilDateOf(submittedAt, offset) }),
  };
  return new Map([[id, cells]]);
}

function successorRows(id: string, { definition, children, status, endedAt }: CaseState, offset: number): Rows {
  const started = Object.values(children).filter((child) => child.case !== undefined && child.step !== REVOCATION);
  const ended = endedAt && civilDateOf(endedAt, offset);
  return new Map(
    [...new Set(started.map(({ process }) => process))].map((to) => [
      `${id} ${to}`,
      { process: definition.id, to, status, ...(ended && { ended }) },
    ]),
  );
}
