import { isObject } from '#engine';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import type { CellFilter, RowOrder } from '../store/ledger-query.ts';
import { ProblemError } from './problem.ts';

type Columns = LedgerDocument['columns'];

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'percent', 'rating', 'year']);
const MOST_COLUMNS = 8;
const MOST_VALUES = 40;

const isNumericColumn = (columns: Columns, id: string): boolean => NUMERIC.has(columns[id]?.type ?? '');

/**
 * Reads `{"unit":["hd01"],"end":{"from":"2026-01-01","to":"2026-12-31"}}`: any of the values, or a range with both ends.
 *
 * @param may the columns the visitor may choose rows by.
 * @throws ProblemError `invalid-query` for anything else.
 */
export function filtersOf(text: string | undefined, columns: Columns, may: ReadonlySet<string>): readonly CellFilter[] {
  if (text === undefined) return [];
  const parsed = parse(text);
  const entries = isObject(parsed) ? Object.entries(parsed) : undefined;
  if (entries === undefined || entries.length > MOST_COLUMNS) throw invalid('filter');
  return entries.map(([column, wanted]) => {
    const filter = may.has(column) ? filterOf(column, wanted, isNumericColumn(columns, column)) : undefined;
    if (filter === undefined) throw invalid('filter');
    return filter;
  });
}

function filterOf(column: string, wanted: unknown, numeric: boolean): CellFilter | undefined {
  if (Array.isArray(wanted)) {
    const any = wanted.filter((value) => typeof value === 'string');
    return any.length === wanted.length && any.length > 0 && any.length <= MOST_VALUES ? { column, any } : undefined;
  }
  if (!isObject(wanted)) return undefined;
  const { from, to, ...rest } = wanted;
  if (Object.keys(rest).length > 0 || !isBound(from) || !isBound(to)) return undefined;
  return { column, numeric, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

const isBound = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';

/** Reads `amount` or `-amount`; latest first without it. @throws ProblemError `invalid-query` */
export function orderOf(text: string | undefined, columns: Columns, may: ReadonlySet<string>): RowOrder {
  if (text === undefined) return { by: 'place' };
  const descending = text.startsWith('-');
  const column = descending ? text.slice(1) : text;
  if (!may.has(column)) throw invalid('sort');
  return { by: 'column', column, numeric: isNumericColumn(columns, column), descending };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const invalid = (parameter: string) => new ProblemError('invalid-query', { params: { parameter } });
