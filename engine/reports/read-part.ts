import { parseDecimal, round, toPlain } from '../shared/decimal.ts';
import { amountOf } from '../sums/amount.ts';
import type { Group, KeyValue, StoredTotal, Sum } from '../sums/sum.ts';
import { valuesOf } from '../sums/sum.ts';
import type { Cube, Measure, ReportMoment, ReportPart } from './report.ts';
import { sortGroups } from './sort-groups.ts';

/** A group of a sum as it is kept, and what it holds at the end of the day. */
export type StoredGroup = StoredTotal & { readonly group: Group };

/** How somebody looks at a part. */
export type PartView = {
  readonly moment: ReportMoment;
  /** Whether the reader may see what is stored under these values, and has not filtered it away. */
  admits(cube: Cube, values: readonly KeyValue[]): boolean;
};

/** Numbers as texts; null where there is none. */
export type Figures = Readonly<Record<string, string | null>>;
export type PartGroup = { readonly keys: readonly KeyValue[]; readonly values: Figures };
export type PartFigures = {
  readonly groups: readonly PartGroup[];
  readonly totals: Figures;
  /** How many groups there are beside those shown. */
  readonly left: number;
};

/** What a part shows: the groups of its cubes put together by its dimensions, and the measures worked out of each. */
export function readPart(part: ReportPart, stored: readonly (readonly StoredGroup[])[], view: PartView): PartFigures {
  const all = gather(part, stored, view);
  const groups = [...all.values()].flatMap(({ keys, parts }) => {
    const values = figures(part, parts, view);
    return isShown(values, parts) ? [{ keys, values }] : [];
  });
  const whole = merged(part, [...all.values()]);
  const shown = sortGroups(part, groups);
  const top = 'top' in part.source ? (part.source.top ?? shown.length) : shown.length;
  return {
    groups: shown.slice(0, top),
    totals: addsUp(part) ? figures(part, whole, view) : {},
    left: Math.max(0, shown.length - top),
  };
}

/** Whether what its groups hold can be added: money and pieces cannot. */
const addsUp = ({ source }: ReportPart): boolean => !('total' in source && source.total === false);

/**
 * The groups kept behind one number: those of the cube of the measure, or of the first that its formula looks at. A part
 * that shows rows has no measures.
 */
export function groupsBehind(
  part: ReportPart,
  stored: readonly (readonly StoredGroup[])[],
  view: PartView,
  { measure, keys }: { readonly measure: string | undefined; readonly keys: readonly KeyValue[] | undefined },
): { readonly cube: number; readonly groups: readonly Group[] } | undefined {
  const cube = measure === undefined ? 0 : cubeBehind(part, measure);
  if (cube === undefined) return undefined;
  const wanted = keys && JSON.stringify(keys);
  const groups = admitted(part, cube, stored, view).filter((each) => !wanted || JSON.stringify(each.keys) === wanted);
  return { cube, groups: groups.map(({ kept }) => kept.group) };
}

function cubeBehind(part: ReportPart, id: string): number | undefined {
  const measure = part.measures.find((each) => each.id === id);
  if (measure === undefined) return undefined;
  if (measure.value.is !== 'formula') return measure.value.cube;
  const [first] = measure.value.expression.reads
    .map(([name = '']) => cubeBehind(part, name))
    .filter((at) => at !== undefined);
  return first;
}

/** What the groups of one cube that fall together come to. */
type CubeTotal = {
  readonly count: number;
  readonly amounts: readonly bigint[];
  /** How many rows have which number, for a median. */
  readonly numbers: ReadonlyMap<number, number>;
};
type Gathered = { readonly keys: readonly KeyValue[]; readonly parts: readonly (CubeTotal | undefined)[] };

function gather(part: ReportPart, stored: readonly (readonly StoredGroup[])[], view: PartView) {
  const groups = new Map<string, Gathered>();
  for (const at of part.cubes.keys()) {
    for (const { keys, kept, number } of admitted(part, at, stored, view)) {
      const name = JSON.stringify(keys);
      const known = groups.get(name) ?? { keys, parts: part.cubes.map(() => undefined) };
      groups.set(name, { keys, parts: known.parts.with(at, added(known.parts[at], kept, number)) });
    }
  }
  return groups;
}

type Admitted = { readonly keys: readonly KeyValue[]; readonly kept: StoredGroup; readonly number: KeyValue };

function admitted(
  part: ReportPart,
  at: number,
  stored: readonly (readonly StoredGroup[])[],
  view: PartView,
): readonly Admitted[] {
  const cube = part.cubes[at];
  if (cube === undefined) return [];
  return (stored[at] ?? []).flatMap((kept) => {
    const values = valuesOf(kept.group);
    const counts = cube.conditions.every((condition) => condition.of(values, view.moment) === true);
    if (!counts || isEmpty(kept) || !view.admits(cube, values)) return [];
    const keys = cube.dimensions.map((dimension) => dimension.of(values, view.moment));
    return [{ keys, kept, number: cube.median?.of(values, view.moment) ?? null }];
  });
}

const isEmpty = ({ n, v }: StoredTotal): boolean => n === 0 && v.every((units) => units === '0');

function added(total: CubeTotal | undefined, { n, v }: StoredTotal, number: KeyValue): CubeTotal {
  const numbers = new Map(total?.numbers);
  if (typeof number === 'number') numbers.set(number, n + (numbers.get(number) ?? 0));
  return {
    count: n + (total?.count ?? 0),
    amounts: v.map((units, at) => BigInt(units) + (total?.amounts[at] ?? 0n)),
    numbers,
  };
}

function merged(part: ReportPart, groups: readonly Gathered[]): Gathered['parts'] {
  return part.cubes.map((_, at) => {
    const totals = groups.flatMap(({ parts }) => parts[at] ?? []);
    if (totals.length === 0) return undefined;
    const numbers = new Map<number, number>();
    for (const total of totals)
      for (const [number, n] of total.numbers) numbers.set(number, n + (numbers.get(number) ?? 0));
    const [first] = totals;
    return {
      count: totals.reduce((sum, { count }) => sum + count, 0),
      amounts: (first?.amounts ?? []).map((_units, index) =>
        totals.reduce((sum, { amounts }) => sum + (amounts[index] ?? 0n), 0n),
      ),
      numbers,
    };
  });
}

/** Every measure in its order, hidden ones too: formulas see those before them. */
function figures(part: ReportPart, totals: Gathered['parts'], { moment }: PartView): Figures {
  const values: Record<string, string | number | null> = {};
  for (const measure of part.measures) values[measure.id] = measured(part, measure, totals, values, moment);
  const shown = part.measures.filter(({ hidden }) => !hidden).map(({ id }) => id);
  return Object.fromEntries(shown.map((id) => [id, values[id] === null ? null : String(values[id])]));
}

function measured(
  part: ReportPart,
  { value }: Measure,
  totals: Gathered['parts'],
  before: Readonly<Record<string, string | number | null>>,
  { today, settings }: ReportMoment,
): string | number | null {
  if (value.is === 'formula') {
    const result = value.expression.evaluate({ ...before, today, settings });
    const number = parseDecimal(typeof result === 'number' ? String(result) : typeof result === 'string' ? result : '');
    return number ? toPlain(round(number, value.places)) : null;
  }
  const total = totals[value.cube];
  if (value.is === 'count') return total?.count ?? 0;
  if (value.is === 'median') return median(total?.numbers ?? new Map());
  return amountOf(total?.amounts[value.at] ?? 0n, kindOf(part.cubes[value.cube]?.sum, value.at));
}

const kindOf = (sum: Sum | undefined, at: number) => sum?.measures[at]?.kind ?? 'integer';

/** The number in the middle, the lower of two. */
function median(numbers: ReadonlyMap<number, number>): number | null {
  const counted = [...numbers].filter(([, n]) => n > 0).toSorted(([a], [b]) => a - b);
  const middle = Math.ceil(counted.reduce((sum, [, n]) => sum + n, 0) / 2);
  let passed = 0;
  for (const [number, n] of counted) {
    passed += n;
    if (passed >= middle) return number;
  }
  return null;
}

/** A group that says something: a number, or that what there is comes to 0. */
function isShown(values: Figures, parts: Gathered['parts']): boolean {
  const said = Object.values(values).filter((value) => value !== null);
  return said.some((value) => value !== '0') || (said.length > 0 && parts.some((total) => (total?.count ?? 0) > 0));
}
