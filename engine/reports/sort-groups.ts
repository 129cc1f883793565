import { cmp, parseDecimal } from '../shared/decimal.ts';
import type { KeyValue } from '../sums/sum.ts';
import type { PartGroup } from './read-part.ts';
import type { Dimension, ReportPart } from './report.ts';

type Compare = (left: PartGroup, right: PartGroup) => number;

/** Groups in the order the part asks for: by a measure, greatest first, or by its dimensions. Equal ones stay in theirs. */
export function sortGroups(part: ReportPart, groups: readonly PartGroup[]): readonly PartGroup[] {
  const byKeys = groups.toSorted(compareKeys(part.dimensions));
  const by = sortOf(part);
  if (by === undefined) return byKeys;
  const at = part.dimensions.findIndex(({ id }) => id === by.id);
  const dimension = part.dimensions[at];
  const compare: Compare = dimension
    ? (left, right) => compareKey(dimension, left.keys[at] ?? null, right.keys[at] ?? null)
    : (left, right) => compareNumbers(left.values[by.id] ?? null, right.values[by.id] ?? null);
  return byKeys.toSorted((left, right) => (by.descending ? compare(right, left) : compare(left, right)));
}

function sortOf({ source, measures }: ReportPart): { readonly id: string; readonly descending: boolean } | undefined {
  const sort = 'sort' in source ? source.sort : undefined;
  if (sort === undefined) {
    const first = measures.find(({ hidden }) => !hidden)?.id;
    return source.show === 'pareto' && first !== undefined ? { id: first, descending: true } : undefined;
  }
  const isMeasure = measures.some(({ id }) => id === sort.by);
  return { id: sort.by, descending: (sort.order ?? (isMeasure ? 'descending' : 'ascending')) === 'descending' };
}

const compareKeys =
  (dimensions: readonly Dimension[]): Compare =>
  (left, right) => {
    for (const [at, dimension] of dimensions.entries()) {
      const order = compareKey(dimension, left.keys[at] ?? null, right.keys[at] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };

/** Options in their own order, everything else as it reads; what has no value comes last. */
function compareKey({ options }: Dimension, left: KeyValue, right: KeyValue): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  if (options) return rank(options, left) - rank(options, right);
  return left < right ? -1 : 1;
}

const rank = (options: NonNullable<Dimension['options']>, value: KeyValue): number => {
  const at = options.findIndex(({ id }) => id === value);
  return at < 0 ? options.length : at;
};

function compareNumbers(left: string | null, right: string | null): number {
  const [a, b] = [parseDecimal(left ?? ''), parseDecimal(right ?? '')];
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return cmp(a, b);
}
