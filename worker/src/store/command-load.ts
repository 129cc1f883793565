import { sql } from 'drizzle-orm';
import type { Definition, LedgerRow, RowAddress, SealedEntry } from '#engine';
import type { LastRead } from '../cases/viewed-since.ts';
import { type EntryRow, lastReads, readEntries, selectEntries } from './case-reads.ts';
import { byPublicId, caseQuery, ledgerRowsQuery, readCase, readLedgerRows, type StoredCase } from './case-store.ts';
import { rows, type Store } from './database.ts';
import { definitionQuery, readDefinitions } from './definition-store.ts';
import { type AttachedRow, filesQuery } from './file-store.ts';
import { type Ticket, type Visit, visit } from './visit.ts';

type Loaded = {
  readonly visit: Visit;
  /** The files named by the values sent, as far as they exist. */
  readonly files: readonly AttachedRow[];
};

/** What a command is based on: `base`, the version its form was filled in on; `reads`, whether it asks who opened it. */
export type Basis = { readonly base: number | undefined; readonly reads: boolean };
type LoadedCase = Loaded & {
  readonly case: StoredCase | undefined;
  readonly log: readonly SealedEntry[];
  readonly reads: readonly LastRead[];
};

/** Everything a command on a case is judged by, in one round trip. */
export async function loadForCommand(
  store: Store,
  ticket: Ticket,
  id: string,
  fileIds: readonly string[],
  { base, reads: wanted }: Basis,
): Promise<LoadedCase> {
  const { visit: who, found } = await visit(
    store,
    ticket,
    filesQuery(fileIds),
    caseQuery(byPublicId(id)),
    logIfNewer(id, base),
    lastReads(id, wanted),
  );
  const [files, cases, log, reads] = found;
  return { visit: who, files, case: readCase(cases, who.workspace), log: readEntries(id, log), reads };
}

/** The log of a case that is no longer at the version a form was filled in on; nothing otherwise. */
const logIfNewer = (id: string, base: number | undefined) =>
  rows<EntryRow>(sql`
    ${selectEntries} WHERE ${base === undefined ? 0 : 1} AND ${byPublicId(id)} AND c.seq > ${base ?? 0} ORDER BY e.key`);

export type Counter = { readonly period: string; readonly n: number };

/**
 * Everything the start of a case is judged by, in one round trip.
 *
 * @param guessed ledger rows that the values sent will probably need.
 */
export async function loadForStart(
  store: Store,
  ticket: Ticket,
  process: string,
  fileIds: readonly string[],
  guessed: readonly RowAddress[],
): Promise<
  Loaded & {
    readonly definition: Definition | undefined;
    readonly counters: readonly Counter[];
    readonly rows: Readonly<Record<RowAddress, LedgerRow>>;
  }
> {
  const { visit: who, found } = await visit(
    store,
    ticket,
    filesQuery(fileIds),
    definitionQuery(process),
    countersQuery(process),
    ledgerRowsQuery(guessed),
  );
  const [files, definitions, counters, ledgerRows] = found;
  const [definition] = readDefinitions(definitions, who.workspace);
  return {
    visit: who,
    files,
    definition,
    counters,
    rows: readLedgerRows(ledgerRows),
  };
}

/** The latest counters: the present period is among them even when a clock was set back. */
export const countersQuery = (process: string) =>
  rows<Counter>(sql`SELECT period, n FROM counters WHERE process = ${process} ORDER BY period DESC LIMIT 3`);
