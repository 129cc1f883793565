import type { LedgerStep } from '../definition/definition.ts';
import { type Values, valueAt, withValue } from '../form/value.ts';
import type { StepId } from '../shared/brand.ts';
import { evaluateCells } from './context.ts';
import type { Changed } from './events.ts';
import { rowAddress } from './facts.ts';
import { recordRow, rowBefore } from './record-row.ts';
import type { Recorder } from './recorder.ts';
import type { Written } from './state.ts';

/**
 * Takes back what ledger steps have written, for those among `steps` that ran in this pass and say how (`undo`). It is
 * worked out over the row as it is now and the fields as they were when it was written, so that exactly what this case
 * wrote goes, whoever has changed the row or the case since. The row keeps its history: undoing writes a further
 * version. To be called before the steps are reset.
 *
 * @param steps all when undefined: the case ends without effect.
 */
export function undoWrites(recorder: Recorder, steps: readonly StepId[] = [...recorder.definition.steps.keys()]): void {
  for (const id of steps) {
    const step = recorder.definition.steps.get(id);
    const { written, writtenEach } = recorder.state;
    if (step?.kind !== 'ledger') continue;
    for (const row of [written?.[id] ?? [], writtenEach?.[id] ?? []].flat().reverse()) undo(step, row, recorder);
  }
}

function undo(step: LedgerStep, { ledger: name, row, given }: Written, recorder: Recorder): void {
  const ledger = recorder.facts.ledgers[name];
  const present = recorder.row(rowAddress(name, row));
  if (ledger === undefined || present === undefined) return;
  const context = recorder.contextFor(asGiven(recorder.state.values, given));
  const before = rowBefore(step, ledger, present.cells);
  const cells = ledger.complete({ ...present.cells, ...evaluateCells(step.undo, context, before) });
  const base = present.version;
  recordRow(recorder, { step: step.id, ledger: name, row, write: 'update', base, cells, undo: true });
}

/** The values with some fields as they were. */
export const asGiven = (values: Values, given: Changed): Values =>
  Object.entries(given).reduce((before, [path, value]) => withValue(before, path, value), values);

/** What undoing a step will read of the forms; nothing for a step that is not undone. */
export function undoInputs({ undo: cells }: LedgerStep, values: Values): { readonly given?: Changed } {
  if (cells.length === 0) return {};
  const reads = cells.flatMap(({ formula }) => formula.reads).filter(([form = '']) => Object.hasOwn(values, form));
  const paths = reads.flatMap(([form = '', field]) => fieldsOf(form, field, values));
  return { given: Object.fromEntries(paths.map((path) => [path, valueAt(values, path) ?? null])) };
}

const fieldsOf = (form: string, field: string | undefined, values: Values): readonly string[] =>
  (field === undefined ? Object.keys(values[form] ?? {}) : [field]).map((id) => `${form}.${id}`);
