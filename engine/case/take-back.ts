import { type AskingStep, asks } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import { stopClock } from './clock.ts';
import type { CommandOf } from './command.ts';
import { followersOf, whyTooLate } from './followers.ts';
import { isPending } from './move-seat.ts';
import { presentPath } from './present-path.ts';
import { type Recorder, refuse } from './recorder.ts';
import type { NotAllowed } from './refusal.ts';
import { again } from './reopen.ts';
import { type MySeat, openSeats, requiredOpinion } from './seat.ts';
import { undoWrites } from './undo.ts';

/**
 * Whoever decided takes the decision back and is asked again, as long as nobody has acted on what followed or looked at
 * it (rule 9 of the workflow semantics). What followed begins anew.
 */
export function takeBack({ do: action, step: id, opinion: text }: CommandOf<'takeBack'>, recorder: Recorder): void {
  checkOpen(action, recorder);
  const not = (why: NotAllowed) => refuse({ code: 'not-allowed', action, why });
  const mine = myDecision(id, recorder) ?? not('not-yours');
  const { step, state, seat } = mine;
  if (!step.allow.has('takeBack')) not('not-in-this-process');
  if (seat.auto) not('decided-automatically');
  const followers = followersOf(mine, recorder);
  const why = whyTooLate(followers, recorder);
  if (why !== undefined) not(why);
  const opinion = requiredOpinion(text);
  undoWrites(recorder, followers.steps);
  const cancelled = [
    ...openSeats(recorder.state, followers.steps),
    ...followers.added.filter(isPending).map(({ id: added }) => added),
  ];
  const resting = followers.next.map(({ id: next }) => next);
  const [to] = recorder.seats([again(seat, { rule: 'taken-back', params: { by: recorder.facts.by } }, false)]);
  if (to === undefined) throw new Error('one seat was numbered');
  const rest = resting.length === 0 ? {} : { resting };
  const { round } = state;
  recorder.record('SeatTakenBack', {
    step: id,
    round,
    seat: seat.id,
    to,
    opinion,
    reset: followers.steps,
    cancelled,
    ...rest,
  });
  if (followers.owner !== undefined) stopClock(step, followers.owner.id, recorder);
}

function checkOpen(action: string, { state }: Recorder): void {
  if (state.status === 'completed') refuse({ code: 'not-allowed', action, why: 'too-late' });
  if (state.status !== 'open') refuse({ code: 'not-open' });
  if (state.held !== undefined) refuse({ code: 'held' });
}

/** The actor's decision at a step that the case has not left for good. */
function myDecision(id: StepId, { definition, state, facts }: Recorder): MySeat | undefined {
  const step = presentPath(definition.blocks, state).find(
    (block): block is AskingStep => block.id === id && asks(block),
  );
  const present = state.steps[id];
  const seat = present?.seats.findLast(
    ({ person, status }) => person === facts.by && (status === 'agreed' || status === 'submitted'),
  );
  return step === undefined || present === undefined || seat === undefined ? undefined : { step, state: present, seat };
}
