import { maxRowsOf } from '../../fields/table/kind.ts';
import { fillIn } from './initial.ts';
import { type Intake, readValue } from './intake.ts';
import { type IssueCode, type IssueParams, pointerStep } from './issue.ts';
import { type FieldNode, isDerived, pointerOf } from './model.ts';
import { covers } from './rights.ts';
import { freshRowIds, isObject, ROW_ID, ROW_KEY, type Row, rowsOf } from './value.ts';

/** Takes in the rows of a table: all of them from whoever may add and remove rows, changed ones from everybody else. */
export function patchTable(intake: Intake, node: FieldNode, sent: unknown): void {
  const { draft, facts, echoes } = intake;
  const { form, id } = node;
  const before = rowsOf(draft.values[form]?.[id]);
  const known = new Map(before.map((row) => [row[ROW_KEY], row]));
  const merged = readRows(intake, node, known, sent);
  if (!merged) return;
  const rows = mayArrange(intake, node)
    ? [...merged.values()]
    : before.map((row) => merged.get(String(row[ROW_KEY])) ?? row);
  draft.setField(form, id, rows);
  echoes.push({ node, path: pointerOf(node), value: rows });
  const added = new Set([...merged.keys()].filter((rowId) => !known.has(rowId)));
  for (const column of node.columns.filter(isLocked)) fillIn(column, draft, facts, added);
}

/** Whether rows may be added, removed and moved. */
const mayArrange = ({ editable }: Intake, { path, field }: FieldNode): boolean =>
  editable.has(path) && field.type === 'table' && field.rows !== 'fixed';

/** Nobody writes these cells; in a new row they hold their default. */
const isLocked = (column: FieldNode): boolean => column.readonly === true;

/** The merged rows by identity, in the order they were sent; undefined when the table as a whole is refused. */
function readRows(
  intake: Intake,
  node: FieldNode,
  known: ReadonlyMap<unknown, Row>,
  sent: unknown,
): ReadonlyMap<string, Row> | undefined {
  const path = pointerOf(node);
  const list = sent === null ? [] : sent;
  const max = node.field.type === 'table' ? maxRowsOf(node.field) : 0;
  if (!Array.isArray(list)) return refuse(intake, 'wrong-type', path);
  if (list.length > max) return refuse(intake, 'too-many-rows', path, { max });
  const named = list.map((row: unknown) => (isObject(row) ? row[ROW_KEY] : undefined));
  const fresh = freshRowIds([...known.keys(), ...named]);
  const merged = new Map<string, Row>();
  for (const [index, row] of list.entries()) {
    const at = `${path}/${index}`;
    if (!isObject(row)) refuse(intake, 'wrong-type', at);
    else {
      const id = Object.hasOwn(row, ROW_KEY) ? row[ROW_KEY] : fresh();
      if (!isAcceptable(intake, node, known, id, at)) continue;
      if (merged.has(id)) refuse(intake, 'not-unique', `${at}/${ROW_KEY}`);
      else merged.set(id, mergeRow(intake, node, known.get(id), row, id, at));
    }
  }
  return merged;
}

function isAcceptable(
  intake: Intake,
  node: FieldNode,
  known: ReadonlyMap<unknown, Row>,
  id: unknown,
  path: string,
): id is string {
  if (typeof id !== 'string' || !ROW_ID.test(id)) refuse(intake, 'wrong-type', `${path}/${ROW_KEY}`);
  else if (!known.has(id) && !mayArrange(intake, node)) refuse(intake, 'unknown-row', path, { id });
  else return true;
  return false;
}

/** What the row held, with the cells that were sent. */
function mergeRow(
  intake: Intake,
  node: FieldNode,
  before: Row | undefined,
  sent: Readonly<Record<string, unknown>>,
  rowId: string,
  path: string,
): Row {
  const cells: Record<string, unknown> = { ...before, [ROW_KEY]: rowId };
  for (const [key, cell] of Object.entries(sent)) {
    if (key === ROW_KEY) continue;
    const column = node.columns.find(({ id }) => id === key);
    if (!column) refuse(intake, 'unknown-field', path + pointerStep(key));
    else if (!covers(intake.editable, column)) refuse(intake, 'not-writable', `${path}/${key}`);
    else {
      const value = readValue(column, cell, `${path}/${key}`, intake.issues);
      intake.echoes.push({ node: column, path: `${path}/${key}`, value, rowId });
      if (isDerived(column) || (!before && isLocked(column))) continue;
      if (value === undefined) delete cells[key];
      else cells[key] = value;
    }
  }
  return cells;
}

function refuse({ issues }: Intake, code: IssueCode, path: string, params: IssueParams = {}): undefined {
  issues.push({ code, path, params });
}
