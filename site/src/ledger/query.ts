import type { LedgerPage, LedgerQuery } from '../../../schemas/generated/api.ts';

type Column = LedgerPage['columns'][string];

/** What one column is limited to: any of some values, or a range with both ends. */
export type ColumnFilter = readonly string[] | { readonly from?: string; readonly to?: string };
export type Filters = Readonly<Record<string, ColumnFilter>>;

/** How a ledger is looked at: what addresses and saved views keep. */
export type Look = {
  readonly q: string;
  readonly filters: Filters;
  /** A column, with `-` in front when the greatest comes first; latest first without it. */
  readonly sort: string | undefined;
  readonly hidden: readonly string[];
};

export const plainLook: Look = { q: '', filters: {}, sort: undefined, hidden: [] };

export const toQuery = ({ q, filters, sort, hidden }: Look): LedgerQuery => ({
  ...(q.trim() !== '' && { q: q.trim() }),
  ...(Object.keys(filters).length > 0 && { filter: JSON.stringify(filters) }),
  ...(sort !== undefined && { sort }),
  ...(hidden.length > 0 && { hidden: [...hidden] }),
});

export const fromQuery = ({ q = '', filter, sort, hidden = [] }: LedgerQuery): Look => ({
  q,
  filters: filter === undefined ? {} : parsed(filter),
  sort,
  hidden,
});

/** The look that an address asks for; a part that cannot be read is left out. */
export function lookOf(search: string): Look {
  const { q = '', filter, sort, hidden = '' } = Object.fromEntries(new URLSearchParams(search));
  return fromQuery({
    q,
    ...(filter !== undefined && { filter }),
    ...(sort !== undefined && { sort }),
    hidden: hidden.split(',').filter((column) => column !== ''),
  });
}

/** The address of a ledger under a look. */
export function searchOf(id: string, look: Look): string {
  const { hidden = [], ...rest } = toQuery(look);
  const parts = Object.entries({ id, ...rest, ...(hidden.length > 0 && { hidden: hidden.join(',') }) });
  return `?${new URLSearchParams(parts)}`;
}

function parsed(text: string): Filters {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Filters) : {};
  } catch {
    return {};
  }
}

const LISTED: ReadonlySet<Column['type']> = new Set([
  ...(['choice', 'flag', 'unit', 'person', 'region'] as const),
  ...(['month', 'quarter', 'week', 'year'] as const),
]);
const RANGED: ReadonlySet<Column['type']> = new Set(['date', 'integer', 'decimal', 'money', 'percent', 'rating']);

/** How a column can be filtered: by a list of its values, by a range, or not at all. */
export const filterKind = ({ type }: Column): 'list' | 'range' | undefined =>
  LISTED.has(type) ? 'list' : RANGED.has(type) ? 'range' : undefined;

/** The filters with one of them changed; an empty one goes. */
export function withFilter(filters: Filters, column: string, filter: ColumnFilter): Filters {
  const { [column]: _, ...rest } = filters;
  const empty = isList(filter) ? filter.length === 0 : filter.from === undefined && filter.to === undefined;
  return empty ? rest : { ...rest, [column]: filter };
}

export const isList = (filter: ColumnFilter): filter is readonly string[] => Array.isArray(filter);

/** What a press on the heading of a column asks for next: least first, greatest first, latest first. */
export const nextSort = (sort: string | undefined, column: string): string | undefined =>
  sort === column ? `-${column}` : sort === `-${column}` ? undefined : column;
