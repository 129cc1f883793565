import { canonicalOf, type FieldNode, type Issue, type Row, rowsOf, validate } from '#engine';
import type { TableField } from '../../../schemas/generated/process.ts';
import type { Reading } from '../../../site/src/fields/use-text-input.ts';
import { folded } from '../../../site/src/fields/written-of.ts';
import { cellKey } from '../../../site/src/form/keys.ts';
import { allTexts } from '../../../site/src/i18n/locale.ts';
import type { SheetRow } from '../../../site/src/sheet/sheet.ts';
import { type BlockRow, type Filled, fillBlock, rowsIn, type TableNow } from './block.ts';

/**
 * What an import does: put its rows after those there are, in their place, into those that agree with them in the
 * unique columns, or into the rows in their order.
 */
export type ImportMode = 'append' | 'replace' | 'match' | 'inOrder';

/** Which column of the file each column of the table is read from. */
export type Mapping = ReadonlyMap<string, number>;

const LOOKED_AT = 10;

/** A heading without the star of a required column and without a unit in brackets. */
const bare = (heading: string): string => folded(heading).replace(/\*$|\([^()]*\)$/g, '');

function columnOf(heading: string, columns: readonly FieldNode[]): FieldNode | undefined {
  const names = (column: FieldNode) => [column.id, ...allTexts(column.field.title)];
  return (
    columns.find((column) => names(column).some((name) => folded(name) === folded(heading))) ??
    columns.find((column) => heading !== '' && names(column).some((name) => bare(name) === bare(heading)))
  );
}

/** Columns by their headings, in any language; a heading that is there twice counts once. */
export function matchColumns(headings: readonly string[], columns: readonly FieldNode[]): Mapping {
  const found = new Map<string, number>();
  for (const [index, heading] of headings.entries()) {
    const column = columnOf(heading.trim(), columns);
    if (column !== undefined && !found.has(column.id)) found.set(column.id, index);
  }
  return found;
}

/** The row of the file that looks most like headings: some files begin with a title. */
export function headingRow(rows: readonly SheetRow[], columns: readonly FieldNode[]): number {
  const fits = rows.slice(0, LOOKED_AT).map(({ cells }) => matchColumns(cells, columns).size);
  return Math.max(0, fits.indexOf(Math.max(...fits, 1)));
}

/** What an import may do here; the first is the usual one. */
export function modesFor(field: TableField, mayArrange: boolean, hasRows: boolean): readonly ImportMode[] {
  const match: readonly ImportMode[] = field.unique !== undefined && hasRows ? ['match'] : [];
  if (!mayArrange) return [...match, 'inOrder'];
  return hasRows ? [...match, 'append', 'replace'] : ['append'];
}

export type ImportRow = { readonly number: number; readonly cells: ReadonlyMap<string, Reading> };

/** The rows of a file as what their cells mean. */
export const readRows = (
  rows: readonly SheetRow[],
  mapping: Mapping,
  columns: readonly FieldNode[],
  read: (text: string, column: FieldNode) => Reading,
): readonly ImportRow[] =>
  rows.map(({ number, cells }) => ({
    number,
    cells: new Map(
      columns.flatMap((column) => {
        const at = mapping.get(column.id);
        return at === undefined ? [] : [[column.id, read(cells[at] ?? '', column)] as const];
      }),
    ),
  }));

/** Something that is wrong in a row of the file. */
export type RowIssue = {
  /** The row of the file. */
  readonly number: number;
  readonly column: string | undefined;
  readonly issue: Pick<Issue, 'code' | 'params'>;
  /** What stands in the cell, where it cannot be read. */
  readonly text?: string;
};

export type Judged = {
  readonly filled: Filled;
  readonly issues: readonly RowIssue[];
  /** Rows of the file that have no row to go into. */
  readonly lost: readonly number[];
  /** More rows than the table may have: such an import is not possible. */
  readonly tooMany: number | undefined;
};

/** What an import would do, and everything that would be wrong then; nothing is changed. */
export function judgeImport(
  table: TableNow,
  rows: readonly ImportRow[],
  mode: ImportMode,
  nextId: () => string,
): Judged {
  const base = mode === 'replace' ? emptied(table) : table;
  const targets = targetsOf(base, rows, mode);
  const placed = rows.filter((_, index) => targets[index] !== 'none');
  const block: readonly BlockRow[] = rows.flatMap(({ cells }, index) => {
    const target = targets[index];
    return target === 'none' ? [] : [{ id: target, cells }];
  });
  const filled = fillBlock(base, block, nextId);
  const numbers = new Map(filled.ids.map((id, index) => [id, placed[index]?.number ?? 0]));
  const found = validate(table.model, filled.values, table.facts, table.editable);
  const max = found.find(({ code, path }) => code === 'too-many-rows' && path === pointer(table))?.params.max;
  return {
    filled,
    issues: placeIssues(table, filled, found, numbers),
    lost: rows.filter((_, index) => targets[index] === 'none').map(({ number }) => number),
    tooMany: typeof max === 'number' ? max : undefined,
  };
}

const pointer = ({ node }: TableNow): string => `/${node.form}/${node.id}`;

const emptied = (table: TableNow): TableNow => {
  const { form, id } = table.node;
  return { ...table, values: { ...table.values, [form]: { ...table.values[form], [id]: [] } } };
};

type Target = string | undefined | 'none';

/** The row each row of the file goes into: its id, undefined for a new one, or none. */
function targetsOf(table: TableNow, rows: readonly ImportRow[], mode: ImportMode): readonly Target[] {
  const there = rowsIn(table);
  if (mode === 'inOrder') return rows.map((_, index) => idOf(there[index]) ?? 'none');
  return mode === 'match' ? matches(table, rows) : rows.map(() => undefined);
}

/** Rows that agree in the unique columns; of two rows of the file that do, the second is a row of its own. */
function matches(table: TableNow, rows: readonly ImportRow[]): readonly Target[] {
  const { field, path, columns } = table.node;
  const unique = columns.filter(({ id }) => field.type === 'table' && field.unique?.includes(id) === true);
  const keyOf = (row: Row) => JSON.stringify(unique.map((column) => canonicalOf(column, row[column.id] ?? null)));
  const free = new Map(rowsIn(table).map((row) => [keyOf(row), idOf(row)]));
  return rows.map(({ cells }) => {
    const key = keyOf(Object.fromEntries([...cells].map(([id, reading]) => [id, readValue(reading)])));
    const found = free.get(key);
    free.delete(key);
    return found ?? (table.editable.has(path) ? undefined : 'none');
  });
}

const idOf = (row: Row | undefined): string | undefined => (row === undefined ? undefined : String(row._row));
const readValue = (reading: Reading | undefined): unknown =>
  reading !== undefined && 'value' in reading ? reading.value : undefined;

function placeIssues(
  { node }: TableNow,
  { values, kept }: Filled,
  found: readonly Issue[],
  numbers: ReadonlyMap<string, number>,
): readonly RowIssue[] {
  const rows = rowsOf(values[node.form]?.[node.id]);
  const unread = [...kept].map(([key, text]): RowIssue => {
    const [row = '', column] = key.slice(node.path.length + 1).split('.');
    return { number: numbers.get(row) ?? 0, column, text, issue: { code: 'wrong-type', params: {} } };
  });
  const judged = found.flatMap(({ code, path, params }): readonly RowIssue[] => {
    const [form, field, index, column] = path.slice(1).split('/');
    const row = form === node.form && field === node.id && index !== undefined ? idOf(rows[Number(index)]) : undefined;
    const number = row === undefined ? undefined : numbers.get(row);
    if (row === undefined || number === undefined) return [];
    if (column !== undefined && kept.has(cellKey(node.path, row, column))) return [];
    return [{ number, column, issue: { code, params } }];
  });
  return [...unread, ...judged].toSorted((a, b) => a.number - b.number);
}
