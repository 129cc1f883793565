import { acceptPatch } from '../form/patch.ts';
import { validate } from '../form/validate.ts';
import type { FieldPath, Values } from '../form/value.ts';
import type { Changed } from './events.ts';
import { mergeForm } from './merge-form.ts';
import { onlyForm } from './only-form.ts';
import { type Recorder, refuse } from './recorder.ts';
import type { MySeat } from './seat.ts';
import { settleForm } from './settle-form.ts';
import { asGiven } from './undo.ts';
import { asksForForm } from './votes.ts';

/** Values as they were sent, untrusted, and what others have changed since the form was opened, if that is known. */
type Sent = { readonly values?: unknown; readonly changed?: Changed };

/**
 * The values after the person's input passed the step's rights and every rule of the form. Whoever was added to a round
 * edits nothing. With `changed`, edits of others since are kept and those that contradict refuse it.
 */
export function filled({ step, seat }: MySeat, { values: sent = {}, changed }: Sent, recorder: Recorder): Values {
  const { definition, state } = recorder;
  const asked = asksForForm(step, seat);
  const opened = changed === undefined ? state.values : asGiven(state.values, changed);
  const typed = accepted(opened, sent, asked ? step.rights.edit : NOTHING, recorder);
  if (!asked || step.form === undefined) return state.values;
  const merged = changed === undefined ? typed : merge(step.form, opened, typed, recorder, step.id);
  const { values, form } = settleForm(onlyForm(state.values, merged, step.form), step.form, recorder);
  const issues = validate(definition.model, values, form, step.rights.edit);
  return issues.length > 0 ? refuse({ code: 'invalid-values', issues }) : values;
}

const NOTHING: ReadonlySet<FieldPath> = new Set();

function accepted(before: Values, sent: unknown, edit: ReadonlySet<FieldPath>, recorder: Recorder): Values {
  const { form } = recorder.contextFor(before);
  const result = acceptPatch(recorder.definition.model, before, sent, edit, form);
  return result.ok ? result.value : refuse({ code: 'invalid-values', issues: result.error });
}

function merge(form: string, opened: Values, typed: Values, recorder: Recorder, step: MySeat['step']['id']): Values {
  const { definition, state } = recorder;
  const nodes = definition.model.forms.get(form) ?? [];
  const { value, overlaps } = mergeForm(nodes, opened[form] ?? {}, typed[form] ?? {}, state.values[form] ?? {});
  if (overlaps.length > 0) refuse({ code: 'overlapping-edit', step, fields: overlaps });
  return { ...state.values, [form]: value };
}
