import { groupBy } from '../form/group-by.ts';
import type { SumsBySource } from './entry-changes.ts';
import type { Sum } from './sum.ts';

/** Everything that a company keeps summed up, each sum once. */
export type KeptSums = {
  readonly bySource: SumsBySource;
  readonly all: readonly Sum[];
  /** Names by which forms look sums up, `<ledger>.<sum>`, and the ids of the sums. */
  readonly names: Readonly<Record<string, string>>;
};

/** @param ledgers sums of ledgers, by ledger and name; @param others sums that only reports name. */
export function keptSums(
  ledgers: Readonly<Record<string, Readonly<Record<string, Sum>>>>,
  others: readonly Sum[],
): KeptSums {
  const named = Object.entries(ledgers).flatMap(([ledger, sums]) =>
    Object.entries(sums).map(([name, sum]) => [`${ledger}.${name}`, sum] as const),
  );
  const all = [...new Map([...named.map(([, sum]) => sum), ...others].map((sum) => [sum.id, sum])).values()];
  return {
    bySource: groupBy(all, ({ source }) => source),
    all,
    names: Object.fromEntries(named.map(([name, { id }]) => [name, id])),
  };
}
