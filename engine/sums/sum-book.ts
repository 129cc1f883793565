import { type Delta, deltas } from './deltas.ts';
import type { Group, StoredTotal, Sum } from './sum.ts';

type Row = Readonly<Record<string, unknown>>;
type Total = { readonly count: number; readonly amounts: readonly bigint[] };

/** Totals of sums in memory, kept with every change of a row. */
export class SumBook {
  readonly #totals = new Map<string, Map<Group, Total>>();

  /** @returns the groups that changed, with what they hold now. */
  change(sum: Sum, before: Row | undefined, after: Row | undefined): readonly (readonly [Group, StoredTotal])[] {
    const groups = this.#totals.get(sum.id) ?? new Map<Group, Total>();
    this.#totals.set(sum.id, groups);
    return deltas(sum, before, after).deltas.map((delta) => {
      const total = plus(groups.get(delta.group), delta);
      groups.set(delta.group, total);
      return [delta.group, stored(total)];
    });
  }

  /** Every group that a row was ever in, with what it holds now. */
  totals(sum: Sum): readonly (readonly [Group, StoredTotal])[] {
    return [...(this.#totals.get(sum.id) ?? [])].map(([group, total]) => [group, stored(total)]);
  }
}

const stored = ({ count, amounts }: Total): StoredTotal => ({ n: count, v: amounts.map(String) });

const plus = (total: Total | undefined, { count, amounts }: Delta): Total => ({
  count: (total?.count ?? 0) + count,
  amounts: amounts.map((units, at) => units + (total?.amounts[at] ?? 0n)),
});
