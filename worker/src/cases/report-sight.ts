import type { Cube, KeyValue, Person, ReportMoment, Workspace } from '#engine';
import { type LedgerSight, ledgerSight } from './ledger-sight.ts';

type Who = { readonly person: Person; readonly workspace: Workspace };
/** Whether what filters are set to lets a value through, by filter. */
export type FilterValues = Readonly<Record<string, (value: string) => boolean>>;
/** Whether somebody sees what is stored under some values; undefined when nothing of the cube is for them. */
export type Admits = (values: readonly KeyValue[]) => boolean;

/**
 * What of a cube somebody sees under some filters. A line of the ledger's readers lets in when it shows all columns that
 * were looked at, of the rows that it shows. Built-in sources are for whoever may open the report.
 */
export function admitsIn(cube: Cube, who: Who, filters: FilterValues, moment: ReportMoment): Admits | undefined {
  const chosen = Object.entries(filters).flatMap(([id, lets]) => {
    const value = cube.filters[id];
    return value ? [{ value, lets }] : [];
  });
  const passes: Admits = (values) => chosen.every(({ value, lets }) => lets(String(value.of(values, moment) ?? '')));
  const { readers, columns } = cube.source;
  if (readers === undefined) return passes;
  const uses = new Set([...cube.uses, ...chosen.flatMap(({ value }) => value.uses)]);
  const lines = linesShowing(ledgerSight({ readers, columns }, who), uses);
  if (lines.length === 0) return undefined;
  return (values) =>
    passes(values) &&
    lines.some(({ rows }) => rows === undefined || rows.values.has(cellOf(cube, rows.column, values, moment)));
}

const linesShowing = (sight: LedgerSight, uses: ReadonlySet<string>): LedgerSight =>
  sight.filter(({ columns }) => [...uses].every((column) => columns.includes(column)));

const cellOf = ({ rowColumns }: Cube, column: string, values: readonly KeyValue[], moment: ReportMoment): string =>
  String(rowColumns[column]?.of(values, moment) ?? '');
