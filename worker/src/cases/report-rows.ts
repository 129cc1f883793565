import {
  addDays,
  type BuiltInId,
  builtInRows,
  type Cube,
  type Instant,
  instantOf,
  isBuiltIn,
  type ReportPart,
  type ReportSource,
  type UserId,
  zoneOffset,
} from '#engine';
import type { ReportRow } from '../../../schemas/generated/api.ts';
import { casesQuery, readCase } from '../store/case-store.ts';
import type { Store } from '../store/database.ts';
import { type MemberPlace, membersOf, rowsThen } from '../store/sum-members.ts';
import { columnsSeen, ledgerSight } from './ledger-sight.ts';
import type { Behind } from './read-report.ts';
import type { Looking } from './report-moment.ts';
import { sightOn } from './sight.ts';

/** Rows behind a number, as somebody may see them; `unseen`: those among them that are not for this reader. */
export type RowsBehind = {
  readonly items: readonly ReportRow[];
  readonly unseen: number;
  readonly next: MemberPlace | undefined;
};

/** The rows that were behind a number at the end of its day, at most so many after a place. */
export async function rowsBehind(
  store: Store,
  looking: Looking,
  { cube, groups, day }: Behind,
  { after, most, now }: { readonly after: MemberPlace | undefined; readonly most: number; readonly now: Instant },
): Promise<RowsBehind> {
  const found = await membersOf(store, { sum: cube.sum, groups, day, after, most: most + 1 });
  const members = found.slice(0, most);
  const subjects = members.map(({ subject }) => subject);
  const items = isBuiltIn(cube.source.id)
    ? await casesAmong(store, looking, cube.source.id, subjects, now)
    : await rowsAmong(store, { ...looking, day }, cube, subjects);
  const next = found.length > most ? members.at(-1)?.place : undefined;
  return { items, unseen: subjects.length - items.length, next };
}

async function rowsAmong(
  store: Store,
  { who, today, day }: Looking,
  { source }: Cube,
  subjects: readonly string[],
): Promise<readonly ReportRow[]> {
  const before = instantOf(addDays(day ?? today, 1), '00:00', zoneOffset(who.workspace));
  const rows = await rowsThen(store, source.id, subjects, before);
  const sight = ledgerSight({ readers: source.readers ?? [], columns: source.columns }, who);
  return rows.flatMap(({ row, cells, case: of, number }) => {
    const seen = columnsSeen(sight, cells);
    if (seen.size === 0) return [];
    const shown = Object.fromEntries(Object.entries(cells).filter(([column]) => seen.has(column)));
    return [{ id: row, cells: shown, ...(of !== null && { case: of }), ...(number !== null && { number }) }];
  });
}

/** Cases and their steps show only to those who may open the case. */
export async function casesAmong(
  store: Store,
  { who }: Pick<Looking, 'who'>,
  source: BuiltInId,
  subjects: readonly string[],
  now: Instant,
): Promise<readonly ReportRow[]> {
  const { workspace, person } = who;
  const ids = [...new Set(subjects.map(caseOf))];
  const found = await store.all(casesQuery(ids));
  const cases = new Map(
    found.flatMap((row) => {
      const stored = readCase([row], workspace);
      const open = stored && sightOn(stored, workspace, now, person.id as UserId) !== undefined;
      return open ? [[stored.id as string, stored] as const] : [];
    }),
  );
  return subjects.flatMap((subject) => {
    const stored = cases.get(caseOf(subject));
    if (stored === undefined) return [];
    const cells = builtInRows(source, stored.id, stored.state, zoneOffset(workspace)).get(subject) ?? {};
    return [{ id: subject, case: stored.id, number: stored.number, cells }];
  });
}

/** Of a step the row begins with the id of its case. */
const caseOf = (subject: string): string => subject.split(' ')[0] ?? subject;

/** The columns that rows of a source show to somebody. */
export function columnsFor({ readers, columns }: ReportSource, { who }: Looking): ReportSource['columns'] {
  if (readers === undefined) return columns;
  const seen = new Set(ledgerSight({ readers, columns }, who).flatMap((line) => line.columns));
  return Object.fromEntries(Object.entries(columns).filter(([id]) => seen.has(id)));
}

const MOST_SORTED = 500;
const MOST_SHOWN = 200;

/** The rows that a part lists: the first so many in its order. */
export async function listedRows(
  store: Store,
  looking: Looking,
  part: ReportPart,
  behind: Behind,
  now: Instant,
): Promise<{ readonly items: readonly ReportRow[]; readonly left: number }> {
  if (!('columns' in part.source)) return { items: [], left: 0 };
  const { sort, top = MOST_SHOWN } = part.source;
  const { items, unseen } = await rowsBehind(store, looking, behind, { after: undefined, most: MOST_SORTED, now });
  const descending = sort?.order === 'descending' ? -1 : 1;
  const sorted = sort ? items.toSorted((a, b) => descending * compareCells(a.cells, b.cells, sort.by)) : items;
  const shown = sorted.slice(0, top);
  return { items: shown, left: Math.max(0, behind.rows - unseen - shown.length) };
}

type Cells = Readonly<Record<string, unknown>>;

function compareCells(left: Cells, right: Cells, column: string): number {
  const [a, b] = [left[column] ?? '', right[column] ?? ''];
  const [m, n] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && !Number.isNaN(m) && !Number.isNaN(n)) return m - n;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
