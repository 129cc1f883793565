import type { Cell, StartStep } from '../definition/definition.ts';
import type { FieldNode } from '../form/model.ts';
import { computedValue } from '../form/settle.ts';
import { ROW_KEY, type Row, rowsOf, type Values, valueAt, withValue } from '../form/value.ts';
import { changesBetween } from './changes.ts';
import type { CommandOf } from './command.ts';
import { evaluateCells, withRoot } from './context.ts';
import type { Changed } from './events.ts';
import { onlyForm } from './only-form.ts';
import type { Recorder } from './recorder.ts';
import { settleForm } from './settle-form.ts';
import type { Child } from './state.ts';

type Ended = Pick<CommandOf<'childEnded'>, 'status' | 'values'>;

/**
 * What a started case hands back, as changes of this case: fields, or the columns of the row it stood for. Nothing once
 * the case has gone back past the step or has ended, nor when the row is gone.
 */
export function resultsOf(child: Child, ended: Ended, recorder: Recorder): Changed {
  const { definition, state } = recorder;
  const step = definition.steps.get(child.step);
  const present = state.status === 'open' && child.round === state.rounds[child.step];
  if (step?.kind !== 'start' || step.result.length === 0 || !present || state.steps[step.id] === undefined) return {};
  const row = rowsOf(step.each === undefined ? [] : valueAt(state.values, step.each)).find(
    (each) => each[ROW_KEY] === child.row,
  );
  if (step.each !== undefined && row === undefined) return {};
  const cells = resultCells(step, ended, row, recorder);
  const stored = ({ target }: Cell) => storedAs(definition.model.nodes.get(target), cells[target]);
  const written = step.result.reduce((values, cell) => write(values, cell, stored(cell), child), state.values);
  return changesBetween(state.values, settled(written, formsOf(step.result), recorder));
}

function resultCells({ result }: StartStep, { status, values }: Ended, row: Row | undefined, { context }: Recorder) {
  return evaluateCells(result, withRoot(withRoot(context, 'child', values), 'ended', status), row);
}

/** As the field keeps it: money with two decimals. */
const storedAs = (node: FieldNode | undefined, value: unknown): unknown =>
  node === undefined ? undefined : computedValue(node, value);

function write(values: Values, { target }: Cell, value: unknown, { row }: Child): Values {
  const [form = '', field = '', column] = target.split('.');
  if (column === undefined) return withValue(values, target, value);
  const rows = rowsOf(values[form]?.[field]).map((each) =>
    each[ROW_KEY] === row ? withCell(each, column, value) : each,
  );
  return withValue(values, `${form}.${field}`, rows);
}

function withCell(row: Row, column: string, value: unknown): Row {
  const { [column]: _, ...rest } = row;
  return value === undefined || value === null ? rest : { ...rest, [column]: value };
}

const formsOf = (cells: readonly Cell[]): ReadonlySet<string> =>
  new Set(cells.map(({ target }) => target.split('.')[0] ?? ''));

/** What is computed from the written fields, in the same forms. */
function settled(values: Values, forms: ReadonlySet<string>, recorder: Recorder): Values {
  return [...forms].reduce((before, form) => onlyForm(before, settleForm(before, form, recorder).values, form), values);
}
