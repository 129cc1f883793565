import {
  covers,
  type Editable,
  type FieldNode,
  type Flaws,
  type FormFacts,
  type FormModel,
  fieldState,
  holds,
  isTable,
  pointerStep,
  type Row,
  rowsOf,
  type Values,
} from '#engine';
import type { PlacedIssue } from './issue-places.ts';
import { type FieldKey, partsOf } from './keys.ts';

export type Situation = {
  readonly model: FormModel;
  readonly values: Values;
  readonly facts: FormFacts;
  readonly editable: Editable;
  /** The control holds text that is no value. */
  readonly typed: boolean;
  /** Ask the checks of the definition too: after a submission found them failing. */
  readonly checks: boolean;
};

/** What is wrong with one control now: the same rules as on submitting, for this place alone. */
export function issuesAt(key: FieldKey, situation: Situation): readonly PlacedIssue[] {
  const { model, values, facts, editable, typed } = situation;
  const { form, field, path, row: rowId, column } = partsOf(key);
  const node = model.nodes.get(column === undefined ? path : `${path}.${column}`);
  if (node === undefined) return inMatrix(key, situation) ?? checksAt(key, situation, undefined);
  const rows = rowId === undefined ? [] : rowsOf(values[form]?.[field]);
  const index = rows.findIndex((each) => each._row === rowId);
  const row = rows[index];
  const state = fieldState(model, values, facts, node.path, index < 0 ? undefined : index);
  if (!state.visible) return [];
  if (typed) return [{ key, code: 'wrong-type', params: {} }];
  const value = row === undefined ? values[form]?.[field] : row[node.id];
  const own = covers(editable, node) ? flawsOf(node, value, values, facts, row) : undefined;
  const found = (own ?? []).map(({ code, params, under }) => ({ key, code, params, ...rowOfFlaw(node, under) }));
  return [...found, ...checksAt(key, situation, row)];
}

/** What is wrong with one number of a matrix; undefined for everything else. */
function inMatrix(key: FieldKey, { model, values, facts, typed }: Situation): readonly PlacedIssue[] | undefined {
  const { form, field, path, row, column } = partsOf(key);
  const node = model.nodes.get(path);
  if (node?.field.type !== 'matrix' || row === undefined || column === undefined) return undefined;
  if (typed) return [{ key, code: 'wrong-type', params: {} }];
  const at = pointerStep(row) + pointerStep(column);
  const flaws = flawsOf(node, values[form]?.[field], values, facts, undefined) ?? [];
  return flaws.filter(({ under }) => under === at).map(({ code, params }) => ({ key, code, params }));
}

/** A flaw of one row of a table says which. */
function rowOfFlaw(node: FieldNode, under: string): { row?: number } {
  const [, index] = isTable(node) ? (/^\/(\d+)/.exec(under) ?? []) : [];
  return index === undefined ? {} : { row: Number(index) + 1 };
}

function flawsOf(node: FieldNode, value: unknown, values: Values, facts: FormFacts, row: Row | undefined): Flaws {
  if (value === undefined || node.kind.isEmpty(value)) {
    if (holds(node.required, values, facts, row)) return [{ code: 'required', params: {}, under: '' }];
    if (!isTable(node)) return undefined;
  }
  return node.shape(value) ?? node.limits(value, row === undefined ? { values, facts } : { values, facts, row });
}

/** The checks of the definition reported at this place that do not hold. */
function checksAt(key: FieldKey, situation: Situation, row: Row | undefined): readonly PlacedIssue[] {
  const { model, values, facts, checks } = situation;
  if (!checks) return [];
  const { form, path, column } = partsOf(key);
  const at = key.includes('.') ? (column === undefined ? path : `${path}.${column}`) : form;
  return (model.checks.get(at) ?? [])
    .filter(({ that }) => !holds(that, values, facts, row))
    .map(({ index }) => ({ key, code: 'check-failed', params: { check: index } }));
}
