import { acceptPatch } from '../form/patch.ts';
import { validate } from '../form/validate.ts';
import type { Values } from '../form/value.ts';
import { advance } from './advance.ts';
import { changesBetween } from './changes.ts';
import type { CommandOf } from './command.ts';
import { completeIfDecided } from './complete.ts';
import { digestOf } from './digest.ts';
import { onlyForm } from './only-form.ts';
import { type Recorder, refuse } from './recorder.ts';
import { type MySeat, mySeat } from './seat.ts';
import { settleForm } from './settle-form.ts';

/** Hands in a filled form; the first of several people a fill step asks completes it. */
export function submit(command: CommandOf<'submit'>, recorder: Recorder): void {
  const mine = mySeat(command.step, recorder);
  if (mine.step.kind !== 'fill') refuse({ code: 'not-your-task', step: command.step });
  sameContent(mine, command.seen, recorder);
  handIn(mine, filled(mine, command.values, recorder), recorder);
  advance(recorder);
}

/** Records a submission and closes its round. */
export function handIn({ step, state, seat }: MySeat, values: Values, recorder: Recorder): void {
  const changed = changesBetween(recorder.state.values, values);
  const digest = digestOf(step.rights, values);
  recorder.record('StepSubmitted', { step: step.id, round: state.round, seat: seat.id, changed, digest });
  const others = state.seats.filter((each) => each.id !== seat.id && each.status === 'open').map((each) => each.id);
  recorder.record('StepCompleted', { step: step.id, round: state.round, why: 'submitted', cancelled: others });
}

/** Agrees, with the step's own form filled in where it has one. */
export function agree(command: CommandOf<'agree'>, recorder: Recorder): void {
  const mine = mySeat(command.step, recorder);
  const { step, state, seat } = mine;
  if (step.kind !== 'approve') refuse({ code: 'not-your-task', step: command.step });
  sameContent(mine, command.seen, recorder);
  const values = filled(mine, command.values ?? {}, recorder);
  const opinion = command.opinion?.trim() ? { opinion: command.opinion } : {};
  recorder.record('SeatAgreed', {
    step: step.id,
    round: state.round,
    seat: seat.id,
    ...opinion,
    changed: changesBetween(recorder.state.values, values),
    digest: digestOf(step.rights, values),
  });
  completeIfDecided(step, recorder);
  advance(recorder);
}

/** What is decided on must be what was seen: a decision on other content is refused, never applied to the new one. */
function sameContent({ step }: MySeat, seen: string | undefined, { state }: Recorder): void {
  if (seen === undefined) return;
  const present = digestOf(step.rights, state.values);
  if (seen !== present) refuse({ code: 'content-changed', step: step.id, seen: present });
}

/** The values after the person's input passed the step's rights and every rule of the form. */
export function filled({ step }: MySeat, sent: unknown, recorder: Recorder): Values {
  const { definition, state, context } = recorder;
  const accepted = acceptPatch(definition.model, state.values, sent, step.rights.edit, context.form);
  if (!accepted.ok) return refuse({ code: 'invalid-values', issues: accepted.error });
  const { values, form } = settleForm(onlyForm(state.values, accepted.value, step.form), step.form, recorder);
  const issues = validate(definition.model, values, form, step.rights.edit);
  return issues.length > 0 ? refuse({ code: 'invalid-values', issues }) : values;
}
