import { type SQL, sql } from 'drizzle-orm';
import type { Absence, CivilDate, Instant, UserId } from '#engine';
import { keepPresentAbsences } from './absence-rows.ts';
import { rows, type Store, write } from './database.ts';
import { sha256 } from './digest.ts';
import { type Ticket, type Visit, visit } from './visit.ts';

/** An absence as kept, with who entered it. */
export type KeptAbsence = Absence & { readonly id: string; readonly by: UserId };
type Row = Omit<KeptAbsence, 'processes'> & { readonly processes: string | null };

const ID_LENGTH = 32;

const columns = sql`a.id, a.person, a.proxy, a.first_day AS "from", a.last_day AS until, a.processes, a.by`;

const kept = ({ processes, ...row }: Row): KeptAbsence => ({
  ...row,
  ...(processes !== null && { processes: JSON.parse(processes) }),
});

/** Absences that were not called off and end on this day or later, by their first day. */
export async function listAbsences(
  store: Store,
  ticket: Ticket,
  from: CivilDate,
): Promise<{ readonly visit: Visit; readonly absences: readonly KeptAbsence[] }> {
  const { visit: who, found } = await visit(
    store,
    ticket,
    rows<Row>(sql`
      SELECT ${columns} FROM absences a WHERE a.ended_at IS NULL AND a.last_day >= ${from}
      ORDER BY a.first_day, a.id`),
  );
  return { visit: who, absences: found[0].map(kept) };
}

/** One absence that was not called off. */
export async function readAbsence(
  store: Store,
  ticket: Ticket,
  id: string,
): Promise<{ readonly visit: Visit; readonly absence: KeptAbsence | undefined }> {
  const { visit: who, found } = await visit(store, ticket, byId(id));
  const row = found[0][0];
  return { visit: who, absence: row && kept(row) };
}

const byId = (id: string) =>
  rows<Row>(sql`SELECT ${columns} FROM absences a WHERE a.id = ${id} AND a.ended_at IS NULL`);

/**
 * Enters an absence; the same delivery sent again enters nothing and finds what it entered.
 *
 * @returns 'overlap' when the person is away on some of these days in some of these processes already, 'mismatch' when
 * the delivery entered something else.
 */
export async function addAbsence(
  store: Store,
  { delivery, now }: Ticket,
  by: UserId,
  absence: Absence,
): Promise<KeptAbsence | 'overlap' | 'mismatch'> {
  if (delivery === undefined) throw new Error('a command has a delivery');
  const id = sha256(`absence ${by} ${delivery.key}`).slice(0, ID_LENGTH);
  const [, found] = await store.batch([insert(id, by, now, absence), byId(id), keepPresentAbsences(now)]);
  const [row] = found;
  if (row === undefined) return 'overlap';
  const entered = kept(row);
  const same = JSON.stringify(parts(entered)) === JSON.stringify(parts(absence));
  return same ? entered : 'mismatch';
}

const parts = ({ person, proxy, from, until, processes = [] }: Absence) => [person, proxy, from, until, processes];

function insert(id: string, by: UserId, now: Instant, { person, proxy, from, until, processes }: Absence) {
  const scope = processes === undefined ? null : JSON.stringify(processes);
  return write(sql`
    INSERT INTO absences (id, person, proxy, first_day, last_day, processes, by, at)
    SELECT ${id}, ${person}, ${proxy}, ${from}, ${until}, ${scope}, ${by}, ${now}
    WHERE NOT EXISTS (
      SELECT 1 FROM absences a
      WHERE a.ended_at IS NULL AND a.last_day >= ${from} AND a.person = ${person} AND a.first_day <= ${until}
        AND ${sameScope(scope)})
    ON CONFLICT (id) DO NOTHING`);
}

const sameScope = (scope: string | null): SQL => sql`(a.processes IS NULL OR ${scope} IS NULL OR EXISTS (
  SELECT 1 FROM json_each(a.processes) theirs JOIN json_each(${scope}) ours ON ours.value = theirs.value))`;

/** Calls an absence off, or ends it early; doing it twice is the same as once. */
export async function endAbsence(store: Store, id: string, by: UserId, now: Instant): Promise<void> {
  await store.batch([
    write(sql`UPDATE absences SET ended_by = ${by}, ended_at = ${now} WHERE id = ${id} AND ended_at IS NULL`),
    keepPresentAbsences(now),
  ]);
}
