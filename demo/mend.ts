import { addDays, type CivilDate, type Definition, isObject } from '#engine';
import type { Field } from '../schemas/generated/process.ts';
import type { Desk, Fields, Forms } from './desk.ts';
import { isTyped, madeUp, rangeFrom, rowOf } from './made-up.ts';

export type Issue = {
  readonly code: string;
  readonly path: string;
  readonly params?: Readonly<Record<string, unknown>>;
};
type Table = Extract<Field, { type: 'table' }>;

/**
 * The same values with what the API found wrong with them mended: what is missing is made up, what is out of its bounds
 * is moved into them. Undefined when there is something that only a person could put right.
 */
export async function mended(
  definition: Definition,
  sent: Forms,
  issues: readonly Issue[],
  desk: Desk,
): Promise<Forms | undefined> {
  const copy: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(sent).map(([form, fields]) => [form, structuredClone(fields)]),
  );
  let done = false;
  for (const issue of issues) if (await mend(definition, copy, issue, desk)) done = true;
  return done ? copy : undefined;
}

async function mend(
  definition: Definition,
  values: Record<string, Record<string, unknown>>,
  { code, path, params = {} }: Issue,
  desk: Desk,
): Promise<boolean> {
  const [, form = '', id = '', index, column] = path.split('/');
  const field: Field | undefined = definition.document.forms[form]?.fields[id];
  if (field === undefined) return false;
  values[form] ??= {};
  const inForm = values[form];
  if (field.type === 'table') {
    const rows: unknown = inForm[id];
    const row: unknown = Array.isArray(rows) && index !== undefined ? rows[Number(index)] : undefined;
    const declared = column === undefined ? undefined : field.columns[column];
    if (isObject(row) && column !== undefined && declared !== undefined)
      return put(row as Record<string, unknown>, column, declared, code, params, desk);
    const mendedRows = await rowsInstead(field, rows, code, params, desk);
    if (mendedRows === undefined) return code === 'not-writable' && delete inForm[id];
    inForm[id] = mendedRows;
    return true;
  }
  return put(inForm, id, field, code, params, desk);
}

async function rowsInstead(
  table: Table,
  value: unknown,
  code: string,
  params: Readonly<Record<string, unknown>>,
  desk: Desk,
): Promise<readonly Fields[] | undefined> {
  const rows: Fields[] = Array.isArray(value) ? value.filter(isObject) : [];
  if (code === 'too-few-rows' || code === 'required') {
    while (rows.length < Number(params.min ?? 1)) rows.push(await rowOf(table, desk));
    return rows;
  }
  if (code === 'too-many-rows') return rows.slice(0, Number(params.max ?? 1));
  if (code === 'not-unique') return different(rows, String(params.columns ?? '').split(/[ ,]+/));
  return code === 'check-failed' ? rethought(rows, table, desk) : undefined;
}

/** The first of each kind. */
function different(rows: readonly Fields[], columns: readonly string[]): readonly Fields[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(columns.map((column) => row[column]));
    return !seen.has(key) && seen.add(key);
  });
}

/** Rows that do not go together: somebody chooses anew in each of them, and confirms what can be confirmed. */
async function rethought(rows: readonly Fields[], table: Table, desk: Desk): Promise<readonly Fields[] | undefined> {
  let changed = false;
  const done: Fields[] = [];
  for (const row of rows) {
    const cells: Record<string, unknown> = { ...row };
    for (const [id, column] of Object.entries<Field>(table.columns)) {
      if (row[id] === undefined || !isTyped(column) || !REPEATABLE.has(column.type)) continue;
      cells[id] = await madeUp(column, desk);
      changed = true;
    }
    done.push(cells);
  }
  return changed ? done : undefined;
}

const REPEATABLE = new Set(['flag', 'choice', 'reference']);

async function put(
  place: Record<string, unknown>,
  id: string,
  field: Field,
  code: string,
  params: Readonly<Record<string, unknown>>,
  desk: Desk,
): Promise<boolean> {
  if (code === 'not-writable' || code === 'unknown-field') return delete place[id];
  const value = await valueInstead(field, place[id], code, params, desk);
  if (value === undefined) return false;
  place[id] = value;
  return true;
}

async function valueInstead(
  field: Field,
  before: unknown,
  code: string,
  params: Readonly<Record<string, unknown>>,
  desk: Desk,
): Promise<unknown> {
  const bound = (day: unknown) => (field.type === 'dateTime' ? `${day}T09:00` : day);
  switch (code) {
    case 'required':
    case 'wrong-type':
    case 'unknown-row':
    case 'unknown-file':
    case 'file-type':
    case 'not-an-option':
    case 'unknown-person':
    case 'unknown-unit':
    case 'not-a-date-time':
    case 'not-a-phone':
      return isTyped(field) ? madeUp(field, desk) : undefined;
    case 'check-failed':
      return RETHINKABLE.has(field.type) ? madeUp(field, desk) : smaller(before);
    case 'too-long':
      return String(before).slice(0, Number(params.max));
    case 'too-precise':
      return Number(before).toFixed(Number(params.scale ?? 0));
    case 'too-early':
      return field.type === 'dateRange' ? rangeFrom(String(params.min) as CivilDate) : bound(params.min);
    case 'too-late':
      return field.type === 'dateRange' ? { start: desk.today, end: params.max } : bound(params.max);
    case 'range-reversed':
      return { start: params.start, end: addDays(String(params.start) as CivilDate, 5) };
    case 'out-of-range': {
      const limit = params.min !== undefined && Number(before) < Number(params.min) ? params.min : params.max;
      return typeof before === 'string' ? String(limit ?? params.min) : (limit ?? params.min);
    }
    default:
      return undefined;
  }
}

/** Half as much, where less may pass a check. */
function smaller(value: unknown): unknown {
  if (typeof value === 'number') return Math.floor(value / 2);
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? (Number(value) / 2).toFixed(2) : undefined;
}

/** Where something else that is also true may pass a check. */
const RETHINKABLE = new Set(['choice', 'flag', 'unit', 'person', 'month', 'reference', 'date']);
