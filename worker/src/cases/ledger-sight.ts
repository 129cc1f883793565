import type { Person, Workspace } from '#engine';
import type { LedgerDocument, LedgerReader } from '../../../schemas/generated/ledger.ts';

/** Columns that one line of a ledger's readers grants, and the rows it grants them in; all rows without `rows`. */
type SightLine = {
  readonly columns: readonly string[];
  readonly rows?: { readonly column: string; readonly values: ReadonlySet<string> };
};
/** What somebody sees of a ledger; no line when nobody let them in. */
export type LedgerSight = readonly SightLine[];
type Cells = Readonly<Record<string, unknown>>;

/** What the readers of a ledger let somebody see. Auditors see everything. */
export function ledgerSight(
  { readers, columns }: Pick<LedgerDocument, 'readers' | 'columns'>,
  { person, workspace }: { readonly person: Person; readonly workspace: Workspace },
): LedgerSight {
  const all = Object.keys(columns);
  if (workspace.organisation.hasRole(person.id, 'auditor')) return [{ columns: all }];
  return readers.flatMap((reader): LedgerSight => {
    if (reader === 'everyone') return [{ columns: all }];
    if (!person.posts.some(({ post }) => post === reader.post)) return [];
    return [{ columns: reader.columns ?? all, ...rowsOf(reader, person, workspace) }];
  });
}

function rowsOf({ rows }: LedgerReader, person: Person, workspace: Workspace): Pick<SightLine, 'rows'> {
  if (rows === undefined) return {};
  if ('person' in rows) return { rows: { column: rows.person, values: new Set<string>([person.id]) } };
  return { rows: { column: rows.unit, values: unitsUnder(person, workspace) } };
}

/** The units somebody holds posts in, and all below them. */
function unitsUnder(person: Person, { documents, organisation }: Workspace): ReadonlySet<string> {
  const own = new Set(organisation.unitsOf(person.id));
  const below = Object.keys(documents.organisation.units).filter((unit) =>
    organisation.ancestorsOf(unit).some((above) => own.has(above)),
  );
  return new Set([...own, ...below]);
}

/** The columns somebody sees of one row: none when it is not for them. */
export const columnsSeen = (sight: LedgerSight, cells: Cells): ReadonlySet<string> =>
  new Set(
    sight.flatMap(({ rows, columns }) =>
      rows === undefined || rows.values.has(String(cells[rows.column])) ? columns : [],
    ),
  );

/** The columns somebody sees of any row. */
export const columnsAnywhere = (sight: LedgerSight): ReadonlySet<string> =>
  new Set(sight.flatMap(({ columns }) => columns));

/**
 * The columns rows may be chosen and ordered by: those seen of every row that is shown. Any other would tell something
 * of the rows in which it is hidden.
 */
export function columnsEverywhere(sight: LedgerSight): ReadonlySet<string> {
  const [first, ...rest] = sight.some(({ rows }) => rows === undefined)
    ? sight
        .filter(({ rows }) => rows === undefined)
        .map(({ columns }) => columns)
        .slice(0, 1)
    : sight.map(({ columns }) => columns);
  const others = rest.map((columns) => new Set(columns));
  return new Set((first ?? []).filter((column) => others.every((columns) => columns.has(column))));
}

/** Rows are limited to those of which one of these is true; undefined: all rows are shown. */
export function rowLimits(
  sight: LedgerSight,
): readonly { readonly column: string; readonly any: readonly string[] }[] | undefined {
  if (sight.some(({ rows }) => rows === undefined)) return undefined;
  return sight.flatMap(({ rows }) => (rows === undefined ? [] : [{ column: rows.column, any: [...rows.values] }]));
}
