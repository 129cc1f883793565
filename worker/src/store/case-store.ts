import { type SQL, sql } from 'drizzle-orm';
import {
  type CaseId,
  type CaseState,
  casesOf,
  type Definition,
  type Instant,
  type LedgerRow,
  type RowAddress,
} from '#engine';
import { rows, type Store } from './database.ts';
import { type DefinitionRow, definitionSource, readDefinition } from './definition-store.ts';
import { groupsNamed } from './sum-reads.ts';
import type { PresentWorkspace } from './workspace.ts';

/** A case as kept: `key` stays inside, `id` is the one in addresses. */
export type StoredCase = {
  readonly key: number;
  readonly id: CaseId;
  readonly number: string;
  readonly subject: string;
  readonly seq: number;
  readonly head: string;
  readonly updatedAt: Instant;
  readonly parent: number | null;
  readonly state: CaseState;
  readonly definition: Definition;
  /** The ledger rows a decision on it reads, as far as they exist. */
  readonly rows: Readonly<Record<RowAddress, LedgerRow>>;
  /** All the rows that were looked for. */
  readonly loaded: ReadonlySet<RowAddress>;
};

export type CaseRow = Omit<StoredCase, 'state' | 'definition' | 'rows' | 'loaded'> &
  DefinitionRow & {
    readonly state: string;
    readonly needs: string;
    /** JSON of the rows that `needs` names: [ledger, row, version, cells]. */
    readonly ledgerRows: string | null;
  };
export type LedgerRowRow = {
  readonly ledger: string;
  readonly row: string;
  readonly version: number;
  readonly cells: string;
};

const caseColumns = sql`
  c.id AS key, c.public AS id, c.number, c.subject, c.seq, c.head, c.updated_at AS updatedAt, c.parent, c.state, c.needs,
  c.process, c.definition_version AS version`;

/** Lists show no ledger rows. */
export const listColumns = sql`${caseColumns}, NULL AS source, NULL AS ledgerRows`;

/**
 * What stands at addresses given as JSON: ledger rows, what may be told of cases, and groups of sums. Most name no case
 * and no sum: no cost then.
 */
const rowsNamed = (addresses: SQL) => sql`
  SELECT l.ledger, l.row, l.version, l.cells
  FROM json_each(${addresses}) n JOIN ledger_rows l ON l.ledger = n.value ->> 0 AND l.row = n.value ->> 1
  UNION ALL
  SELECT n.value ->> 0, o.public, 0, json_object('number', o.number, 'subject', o.subject, 'state', o.status)
  FROM json_each(iif(instr(${addresses}, ${`"${casesOf('')}`}) = 0, '[]', ${addresses})) n
  JOIN cases o ON o.public = n.value ->> 1 AND n.value ->> 0 = ${casesOf('')} || o.process
  UNION ALL ${groupsNamed(addresses)}`;

/** Everything a decision on one case looks at; `where` names the case as `c`. */
export const caseQuery = (where: SQL) =>
  rows<CaseRow>(sql`
    SELECT ${caseColumns}, ${definitionSource(sql`c.process`, sql`c.definition_version`)} AS source, (
      SELECT json_group_array(json_array(r.ledger, r.row, r.version, json(r.cells)))
      FROM (${rowsNamed(sql`c.needs`)}) r
    ) AS ledgerRows
    FROM cases c WHERE ${where}`);

/** Several cases, for what can be told of them without their ledger rows. */
export const casesQuery = (ids: readonly string[]) =>
  caseQuery(sql`c.public IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);

export const byPublicId = (id: string) => sql`c.public = ${id}`;
export const byInnerId = (key: number) => sql`c.id = ${key}`;

export function readCase([row]: readonly CaseRow[], workspace: PresentWorkspace): StoredCase | undefined {
  const definition = row && readDefinition(row, workspace);
  return definition && storedCase(row, definition);
}

export function storedCase(row: CaseRow, definition: Definition): StoredCase {
  const { state, needs, ledgerRows, process: _, version: __, source: ___, ...kept } = row;
  const found: readonly (readonly [string, string, number, LedgerRow['cells']])[] = JSON.parse(ledgerRows ?? '[]');
  const addresses: readonly (readonly [string, string])[] = JSON.parse(needs);
  return {
    ...kept,
    state: JSON.parse(state),
    definition,
    rows: Object.fromEntries(found.map(([ledger, id, version, cells]) => [`${ledger}/${id}`, { version, cells }])),
    loaded: new Set(addresses.map(([ledger, id]) => `${ledger}/${id}`)),
  };
}

/** The ledger rows at these addresses, as far as they exist. */
export const ledgerRowsQuery = (addresses: readonly RowAddress[]) =>
  rows<LedgerRowRow>(rowsNamed(sql`${needsJson(addresses)}`));

export const readLedgerRows = (found: readonly LedgerRowRow[]): Readonly<Record<RowAddress, LedgerRow>> =>
  Object.fromEntries(
    found.map(({ ledger, row, version, cells }) => [`${ledger}/${row}`, { version, cells: JSON.parse(cells) }]),
  );

export async function loadLedgerRows(store: Store, addresses: readonly RowAddress[]) {
  return readLedgerRows(await store.all(ledgerRowsQuery(addresses)));
}

/** `budget/dmc|2026` -> `["budget","dmc|2026"]`: ids of ledgers contain no slash, those of rows may. */
export const needsJson = (addresses: readonly RowAddress[]): string =>
  JSON.stringify(
    addresses.map((address) => [address.slice(0, address.indexOf('/')), address.slice(address.indexOf('/') + 1)]),
  );
