import {
  bucketsOfTrend,
  type CivilDate,
  type Cube,
  groupsBehind,
  type KeyValue,
  overOf,
  type PartFigures,
  type PartGroup,
  type PartView,
  type ReportPart,
  readPart,
  type StoredGroup,
  type Sum,
  totalsAtEnds,
  trendPeriods,
} from '#engine';
import type { Store } from '../store/database.ts';
import { MOST_GROUPS, storedGroup, totalsAt, totalsIn, totalsNow, unfilled } from '../store/sum-reads.ts';
import { filterValues, type Looking, momentOn } from './report-moment.ts';
import { type Admits, admitsIn } from './report-sight.ts';

/** What a part has to show: numbers, or nothing yet, or nothing for this reader. */
export type PartReading =
  | { readonly state: 'filling' | 'hidden' | 'large' }
  | { readonly state: 'ready'; readonly figures: PartFigures; readonly stored: Stored; readonly view: PartView };
/** The groups of each cube of a part. */
type Stored = readonly (readonly StoredGroup[])[];

const dayOf = ({ day, today }: Looking): CivilDate => day ?? today;

/** Reads parts of a report as somebody may see them: one look at the sums that are behind them, however many rows they count. */
export async function readParts(
  store: Store,
  looking: Looking,
  parts: readonly ReportPart[],
): Promise<readonly PartReading[]> {
  const views = parts.map((part) => viewOf(part, looking));
  const sums = distinct(
    parts.filter((_, at) => views[at] !== undefined).flatMap(({ cubes }) => cubes.map(({ sum }) => sum)),
  );
  const [filling, groups] = await Promise.all([unfilled(store, sums), readGroups(store, looking, sums)]);
  return Promise.all(
    parts.map(async (part, at): Promise<PartReading> => {
      const view = views[at];
      if (view === undefined) return { state: 'hidden' };
      if (part.cubes.some(({ sum }) => filling.has(sum.id))) return { state: 'filling' };
      const stored = part.cubes.map(({ sum }) => groups.get(sum.id) ?? []);
      if (stored.some((each) => each.length > MOST_GROUPS)) return { state: 'large' };
      const figures = overOf(part) ? await readTrend(store, part, looking, view) : readPart(part, stored, view);
      return { state: 'ready', figures, stored, view };
    }),
  );
}

/** How somebody sees a part; undefined when one of its cubes looks at what is not for them. */
function viewOf({ cubes }: ReportPart, looking: Looking): PartView | undefined {
  const moment = momentOn(looking.who, dayOf(looking));
  const filters = filterValues(looking);
  const admits = new Map<Cube, Admits>();
  for (const cube of cubes) {
    const lets = admitsIn(cube, looking.who, filters, moment);
    if (lets === undefined) return undefined;
    admits.set(cube, lets);
  }
  return { moment, admits: (cube, values) => admits.get(cube)?.(values) === true };
}

const distinct = (sums: readonly Sum[]): readonly Sum[] => [...new Map(sums.map((sum) => [sum.id, sum])).values()];

async function readGroups(
  store: Store,
  { day }: Looking,
  sums: readonly Sum[],
): Promise<ReadonlyMap<string, readonly StoredGroup[]>> {
  if (sums.length === 0) return new Map();
  const found = await store.batch(sums.map((sum) => (day === undefined ? totalsNow(sum) : totalsAt(sum, day))));
  return new Map(sums.map((sum, at) => [sum.id, (found[at] ?? []).map((row) => storedGroup(sum, row))]));
}

/** A part along periods: the same part at the end of each, put together with the period as its first key. */
async function readTrend(store: Store, part: ReportPart, looking: Looking, view: PartView): Promise<PartFigures> {
  const over = overOf(part);
  if (over === undefined) return readPart(part, [], view);
  const day = dayOf(looking);
  const periods = trendPeriods(over, day);
  const found = await store.batch(part.cubes.map(({ sum }) => totalsIn(sum, bucketsOfTrend(periods, day))));
  const ends = part.cubes.map(({ sum }, at) => {
    const totals = (found[at] ?? []).map((row) => ({ ...storedGroup(sum, row), bucket: row.bucket }));
    return totalsAtEnds(periods, totals, over.change === true);
  });
  const shown = over.change ? periods.slice(1) : periods;
  const each = shown.map(({ id, end }, at) => {
    const moment = { ...view.moment, today: end };
    const stored = ends.map((groups) => groups[at] ?? []);
    return { id, figures: readPart(part, stored, { ...view, moment }) };
  });
  const groups = each.flatMap(({ id, figures }) =>
    (part.dimensions.length === 0 ? [{ keys: [], values: figures.totals }] : figures.groups).map(
      ({ keys, values }): PartGroup => ({ keys: [id, ...keys], values }),
    ),
  );
  return { groups, totals: each.at(-1)?.figures.totals ?? {}, left: 0 };
}

/** What a number of a part opens: the sum and the groups behind it, how many rows, and the day at whose end it stands. */
export type Behind = {
  readonly cube: Cube;
  readonly groups: readonly string[];
  readonly rows: number;
  readonly day: CivilDate | undefined;
};

/**
 * The groups behind one number; undefined when there is no such number. `keys` are those of its group, none for the total.
 * Of a trend the first key is a period, and the number stands at its end.
 */
export async function readBehind(
  store: Store,
  looking: Looking,
  part: ReportPart,
  { measure, keys }: { readonly measure: string | undefined; readonly keys: readonly KeyValue[] | undefined },
): Promise<Behind | undefined> {
  const period = overOf(part) && keys ? String(keys[0]) : undefined;
  const at = period === undefined ? looking : atPeriod(looking, part, period);
  const [reading] = at === undefined ? [] : await readParts(store, at, [flat(part)]);
  if (at === undefined || reading?.state !== 'ready') return undefined;
  const inner = period === undefined ? keys : keys?.slice(1);
  const found = groupsBehind(part, reading.stored, reading.view, { measure, keys: inner });
  const cube = found && part.cubes[found.cube];
  if (found === undefined || cube === undefined) return undefined;
  const groups = new Set(found.groups);
  const within = (reading.stored[found.cube] ?? []).filter(({ group }) => groups.has(group));
  return { cube, groups: [...groups], rows: within.reduce((sum, { n }) => sum + n, 0), day: at.day };
}

/** The part without its periods: the same sums at one moment. */
const flat = (part: ReportPart): ReportPart => {
  if (!('over' in part.source)) return part;
  const { over: _, ...source } = part.source;
  return { ...part, source };
};

function atPeriod(looking: Looking, part: ReportPart, period: string): Looking | undefined {
  const over = overOf(part);
  const end = over && trendPeriods(over, dayOf(looking)).find(({ id }) => id === period)?.end;
  return end && { ...looking, day: end < looking.today ? end : undefined };
}
