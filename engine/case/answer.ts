import type { ApproveStep } from '../definition/definition.ts';
import type { Values } from '../form/value.ts';
import { advance } from './advance.ts';
import { changesBetween } from './changes.ts';
import type { CommandOf } from './command.ts';
import { completeIfDecided } from './complete.ts';
import { digestOf } from './digest.ts';
import { filled } from './filled.ts';
import { isPending } from './move-seat.ts';
import { type Recorder, refuse } from './recorder.ts';
import { reopenChanged } from './reopen.ts';
import { type MySeat, mySeat, requiredOpinion } from './seat.ts';

/**
 * Hands in a filled form; the first of several people a fill step asks completes it. Edits of others since the form was
 * opened are merged when they are known, otherwise they refuse it.
 */
export function submit(command: CommandOf<'submit'>, recorder: Recorder): void {
  const mine = mySeat(command.step, recorder);
  if (mine.step.kind !== 'fill') refuse({ code: 'not-your-task', step: command.step });
  if (command.changed === undefined) sameContent(mine, command.seen, recorder);
  handIn(mine, filled(mine, command, recorder), recorder);
  advance(recorder);
}

/** Records a submission and closes its round. */
export function handIn({ step, state, seat }: MySeat, values: Values, recorder: Recorder): void {
  const changed = changesBetween(recorder.state.values, values);
  const digest = digestOf(step.rights, values);
  recorder.record('StepSubmitted', { step: step.id, round: state.round, seat: seat.id, changed, digest });
  const others = state.seats.filter((each) => each.id !== seat.id && isPending(each)).map((each) => each.id);
  recorder.record('StepCompleted', { step: step.id, round: state.round, why: 'submitted', cancelled: others });
  reopenChanged(recorder);
}

/** Agrees, with the step's own form filled in where it has one. */
export function agree(command: CommandOf<'agree'>, recorder: Recorder): void {
  const step = recordAgreement(command, recorder);
  completeIfDecided(step, recorder);
  advance(recorder);
}

/**
 * Records the agreement of the actor's seat, and leaves the round as it is. An agreement is to what was seen: content
 * that has changed since refuses it, whoever changed it.
 */
export function recordAgreement(command: Omit<CommandOf<'agree'>, 'do'>, recorder: Recorder): ApproveStep {
  const mine = mySeat(command.step, recorder);
  const { step, state, seat } = mine;
  if (step.kind !== 'approve') return refuse({ code: 'not-your-task', step: command.step });
  sameContent(mine, command.seen, recorder);
  const opinion = opinionOf(step, command.opinion);
  const values = filled(mine, command, recorder);
  recorder.record('SeatAgreed', {
    step: step.id,
    round: state.round,
    seat: seat.id,
    ...opinion,
    changed: changesBetween(recorder.state.values, values),
    digest: digestOf(step.rights, values),
  });
  reopenChanged(recorder);
  return step;
}

function opinionOf({ opinionRequired }: ApproveStep, text = ''): { readonly opinion?: string } {
  if (opinionRequired) return { opinion: requiredOpinion(text) };
  return text.trim() === '' ? {} : { opinion: text };
}

/** What is decided on must be what was seen: a decision on other content is refused, never applied to the new one. */
function sameContent({ step }: MySeat, seen: string | undefined, { state }: Recorder): void {
  if (seen === undefined) return;
  const present = digestOf(step.rights, state.values);
  if (seen !== present) refuse({ code: 'content-changed', step: step.id, seen: present });
}
