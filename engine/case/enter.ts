import type { Due } from '../calendar/index.ts';
import { type AskingStep, firstStep } from '../definition/definition.ts';
import { initialValues } from '../form/initial.ts';
import { agreeUnchanged } from './agree-unchanged.ts';
import { assign } from './assign.ts';
import { changesBetween } from './changes.ts';
import { completeIfDecided } from './complete.ts';
import { dueOf } from './due-of.ts';
import { familiarFirst } from './familiar.ts';
import { onlyForm } from './only-form.ts';
import { type Recorder, refuse } from './recorder.ts';
import { settleForm } from './settle-form.ts';

/** Opens a new round of a step: its people, why they, and until when. */
export function enter(step: AskingStep, recorder: Recorder): void {
  const people = familiarFirst(step, assign(step, recorder.context), recorder);
  if (people.length === 0) refuse({ code: 'nobody', step: step.id, role: step.role });
  const waits = (index: number) =>
    step.kind === 'approve' && step.mode === 'sequential' && index > 0 ? { waiting: true as const } : {};
  const seats = recorder.seats(people.map((each, index) => ({ ...each, ...waits(index) })));
  const due = firstDue(step, recorder);
  recorder.record('StepEntered', { step: step.id, round: recorder.nextRound(step.id), seats, ...due });
  if (step.kind !== 'approve') return;
  agreeUnchanged(step, recorder);
  completeIfDecided(step, recorder);
}

/** What answers a recurring duty is first due when the duty is; a later round has the step's own deadline. */
function firstDue(step: AskingStep, recorder: Recorder): { readonly due?: Due } {
  const { definition, state } = recorder;
  if (state.duty !== undefined && step.id === firstStep(definition).id && state.rounds[step.id] === undefined)
    return { due: state.duty.due };
  const due = dueOf(step, recorder);
  return due === undefined ? {} : { due };
}

/** Settles the form of a step that is about to open, the first time with its defaults, and tells whether it changed. */
export function openForm({ form }: AskingStep, recorder: Recorder): boolean {
  if (form === undefined) return false;
  const { definition, state, context } = recorder;
  const opened =
    state.values[form] === undefined
      ? onlyForm(state.values, initialValues(definition.model, form, state.values, context.form), form)
      : state.values;
  const changed = changesBetween(state.values, settleForm(opened, form, recorder).values);
  const hasChanged = Object.keys(changed).length > 0;
  if (hasChanged) recorder.record('ValuesGiven', { changed });
  return hasChanged;
}
