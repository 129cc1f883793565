import { type FormModel, type Issue, isObject, rowsOf, type Values } from '#engine';
import { cellKey, type FieldKey } from './keys.ts';

/** An issue at the control that shows it. `row`: the number of the row, for what a table says of one of its rows. */
export type PlacedIssue = Pick<Issue, 'params'> & {
  /** not-arrived: what belongs there is still on its way to the server. */
  readonly code: Issue['code'] | 'not-arrived';
  readonly key: FieldKey;
  readonly row?: number;
};

const isIndex = (step: string | undefined): step is string => step !== undefined && /^\d+$/.test(step);

/** A step of a JSON Pointer as it was before escaping (RFC 6901 §4). */
const plain = (step = ''): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

/**
 * Finds the control of an issue: `/plan/budget/2/amount` is a cell of a table and
 * `/plan/targets/south/q1` one of a matrix, `/plan/dates/end`, `/plan/answers/given/q1` and
 * `/plan/files/0` stay with their field, `/plan/budget/2` with its table, `/plan` with the form as a whole.
 */
export function placeIssue({ code, path, params }: Issue, values: Values, model: FormModel): PlacedIssue {
  const [form = '', field, index, column] = path.slice(1).split('/');
  if (field === undefined) return { code, params, key: form };
  const key = `${form}.${field}`;
  const stored = values[form]?.[field];
  const isMatrix = model.nodes.get(key)?.field.type === 'matrix';
  if (isMatrix && column !== undefined && isObject(stored) && isObject(stored[plain(index)]))
    return { code, params, key: cellKey(key, plain(index), plain(column)) };
  const row = isIndex(index) ? rowsOf(stored)[Number(index)] : undefined;
  if (row === undefined || row._row === undefined) return { code, params, key };
  return column === undefined || column === '_row'
    ? { code, params, key, row: Number(index) + 1 }
    : { code, params, key: cellKey(key, String(row._row), column) };
}
