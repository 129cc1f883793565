import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const DATABASES = 'v3/d1/miniflare-D1DatabaseObject';
const MEASURES = Array.from({ length: 8 }, (_, at) => `v${at + 1}`);

/**
 * Makes a company so many times as large: every case, every ledger row with its history and every row behind a sum is
 * there again under other names, in the same groups on the same days, and the sums hold so many times as much.
 */
export function multiply(state: string, times: number): { readonly cases: number; readonly rows: number } {
  const folder = join(state, DATABASES);
  const file = readdirSync(folder).find((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite');
  if (file === undefined) throw new Error(`no database in ${folder}`);
  const database = new DatabaseSync(join(folder, file));
  // Single cells are for ledger pages: no report reads them.
  database.exec(
    'PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; DROP TRIGGER IF EXISTS ledger_cells_of_new_row',
  );
  database.exec(`
    BEGIN;
    UPDATE sum_totals SET n = n * ${times}, ${MEASURES.map((each) => `${each} = ${each} * ${times}`).join(', ')};
    CREATE TEMP TABLE copies AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i + 1 < ${times}) SELECT i FROM c;
    CREATE TEMP TABLE most AS SELECT max(id) AS cases, (SELECT max(place) FROM ledger_rows) AS places FROM cases;
    INSERT INTO sum_members (sum, subject, since, until, grp)
      SELECT m.sum, iif(instr(m.subject, ' ') = 0, m.subject || '-' || i,
        substr(m.subject, 1, instr(m.subject, ' ') - 1) || '-' || i || substr(m.subject, instr(m.subject, ' '))),
        m.since, m.until, m.grp
      FROM copies CROSS JOIN sum_members m WHERE m.sum IN (SELECT key FROM sums WHERE source IN ('cases', 'steps', 'duties', 'successors'));
    INSERT INTO sum_members (sum, subject, since, until, grp)
      SELECT m.sum, m.subject || '-' || i, m.since, m.until, m.grp
      FROM copies CROSS JOIN sum_members m
      WHERE m.sum NOT IN (SELECT key FROM sums WHERE source IN ('cases', 'steps', 'duties', 'successors'));
    INSERT INTO ledger_rows (place, ledger, row, version, case_id, cells, updated_at)
      SELECT r.place + i * most.places, r.ledger, r.row || '-' || i, r.version, r.case_id, r.cells, r.updated_at
      FROM most, copies CROSS JOIN ledger_rows r WHERE r.place <= most.places;
    INSERT INTO ledger_changes (ledger, row, version, case_id, seq, cells, at)
      SELECT h.ledger, h.row || '-' || i, h.version, h.case_id, h.seq, h.cells, h.at FROM copies CROSS JOIN ledger_changes h;
    INSERT INTO cases (id, public, number, process, definition_version, seq, status, starter, subject, started_at,
        updated_at, wake_at, head, state, needs, parent, parent_step)
      SELECT c.id + i * most.cases, c.public || '-' || i, c.number || '-' || i, c.process, c.definition_version, c.seq,
        c.status, c.starter, c.subject, c.started_at, c.updated_at, NULL, c.head, c.state, c.needs, c.parent, c.parent_step
      FROM most, copies CROSS JOIN cases c WHERE c.id <= most.cases;
    COMMIT`);
  const count = (table: string) => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
  const sizes = { cases: count('cases'), rows: count('ledger_rows') };
  database.close();
  return sizes;
}
