import type { DueView, SeatView, StepNode } from '../../schemas/generated/api.ts';
import type { Due, Duration } from '../calendar/index.ts';
import type { AskingStep, Block, Step } from '../definition/definition.ts';
import { assign } from './assign.ts';
import type { Context } from './context.ts';
import type { Titles } from './picture.ts';
import type { Reason } from './reason.ts';
import type { CaseState, Seat, StepState } from './state.ts';
import { tallyOf } from './votes.ts';

/** What is drawn, and for whom. */
export type Scene = {
  readonly context: Context;
  readonly state: CaseState | undefined;
  readonly titles: Titles;
  readonly opinions: boolean;
};

/** Nothing lies ahead of a case that is over. */
export const liesAhead = ({ state }: Scene, reachable: boolean): boolean =>
  reachable && (state === undefined || state.status === 'open');

/** A step that asks people: those who decided, those who are asked, or those who would be. */
export function askingNode(step: AskingStep, scene: Scene, reachable: boolean): StepNode {
  const present = scene.state?.steps[step.id];
  const common = { kind: step.kind, step: step.id, ...titled(step), ...modeOf(step), ...dueIn(step) };
  if (present !== undefined) return { ...common, ...entered(step, present, scene) };
  const ahead = liesAhead(scene, reachable);
  const seats = ahead ? assign(step, scene.context).map(expectedSeat) : [];
  return { ...common, state: ahead ? 'ahead' : 'skipped', round: scene.state?.rounds[step.id] ?? 0, seats };
}

const modeOf = (step: AskingStep): Pick<StepNode, 'mode'> =>
  step.kind === 'approve' ? { mode: typeof step.mode === 'string' ? step.mode : step.mode.source } : {};

const dueIn = ({ due }: AskingStep): Pick<StepNode, 'dueIn'> => (due === undefined ? {} : { dueIn: durationText(due) });

function entered(step: AskingStep, present: StepState, { state, opinions }: Scene) {
  const { round, since, due, late, stopped, rejected, passed } = present;
  const open = present.status === 'open' && state?.status === 'open';
  const decided = present.status === 'done' || present.seats.some((seat) => seat.status === 'rejected');
  const counted = step.kind === 'approve' && typeof step.mode !== 'string';
  return {
    state: open ? 'open' : decided ? 'done' : 'skipped',
    round,
    seats: present.seats.map((seat) => seatView(seat, opinions)),
    since,
    ...(due === undefined ? {} : { due: dueView(due, late > 0) }),
    ...(open && stopped ? { stopped } : {}),
    ...(rejected ? { rejected } : {}),
    ...(passed ? { passed } : {}),
    ...(counted ? { votes: votesOf(step, present) } : {}),
  } as const;
}

/** Seats that ended with their round counted until then, unlike those that had left it before. */
const LEFT_BEFORE: ReadonlySet<Reason['rule'] | undefined> = new Set(['removed', 'escalated', 'taken-back']);

function votesOf(step: Extract<AskingStep, { kind: 'approve' }>, { seats }: StepState) {
  const counted = seats.map(
    (seat): Seat =>
      seat.status === 'cancelled' && !LEFT_BEFORE.has(seat.end?.rule) ? { ...seat, status: 'open' } : seat,
  );
  const { needed, voters, agreed, rejected, abstained } = tallyOf(step, counted);
  return { needed, of: voters, agreed, rejected, abstained };
}

const seatView = (seat: Seat, opinions: boolean): SeatView => ({
  seat: seat.id,
  person: seat.person,
  status: seat.status,
  reason: seat.reason,
  ...optional('at', seat.at),
  ...(opinions ? optional('opinion', seat.opinion) : {}),
  ...optional('auto', seat.auto),
  ...optional('for', seat.for),
  ...optional('from', seat.from),
  ...optional('place', seat.place),
  ...optional('end', seat.end),
  ...optional('claimed', seat.claimed),
});

const expectedSeat = (asked: ReturnType<typeof assign>[number], index: number): SeatView => ({
  seat: index,
  person: asked.person,
  status: 'expected',
  reason: asked.reason,
  ...optional('for', asked.for),
});

/** A step that asks nobody. */
export function effectNode(step: Exclude<Step, AskingStep>, scene: Scene, reachable: boolean): StepNode {
  const { state, titles } = scene;
  const present = state?.steps[step.id];
  const waits = childrenOf(step, state);
  return {
    kind: step.kind,
    step: step.id,
    ...titled(step),
    state: present === undefined ? (liesAhead(scene, reachable) ? 'ahead' : 'skipped') : doing(present, state),
    round: present?.round ?? 0,
    seats: [],
    ...optional('since', present?.since),
    ...optional('passed', present?.passed),
    ...(waits > 0 ? { waits } : {}),
    ...(step.kind === 'start' ? startDetails(step, state, titles) : {}),
    ...(step.kind === 'ledger' ? { ledger: step.ledger, ...optional('ledgerTitle', titles.ledger(step.ledger)) } : {}),
  };
}

/** A step that waits for the cases it started is open, and left undone when the case ends before them. */
function doing({ status }: StepState, state: CaseState | undefined): StepNode['state'] {
  if (status === 'done') return 'done';
  return state?.status === 'open' ? 'open' : 'skipped';
}

/** Cases the step waits for. */
const childrenOf = ({ id }: Step, state: CaseState | undefined): number =>
  Object.values(state?.children ?? {}).filter(({ step, wait, ended }) => step === id && wait && ended === undefined)
    .length;

function startDetails(step: Extract<Step, { kind: 'start' }>, state: CaseState | undefined, titles: Titles) {
  return {
    process: step.process,
    ...optional('processTitle', titles.process(step.process)),
    ...optional('every', step.series?.every),
    ...optional('next', state?.series[step.id] ?? state?.planned[step.id]),
  };
}

export const titled = ({ title, clause }: Block): Pick<StepNode, 'title' | 'clause'> => ({
  ...optional('title', title),
  ...optional('clause', clause),
});

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

export const dueView = ({ at, provisional }: Due, overdue: boolean): DueView => ({ at, provisional, overdue });

const durationText = (due: Duration): string =>
  due.unit === 'weekday'
    ? [due.weekday, due.time].filter((part) => part !== undefined).join(' ')
    : `${due.count}${due.unit}`;
