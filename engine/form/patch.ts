import { fail, ok, type Result } from '../shared/result.ts';
import { openDraft } from './draft.ts';
import { echoIssues } from './echo.ts';
import type { FormFacts } from './facts.ts';
import { type Intake, readValue } from './intake.ts';
import { type Issue, pointerStep } from './issue.ts';
import { type FieldNode, type FormModel, isDerived, isTable, pointerOf } from './model.ts';
import { patchTable } from './patch-table.ts';
import { type Editable, isEdited } from './rights.ts';
import { settle } from './settle.ts';
import { isObject, type Values } from './value.ts';

/** A well-behaved client meets none of these issues; more than this many tell nobody anything. */
const MAX_ISSUES = 100;

/**
 * The only door for values from outside. `sent` is untrusted JSON `{form: {field: value}}` and need not be complete: a
 * field or cell that is not named keeps its value, null clears it. Rows are matched by `_row`; whoever may arrange the
 * rows of a table sends all of them in their order, others send the rows they change.
 *
 * Refused are unknown forms, fields, columns and rows, values of the wrong kind, ill-formed text, and everything the
 * sender may not write, even when it repeats what is stored, so that nobody can learn a hidden value by guessing it.
 * Derived and read-only fields inside the sender's rights may be repeated unchanged. Limits, options and required
 * fields are judged by `validate`, so that an unfinished draft can be kept.
 *
 * @returns the values after the change, settled; or every issue found, nothing being changed.
 */
export function acceptPatch(
  model: FormModel,
  before: Values,
  sent: unknown,
  editable: Editable,
  facts: FormFacts,
): Result<Values, readonly Issue[]> {
  const intake: Intake = { draft: openDraft(before), editable, facts, issues: [], echoes: [] };
  if (!isObject(sent)) return fail([{ code: 'wrong-type', path: '', params: {} }]);
  for (const [id, fields] of Object.entries(sent)) patchForm(model, intake, id, fields);
  if (intake.issues.length > 0) return fail(intake.issues.slice(0, MAX_ISSUES));
  const settled = settle(model, intake.draft.values, facts);
  const issues = echoIssues(intake.echoes, before, settled, facts);
  return issues.length > 0 ? fail(issues.slice(0, MAX_ISSUES)) : ok(settled);
}

function patchForm(model: FormModel, intake: Intake, id: string, sent: unknown): void {
  const { issues, editable } = intake;
  const path = pointerStep(id);
  const fields = model.forms.get(id);
  if (!fields) issues.push({ code: 'unknown-field', path, params: {} });
  else if (!isObject(sent)) issues.push({ code: 'wrong-type', path, params: {} });
  else {
    for (const [key, value] of Object.entries(sent)) {
      const node = model.nodes.get(`${id}.${key}`);
      // A key with a dot in it could name a column; only keys that are field ids count.
      if (!node || node.id !== key) issues.push({ code: 'unknown-field', path: path + pointerStep(key), params: {} });
      else if (!isEdited(editable, [node])) issues.push({ code: 'not-writable', path: pointerOf(node), params: {} });
      else patchField(intake, node, value);
    }
  }
}

function patchField(intake: Intake, node: FieldNode, sent: unknown): void {
  const { draft, issues, echoes } = intake;
  if (isTable(node) && !isDerived(node)) {
    patchTable(intake, node, sent);
    return;
  }
  const value = readValue(node, sent, pointerOf(node), issues);
  echoes.push({ node, path: pointerOf(node), value });
  if (!isDerived(node)) draft.setField(node.form, node.id, value);
}
