import type { Due, Pause } from '../calendar/index.ts';
import type { StepId } from '../shared/brand.ts';
import type { CaseEventOf, Stamp } from './events.ts';
import { cancelSeats, changedValues, copied, done, reset, seated, without, withSeat, withStep } from './fold-parts.ts';
import { because } from './fold-seats.ts';
import type { CaseState, Child, Intervention, StepState, Written } from './state.ts';

/** Whoever returns a case agrees to nothing in it any more. */
export function returned(state: CaseState, { data }: CaseEventOf<'StepReturned'>, stamp: Stamp): CaseState {
  const { opinion, to, step, seat } = data;
  const person = state.steps[step]?.seats.find(({ id }) => id === seat)?.person;
  const marked = withSeat(state, step, seat, { status: 'returned', at: stamp.at, opinion, to });
  const after = reset(cancelSeats(marked, data.cancelled, stamp, because('returned', stamp)), data.reset, to);
  const straightBack = { ...after.straightBack, [step]: { to, values: state.values } };
  return {
    ...after,
    returns: { ...state.returns, [step]: (state.returns[step] ?? 0) + 1 },
    agreements: after.agreements.filter((each) => each.person !== person),
    ...(data.then === undefined ? {} : { straightBack }),
  };
}

/** What is reset on a way straight back runs again at once, with the values of now. */
export function pathsReset(state: CaseState, { data }: CaseEventOf<'PathsReset'>, stamp: Stamp): CaseState {
  const after = reset(cancelSeats(state, data.cancelled, stamp, because('reopened', stamp)), data.reset);
  const now = Object.fromEntries(data.reset.map((id) => [id, state.values]));
  const returns = Object.entries(after.straightBack ?? {}).map(([from, back]) => [
    from,
    { ...back, renewed: { ...back.renewed, ...now } },
  ]);
  return { ...after, straightBack: Object.fromEntries(returns) };
}

/** Undoing changes the row only: the step has still run, until it is reset. */
export function written(state: CaseState, { data }: CaseEventOf<'LedgerWritten'>, stamp: Stamp): CaseState {
  if (data.undo) return state;
  if (data.archive) return { ...state, archived: true };
  const { step, ledger, row, given } = data;
  return {
    ...state,
    ...done(state, step, stamp),
    rows: data.write === 'insert' && !data.other ? { ...state.rows, [ledger]: row } : state.rows,
    ...(given === undefined ? {} : undoable(state, data, { ledger, row, given })),
  };
}

function undoable(
  { written: single, writtenEach = {} }: CaseState,
  { step, item }: CaseEventOf<'LedgerWritten'>['data'],
  row: Written,
): Pick<CaseState, 'written' | 'writtenEach'> {
  if (item === undefined) return { written: { ...single, [step]: row } };
  return { writtenEach: { ...writtenEach, [step]: [...(writtenEach[step] ?? []), row] } };
}

export function rejected(state: CaseState, { data }: CaseEventOf<'CaseRejected'>, stamp: Stamp): CaseState {
  const { opinion, seat } = data;
  const marked =
    seat === undefined ? state : withSeat(state, data.step, seat, { status: 'rejected', at: stamp.at, opinion });
  const rule = data.why === 'impossible' ? 'votes-impossible' : 'rejected';
  const after = cancelSeats(marked, data.cancelled, stamp, because(rule, stamp));
  return { ...after, status: 'rejected', endedAt: stamp.at };
}

export function withdrawn(state: CaseState, { data }: CaseEventOf<'CaseWithdrawn'>, stamp: Stamp): CaseState {
  const after = cancelSeats(state, data.cancelled, stamp, because('withdrawn', stamp));
  if (data.to === undefined) return { ...after, status: 'withdrawn', endedAt: stamp.at };
  return reset(after, data.reset, data.to);
}

export function cancelled(state: CaseState, { data }: CaseEventOf<'CaseCancelled'>, stamp: Stamp): CaseState {
  const after = cancelSeats(state, data.cancelled, stamp, because(data.forced ? 'terminated' : 'voided', stamp));
  const ended: CaseState = { ...after, status: 'cancelled', endedAt: stamp.at };
  return data.forced ? intervened(ended, { kind: 'cancelled', opinion: data.opinion }, stamp) : ended;
}

export function jumped(state: CaseState, { data }: CaseEventOf<'CaseJumped'>, stamp: Stamp): CaseState {
  const after = reset(
    cancelSeats(state, data.cancelled, stamp, because('jumped', stamp)),
    [...data.reset, ...data.passed],
    data.to,
  );
  const passed = data.passed.reduce((before, step) => withPassed(before, step, stamp), after);
  const branches = Object.fromEntries(data.branches.map(({ block, taken }) => [block, taken]));
  const { opinion, to: step } = data;
  const { held: _, straightBack = {}, ...free } = { ...passed, branches: { ...passed.branches, ...branches } };
  const underWay = Object.entries(straightBack).filter(([, back]) => !data.reset.includes(back.to));
  return intervened(
    { ...free, ...(underWay.length === 0 ? {} : { straightBack: Object.fromEntries(underWay) }) },
    { kind: 'jumped', opinion, step },
    stamp,
  );
}

const withPassed = (state: CaseState, id: StepId, stamp: Stamp): CaseState =>
  withStep({ ...state, ...done(state, id, stamp) }, id, (step) => ({ ...step, passed: true }));

export const intervened = (
  state: CaseState,
  what: Pick<Intervention, 'kind' | 'opinion' | 'step'>,
  { by, at }: Stamp,
): CaseState => ({ ...state, interventions: [...state.interventions, { ...what, by, at }] });

export function held(state: CaseState, { data }: CaseEventOf<'CaseHeld'>, stamp: Stamp): CaseState {
  const { by, at } = stamp;
  const { opinion } = data;
  return intervened({ ...state, held: { by, at, opinion } }, { kind: 'held', opinion }, stamp);
}

export function resumed(before: CaseState, { data }: CaseEventOf<'CaseResumed'>, stamp: Stamp): CaseState {
  const { held: hold, ...state } = before;
  const from = hold?.at ?? stamp.at;
  const own = data.dues.reduce<CaseState>(
    (after, { step, due }) => withStep(after, step, (each) => moved(each, due, { from, until: stamp.at })),
    state,
  );
  return (data.asked ?? []).reduce<CaseState>(
    (after, { step, due }) => withStep(after, step, (each) => ({ ...each, ...askedUntil(each, due) })),
    own,
  );
}

const askedUntil = ({ stopped }: StepState, asked: Due): Pick<StepState, 'stopped'> =>
  stopped === undefined ? {} : { stopped: { ...stopped, asked } };

/** The deadline after a pause of its clock. */
function moved(step: StepState, due: Due, pause: Pause): StepState {
  const { counted } = step;
  if (counted === undefined || pause.from >= pause.until) return { ...step, due };
  return { ...step, due, counted: { ...counted, pauses: [...counted.pauses, pause] } };
}

export function late(state: CaseState, { data }: CaseEventOf<'DeadlinePassed'>): CaseState {
  const after = withStep(seated(state, data.copied), data.step, (step) => ({ ...step, late: data.level }));
  return { ...after, copies: copied(state, data.copied, data.see) };
}

export function rowLate(state: CaseState, { data }: CaseEventOf<'RowDeadlinePassed'>): CaseState {
  const after = withStep(seated(state, data.copied), data.step, (step) => ({
    ...step,
    rowsLate: { ...step.rowsLate, [data.row]: data.level },
    rowsDue: { ...step.rowsDue, [data.row]: data.due },
  }));
  return { ...after, copies: copied(state, data.copied, data.see) };
}

export const stopClock = (state: CaseState, { data }: CaseEventOf<'ClockStopped'>, { at }: Stamp): CaseState =>
  withStep(state, data.step, (step) => ({
    ...step,
    stopped: { at, seat: data.seat, ...(data.asked ? { asked: data.asked } : {}) },
  }));

export function askedFirstLate(state: CaseState, { data }: CaseEventOf<'AskedFirstLate'>): CaseState {
  const after = withStep(seated(state, data.copied), data.step, (step) => ({
    ...step,
    ...(step.stopped ? { stopped: { ...step.stopped, noticed: data.level } } : {}),
  }));
  return { ...after, copies: copied(state, data.copied, data.see) };
}

export const resumeClock = (state: CaseState, { data }: CaseEventOf<'ClockResumed'>, { at }: Stamp): CaseState =>
  withStep(state, data.step, ({ stopped, ...step }) => moved(step, data.due, { from: stopped?.at ?? at, until: at }));

export function dueChanged(state: CaseState, { data }: CaseEventOf<'DueChanged'>, stamp: Stamp): CaseState {
  const { step: id, due, opinion } = data;
  if (data.why === 'calendar') return withStep(state, id, (step) => ({ ...step, due }));
  const after = withStep(state, id, (step) => givenDue(step, due, stamp));
  return intervened(after, { kind: 'due-changed', opinion, step: id }, stamp);
}

/** A deadline set by hand is a new one: what has been said about the old one, and how long it stood, does not count. */
function givenDue({ counted: _, stopped, ...step }: StepState, due: Due, { at }: Stamp): StepState {
  return { ...step, due, late: 0, reminded: 0, ...(stopped ? { stopped: { ...stopped, at } } : {}) };
}

export function consulted(state: CaseState, { data }: CaseEventOf<'Consulted'>, { by, at }: Stamp): CaseState {
  const { consultation: id, step, to, question, see } = data;
  const asked = { id, step, by, to: to.person, question, at };
  const after = seated(state, [to]);
  return { ...after, copies: copied(state, [to], see), consultations: [...state.consultations, asked] };
}

export function replied(state: CaseState, { data }: CaseEventOf<'Replied'>, { at }: Stamp): CaseState {
  const consultations = state.consultations.map((each) =>
    each.id === data.consultation ? { ...each, answer: data.text, answeredAt: at } : each,
  );
  return { ...state, consultations };
}

export function requested(state: CaseState, { data }: CaseEventOf<'StartRequested'>, stamp: Stamp): CaseState {
  const { step, process, row, wait, key } = data;
  if (data.ledger !== undefined) return { ...state, children: { ...state.children, [key]: { step, process } } };
  const entered = done(state, step, stamp, wait ? 'open' : 'done');
  const round = entered.rounds[step];
  const child: Child = {
    step,
    process,
    ...(round === undefined ? {} : { round }),
    ...(row === undefined ? {} : { row }),
    ...(wait === undefined ? {} : { wait }),
  };
  return {
    ...state,
    ...entered,
    starts: { ...state.starts, [step]: (state.starts[step] ?? 0) + 1 },
    planned: without(state.planned, step),
    children: { ...state.children, [key]: child },
  };
}

/** The step is over, whether it waited or not. */
export function dropped(state: CaseState, { data }: CaseEventOf<'StartDropped'>, stamp: Stamp): CaseState {
  const after = { ...state, ...done(state, data.step, stamp), planned: without(state.planned, data.step) };
  return withStep(after, data.step, (step) => ({ ...step, status: 'done' }));
}

export function childOpened(state: CaseState, { data }: CaseEventOf<'ChildOpened'>): CaseState {
  return withChild(state, data.key, { case: data.case, number: data.number });
}

export function childEnded(state: CaseState, { data }: CaseEventOf<'ChildEnded'>): CaseState {
  const after = withChild(state, data.key, { case: data.case, ended: data.status });
  const settled = { ...after, values: changedValues(after, data.given) };
  return data.key === state.revocation ? withoutRevocation(settled) : settled;
}

export const childStopped = (state: CaseState, { data }: CaseEventOf<'ChildStopped'>): CaseState =>
  withChild(state, data.key, { ended: 'stopped' });

function withChild(state: CaseState, key: string, change: Partial<Child>): CaseState {
  const child = state.children[key];
  return child === undefined ? state : { ...state, children: { ...state.children, [key]: { ...child, ...change } } };
}

export const revocationAsked = (state: CaseState, { data }: CaseEventOf<'RevocationAsked'>): CaseState => ({
  ...state,
  revocation: data.key,
  children: { ...state.children, [data.key]: { step: REVOCATION, process: data.process } },
});

/** Stands where a step stands in the orders of a case: revocations belong to none. */
export const REVOCATION = 'revocation' as StepId;

function withoutRevocation({ revocation: _, ...state }: CaseState): CaseState {
  return state;
}

export const revoked = (state: CaseState, stamp: Stamp): CaseState => ({
  ...withoutRevocation(state),
  status: 'revoked',
  endedAt: stamp.at,
});
