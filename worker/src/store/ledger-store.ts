import { sql } from 'drizzle-orm';
import { rows, type Store } from './database.ts';
import { type Ticket, visit } from './visit.ts';

export type LedgerEntry = {
  /** Inner number: rows are listed by it, latest first. */
  readonly place: number;
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  /** The public id of the case that wrote it first. */
  readonly case: string | null;
  readonly cells: Readonly<Record<string, unknown>>;
};

/** Rows of a ledger before `before`, latest first, at most `most`. */
export async function readLedger(store: Store, ticket: Ticket, ledger: string, before: number, most: number) {
  const { visit: who, found } = await visit(
    store,
    ticket,
    rows<Omit<LedgerEntry, 'cells'> & { readonly cells: string }>(sql`
      SELECT r.rowid AS place, r.row AS id, r.version, r.updated_at AS updatedAt, r.cells, c.public AS "case"
      FROM ledger_rows r LEFT JOIN cases c ON c.id = r.case_id
      WHERE r.ledger = ${ledger} AND r.rowid < ${before} ORDER BY r.rowid DESC LIMIT ${most}`),
  );
  const entries = found[0].map((row): LedgerEntry => ({ ...row, cells: JSON.parse(row.cells) }));
  return { visit: who, entries };
}
