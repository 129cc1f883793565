import { type FieldNode, isDerived } from '../form/model.ts';
import { freshRowIds, ROW_KEY, type Row, rowsOf, sameValue } from '../form/value.ts';
import { type Merged, mergeValue } from './merge-value.ts';
import type { Overlap } from './refusal.ts';

type Rows = ReadonlyMap<unknown, Row>;
const byId = (rows: readonly Row[]): Rows => new Map(rows.map((row) => [row[ROW_KEY], row]));

/**
 * Puts two people's edits of one table together: rows are told apart by their identity, and merged column by column. A
 * row that one has removed and the other changed is an overlap. Whoever has moved rows decides on the order; rows that
 * only the other has added come last.
 */
export function mergeRows(table: FieldNode, before: unknown, own: unknown, other: unknown): Merged<unknown> {
  const [base, theirs] = [rowsOf(before), rowsOf(other)];
  const mine = withFreshIds(rowsOf(own), base, theirs);
  const [was, my, their] = [byId(base), byId(mine), byId(theirs)];
  const lead = isSameOrder(base, mine) ? [theirs, mine] : [mine, theirs];
  const ids = new Set(lead.flat().map((row) => row[ROW_KEY]));
  const rows = [...ids].map((id) => mergeRow(table, was.get(id), my.get(id), their.get(id)));
  return {
    value: rows.flatMap(({ value }) => value ?? []),
    overlaps: rows.flatMap(({ overlaps }) => overlaps),
  };
}

/** A row that both have added under the same identity is two rows. */
function withFreshIds(mine: readonly Row[], base: readonly Row[], theirs: readonly Row[]): readonly Row[] {
  const known = new Set(base.map((row) => row[ROW_KEY]));
  const taken = new Set(theirs.map((row) => row[ROW_KEY]));
  const fresh = freshRowIds([...mine, ...theirs].map((row) => row[ROW_KEY]));
  return mine.map((row) =>
    known.has(row[ROW_KEY]) || !taken.has(row[ROW_KEY]) ? row : { ...row, [ROW_KEY]: fresh() },
  );
}

/** Whether the rows that were there before stand in the order they had. */
function isSameOrder(base: readonly Row[], mine: readonly Row[]): boolean {
  const kept = new Set(mine.map((row) => row[ROW_KEY]));
  const known = new Set(base.map((row) => row[ROW_KEY]));
  const ids = (rows: readonly Row[], others: ReadonlySet<unknown>) =>
    rows.map((row) => row[ROW_KEY]).filter((id) => others.has(id));
  return sameValue(ids(base, kept), ids(mine, known));
}

function mergeRow(
  table: FieldNode,
  base: Row | undefined,
  mine: Row | undefined,
  theirs: Row | undefined,
): Merged<Row | undefined> {
  if (mine !== undefined && theirs !== undefined) return mergeCells(table, base ?? {}, mine, theirs);
  const left = mine ?? theirs;
  if (base === undefined || left === undefined) return { value: left, overlaps: [] };
  if (isUnchanged(table, base, left)) return { value: undefined, overlaps: [] };
  const path = `${table.path}.${String(base[ROW_KEY])}`;
  return { value: left, overlaps: [{ path, mine: mine ?? null, theirs: theirs ?? null }] };
}

const isUnchanged = ({ columns }: FieldNode, base: Row, row: Row): boolean =>
  columns.every((column) => isDerived(column) || sameValue(base[column.id], row[column.id]));

function mergeCells({ path, columns }: FieldNode, base: Row, mine: Row, theirs: Row): Merged<Row> {
  const overlaps: Overlap[] = [];
  const cells: Record<string, unknown> = { ...theirs };
  for (const { id } of columns.filter((column) => !isDerived(column))) {
    const merged = mergeValue(`${path}.${String(theirs[ROW_KEY])}.${id}`, base[id], mine[id], theirs[id]);
    overlaps.push(...merged.overlaps);
    if (merged.value === undefined) delete cells[id];
    else cells[id] = merged.value;
  }
  return { value: cells, overlaps };
}
