import { sql } from 'drizzle-orm';
import type { Instant, UserId, Values } from '#engine';
import { rows, type Store, write } from './database.ts';
import { sha256 } from './digest.ts';
import { type Ticket, visitor } from './visit.ts';

/** A public link as kept: never its secret. */
export type Link = {
  readonly id: string;
  readonly name: string;
  readonly process: string;
  readonly owner: UserId;
  readonly fixed: Values;
  /** The case it is about. */
  readonly about: string | null;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly quota: number | null;
  readonly received: number;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
  readonly personal: boolean;
};
export type LinkRow = Omit<Link, 'fixed' | 'personal'> & { readonly fixed: string; readonly personal: 0 | 1 };
/** `held`: how many of it are in quarantine; `number`: of the case it is about. */
export type ListedLink = Link & { readonly held: number; readonly number: string | null };
export type PersonalLink = { readonly link: string; readonly note: string; readonly usedAt: Instant | null };
/** A new link. `secrets`: one for everybody, or one for each note. */
export type NewLink = Omit<Link, 'received' | 'createdAt' | 'revokedAt' | 'personal'> & {
  readonly secrets: readonly { readonly token: string; readonly note?: string }[];
};

const MOST_SHOWN = 200;

export const linkColumns = sql`l.id, l.name, l.process, l.owner, l.fixed, l.about, l.opens_at AS opensAt,
  l.closes_at AS closesAt, l.quota, l.received, l.created_at AS createdAt, l.revoked_at AS revokedAt,
  l.hash IS NULL AS personal`;

type Read<Row> = Omit<Row, 'fixed' | 'personal'> & Pick<Link, 'fixed' | 'personal'>;

/** @returns undefined when there is none. */
export const readLink = <Row extends LinkRow>(row: Row | undefined): Read<Row> | undefined =>
  row && { ...row, fixed: JSON.parse(row.fixed) as Values, personal: row.personal === 1 };

export const linkQuery = (id: string) => rows<LinkRow>(sql`SELECT ${linkColumns} FROM links l WHERE l.id = ${id}`);

/** Latest first: all of them, or those of the visitor. */
export const linksQuery = (whose: Ticket | 'all') =>
  rows<LinkRow & Pick<ListedLink, 'held' | 'number'>>(sql`
    SELECT ${linkColumns}, c.number, (SELECT count(*) FROM quarantine q WHERE q.link = l.id) AS held
    FROM links l LEFT JOIN cases c ON c.public = l.about
    WHERE ${whose === 'all' ? sql`1` : sql`l.owner = ${visitor(whose)}`}
    ORDER BY l.created_at DESC LIMIT ${MOST_SHOWN}`);

/** The one-time links of these, in the order they were made. */
export const personalLinksOf = (store: Store, links: readonly string[]) =>
  store.all(
    rows<PersonalLink>(sql`
      SELECT link, note, used_at AS usedAt FROM personal_links
      WHERE link IN (SELECT value FROM json_each(${JSON.stringify(links)})) ORDER BY link, place`),
  );

/** @returns false when this id is taken: the same delivery came twice. */
export async function addLink(store: Store, added: NewLink, now: Instant): Promise<boolean> {
  const { id, name, process, owner, fixed, about, opensAt, closesAt, quota, secrets } = added;
  const personal = secrets.flatMap(({ token, note }) => (note === undefined ? [] : [[sha256(token), note]]));
  const shared = secrets.find(({ note }) => note === undefined)?.token;
  const [inserted] = await store.batch([
    rows<{ id: string }>(sql`
      INSERT INTO links (id, hash, name, process, owner, fixed, about, opens_at, closes_at, quota, created_at)
      VALUES (${id}, ${shared === undefined ? null : sha256(shared)}, ${name}, ${process}, ${owner},
        ${JSON.stringify(fixed)}, ${about}, ${opensAt}, ${closesAt}, ${quota}, ${now})
      ON CONFLICT (id) DO NOTHING RETURNING id`),
    write(sql`
      INSERT INTO personal_links (hash, link, place, note)
      SELECT value ->> 0, ${id}, key, value ->> 1 FROM json_each(${JSON.stringify(personal)})
      WHERE NOT EXISTS (SELECT 1 FROM personal_links WHERE link = ${id})`),
  ]);
  return inserted.length === 1;
}

/** One that is revoked stays so. */
export const revokeLink = (store: Store, id: string, by: UserId, now: Instant) =>
  store.all(
    write(sql`UPDATE links SET revoked_by = ${by}, revoked_at = ${now} WHERE id = ${id} AND revoked_at IS NULL`),
  );

/** Another secret for the same link; the one before opens nothing any more. */
export const rotateLink = (store: Store, id: string, token: string) =>
  store.all(write(sql`UPDATE links SET hash = ${sha256(token)} WHERE id = ${id} AND hash IS NOT NULL`));
