import type { CaseEvent } from '../case/events.ts';
import type { RowAddress } from '../case/facts.ts';
import { sameValue } from '../form/value.ts';
import type { SourceChange } from './case-rows.ts';
import { type Delta, deltas, type Move } from './deltas.ts';
import type { Sum } from './sum.ts';

type Cells = Readonly<Record<string, unknown>>;
/** What changes in one sum because one row of its source has changed. */
export type RowChange = {
  readonly sum: string;
  readonly source: string;
  /** As of the sum. */
  readonly dated: boolean;
  /** The row of the ledger, or what the row of a built-in source is of. */
  readonly subject: string;
  readonly deltas: readonly Delta[];
  readonly move?: Move;
};

/** The sums of a workspace by the source of their rows. */
export type SumsBySource = ReadonlyMap<string, readonly Sum[]>;

/** What changed rows change in all sums of their sources. A row that stays as it was changes nothing. */
export const rowChanges = (sums: SumsBySource, changes: readonly SourceChange[]): readonly RowChange[] =>
  changes.flatMap(({ source, subject, before, after }) => {
    if (sameValue(before, after)) return [];
    return (sums.get(source) ?? []).flatMap((sum) => {
      const change = deltas(sum, before, after);
      const nothing = change.deltas.length === 0 && change.move === undefined;
      return nothing ? [] : [{ sum: sum.id, dated: sum.dated, source, subject, ...change }];
    });
  });

/**
 * Ledger rows that an entry has written: what they were before it and are after it, however often it wrote them.
 *
 * @param known the rows it was decided on.
 */
export function ledgerChanges(
  events: readonly CaseEvent[],
  known: Readonly<Record<RowAddress, { readonly cells: Cells }>>,
): readonly SourceChange[] {
  const changed = new Map<RowAddress, SourceChange>();
  for (const event of events) {
    if (event.type !== 'LedgerWritten') continue;
    const { ledger, row, cells } = event.data;
    const address = `${ledger}/${row}`;
    const first = changed.get(address) ?? { source: ledger, subject: row, before: known[address]?.cells };
    changed.set(address, { ...first, after: cells });
  }
  return [...changed.values()];
}
