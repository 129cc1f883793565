import type { Contribution, Group, Sum } from './sum.ts';

type Row = Readonly<Record<string, unknown>>;

/** What a change adds to one group of a sum; negative where it takes away. */
export type Delta = { readonly group: Group; readonly count: number; readonly amounts: readonly bigint[] };
/** A row that counts elsewhere from now on: out of one group, into another, or both. */
export type Move = { readonly from?: Group; readonly to?: Group };
export type SumChange = { readonly deltas: readonly Delta[]; readonly move?: Move };

const NO_CHANGE: SumChange = { deltas: [] };

/**
 * What changing a row from `before` to `after` changes in a sum; undefined stands for a row that is not there. Changes
 * add up: in whatever order they are applied, the result is what the present rows come to.
 */
export function deltas(sum: Sum, before: Row | undefined, after: Row | undefined): SumChange {
  const was = before && sum.contribution(before);
  const is = after && sum.contribution(after);
  if (was?.group === is?.group) return was && is ? { deltas: difference(was, is) } : NO_CHANGE;
  return {
    deltas: [...(was ? [taken(was)] : []), ...(is ? [{ ...is, count: 1 }] : [])],
    move: { ...(was && { from: was.group }), ...(is && { to: is.group }) },
  };
}

const taken = ({ group, amounts }: Contribution): Delta => ({
  group,
  count: -1,
  amounts: amounts.map((units) => -units),
});

function difference(was: Contribution, is: Contribution): readonly Delta[] {
  const amounts = is.amounts.map((units, at) => units - (was.amounts[at] ?? 0n));
  return amounts.every((units) => units === 0n) ? [] : [{ group: is.group, count: 0, amounts }];
}
