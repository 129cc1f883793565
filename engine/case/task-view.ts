import type { TaskView } from '../../schemas/generated/api.ts';
import { type AskingStep, asks } from '../definition/definition.ts';
import type { StepId, UserId } from '../shared/brand.ts';
import { accepts, tried, UNNAMED, type Viewing, WORDS } from './accepts.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { digestOf } from './digest.ts';
import { partOf } from './lineage.ts';
import { dueView } from './picture-step.ts';
import { dueOfSeat } from './seat-due.ts';
import type { CaseState, Seat, StepState } from './state.ts';
import { titleOf } from './view.ts';
import { asksForForm } from './votes.ts';

type Action = TaskView['actions'][number];
/** One open seat of the viewer. */
type Asked = { readonly step: AskingStep; readonly present: StepState; readonly seat: Seat };

/** The viewer's open seats, with everything needed to decide. */
export function tasksFor(state: CaseState, viewer: UserId, context: Context): TaskView[] {
  if (state.status !== 'open') return [];
  return [...context.definition.steps.values()].filter(asks).flatMap((step) => {
    const present = state.steps[step.id];
    const open = present?.status === 'open' ? present.seats : [];
    const seat = open.find((each) => each.person === viewer && each.status === 'open');
    return present === undefined || seat === undefined
      ? []
      : [task({ step, present, seat }, { state, viewer, context })];
  });
}

function task(asked: Asked, viewing: Viewing): TaskView {
  const { step, present, seat } = asked;
  const { state, context } = viewing;
  const left = step.returnMax === undefined ? undefined : Math.max(0, step.returnMax - (state.returns[step.id] ?? 0));
  const targets = returnTargets(step, viewing);
  const form = asksForForm(step, seat) ? step.form : undefined;
  return {
    step: step.id,
    seat: seat.id,
    kind: step.kind,
    title: step.title ?? step.id,
    round: present.round,
    ...(form === undefined ? {} : { form }),
    edit: asksForForm(step, seat) ? [...step.rights.edit] : [],
    actions: actionsOf(asked, targets.length > 0, viewing),
    returnTo: targets.map((to) => ({ step: to, title: titleOf(context.definition, to) })),
    ...(left === undefined ? {} : { returnsLeft: left }),
    seen: digestOf(step.rights, state.values),
    since: present.since,
    ...dueOf(present, seat),
    ...(step.words === undefined ? {} : { words: step.words }),
    ...(step.kind === 'approve' && step.opinionRequired ? { opinion: 'required' as const } : {}),
    reason: seat.reason,
    ...rejectionOf(asked, viewing),
    ...(seat.place === undefined ? {} : { place: seat.place }),
    ...(seat.from === undefined ? {} : { from: seat.from }),
    ...(seat.for === undefined ? {} : { for: seat.for }),
  };
}

/** What a rejection would do, as the rules say. */
function rejectionOf({ step, present, seat }: Asked, viewing: Viewing): Pick<TaskView, 'rejects'> {
  const result = tried({ do: 'reject', step: step.id, opinion: WORDS }, viewing);
  if (!result.ok) return {};
  if (result.value.some(({ type }) => type === 'CaseRejected')) return { rejects: 'case' };
  if (result.value.some(({ type }) => type === 'BranchRejected')) return { rejects: 'branch' };
  return { rejects: partOf(seat, present.seats) === 'before' ? 'asker' : 'votes' };
}

/** Steps that were decided and that the rules let this one go back to. */
const returnTargets = (step: AskingStep, viewing: Viewing): readonly StepId[] =>
  step.returnTo.filter(
    (to) =>
      viewing.state.steps[to]?.status === 'done' &&
      accepts({ do: 'return', step: step.id, to, opinion: WORDS }, viewing),
  );

/** The way to decide first, then what stands beside it, most used first. */
function actionsOf(
  { step: { id: step, kind, rights }, present, seat }: Asked,
  back: boolean,
  viewing: Viewing,
): Action[] {
  const { state } = viewing;
  if (state.held !== undefined) return [];
  const seen = digestOf(rights, state.values);
  const opinion = WORDS;
  const advises = partOf(seat, present.seats) === 'advice';
  const offered = (action: Action, command: Command): readonly Action[] => (accepts(command, viewing) ? [action] : []);
  return [
    advises ? 'advise' : kind === 'fill' ? 'submit' : 'agree',
    ...offered('reject', { do: 'reject', step, opinion }),
    ...(back ? (['return'] as const) : []),
    ...offered('abstain', { do: 'abstain', step, seen, opinion }),
    ...offered('transfer', { do: 'transfer', step, to: UNNAMED, opinion }),
    ...offered('addSigners', { do: 'addSigners', step, place: 'parallel', people: [UNNAMED], opinion }),
    ...offered('delegate', { do: 'delegate', step, to: UNNAMED, opinion }),
    ...offered('consult', { do: 'consult', step, to: UNNAMED, question: WORDS }),
    ...offered('claim', { do: 'claim', step }),
    ...offered('release', { do: 'release', step }),
  ];
}

function dueOf(present: StepState, seat: Seat): Pick<TaskView, 'due'> {
  const due = dueOfSeat(present, seat);
  return due === undefined ? {} : { due: dueView(due, present.late > 0) };
}
