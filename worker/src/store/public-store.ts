import { sql } from 'drizzle-orm';
import type { Instant, Values } from '#engine';
import { rows, type Statement, type Store, write } from './database.ts';
import { sha256 } from './digest.ts';
import { type Link, type LinkRow, linkColumns, readLink } from './link-store.ts';
import { type Counted, countRate, type Rate, rateBucket, rateQuery } from './rates.ts';

/** A link as somebody comes by it; `own`: the one-time secret they have. */
export type Entrance = {
  readonly link: Link;
  readonly own: { readonly hash: string; readonly usedAt: Instant | null } | undefined;
  /** Signs tickets. */
  readonly secret: string;
  /** How often it was tried from this address, and received through this link, lately. */
  readonly tried: Counted | undefined;
  readonly received: Counted | undefined;
  /** Whether this ticket was used before. */
  readonly spent: boolean;
};
/** Somebody at the door. `try`: what is counted of their address. */
export type Knock = {
  readonly token: string;
  readonly ticket?: string;
  readonly network: string;
  readonly rate: Rate;
  readonly what: string;
};
export type Quarantined = {
  readonly id: string;
  readonly link: string;
  readonly personal: string | null;
  readonly receipt: string;
  readonly form: Values;
  readonly at: Instant;
};
type QuarantineRow = Omit<Quarantined, 'form'> & { readonly form: string };

/** What one link receives in an hour. */
export const LINK_RATE: Rate = { most: 200, windowMs: 3_600_000 };
/** More of one link than this nobody looks through. */
const MOST_HELD = 500;

/** Counts a try from this address and looks the link up; undefined: no link has this secret. */
export async function enter(
  store: Store,
  knock: Knock,
  now: Instant,
): Promise<{ readonly tried: Counted | undefined; readonly entrance: Entrance | undefined }> {
  const hash = sha256(knock.token);
  const spentId = sha256(`ticket ${knock.ticket ?? ''}`);
  const [tries, links, keys, spent] = await store.batch([
    countRate(rateBucket(knock.what, knock.network), now, knock.rate),
    rows<LinkRow & { readonly ownHash: string | null; readonly usedAt: Instant | null }>(sql`
      SELECT ${linkColumns}, p.hash AS ownHash, p.used_at AS usedAt
      FROM links l LEFT JOIN personal_links p ON p.link = l.id AND p.hash = ${hash}
      WHERE l.hash = ${hash} OR l.id = (SELECT link FROM personal_links WHERE hash = ${hash})`),
    rows<{ secret: string }>(sql`SELECT secret FROM ticket_key`),
    rows<{ id: string }>(sql`SELECT id FROM spent WHERE id = ${spentId}`),
  ]);
  const tried = tries[0];
  const row = links[0];
  const secret = keys[0]?.secret;
  const link = readLink(row);
  if (!link || !row || secret === undefined) return { tried, entrance: undefined };
  const own = row.ownHash === null ? undefined : { hash: row.ownHash, usedAt: row.usedAt };
  const received = (await store.all(rateQuery(rateBucket('link', link.id), now, LINK_RATE)))[0];
  return { tried, entrance: { link, own, secret, tried, received, spent: spent.length > 0 } };
}

/** What was received, written with the case it became: all or nothing, and nothing twice. */
export const receivedBy = (
  {
    link,
    personal,
    receipt,
    caseId,
  }: { readonly link: string; readonly personal: string | null; readonly receipt: string; readonly caseId: string },
  now: Instant,
): readonly Statement<never>[] => [
  write(sql`UPDATE links SET received = received + 1 WHERE id = ${link}`),
  write(sql`INSERT INTO receipts (hash, link, case_id, at) VALUES (${receipt}, ${link}, ${caseId}, ${now})`),
  write(countRate(rateBucket('link', link), now, LINK_RATE).text),
  ...(personal === null ? [] : spentOwn(personal, link, now)),
];

const spentOwn = (hash: string, link: string, now: Instant): readonly Statement<never>[] => [
  spend(`own ${hash}`, FOREVER),
  write(sql`UPDATE personal_links SET used_at = ${now} WHERE hash = ${hash} AND link = ${link}`),
];

const FOREVER = '9999-12-31T23:59:59.999Z' as Instant;

/** Refused by its key the second time. */
const spend = (what: string, until: Instant) =>
  write(sql`INSERT INTO spent (id, until) VALUES (${sha256(what)}, ${until})`);
export const spendTicket = (ticket: string, until: Instant) => spend(`ticket ${ticket}`, until);

/** Forgets tickets that are too old to be used again anyway. */
export const dropSpent = (now: Instant) => write(sql`DELETE FROM spent WHERE until < ${now}`);

export const hashOf = (receipt: string): string => sha256(`receipt ${receipt}`);

/** Puts aside what probably no person sent. */
export async function putAside(
  store: Store,
  { id, link, personal, receipt, form, at }: Quarantined,
  ticket: Statement<never>,
): Promise<void> {
  await store.batch([
    ticket,
    write(sql`
      INSERT INTO quarantine (id, link, personal, receipt, form, at)
      SELECT ${id}, ${link}, ${personal}, ${receipt}, ${JSON.stringify(form)}, ${at}
      WHERE (SELECT count(*) FROM quarantine WHERE link = ${link}) < ${MOST_HELD}`),
  ]);
}

export const heldQuery = (link: string) =>
  rows<QuarantineRow>(
    sql`SELECT id, link, personal, receipt, form, at FROM quarantine WHERE link = ${link} ORDER BY at DESC`,
  );
export const quarantinedQuery = (id: string) =>
  rows<LinkRow & { readonly own: string | null; readonly receipt: string; readonly form: string }>(sql`
    SELECT ${linkColumns}, q.personal AS own, q.receipt, q.form
    FROM quarantine q JOIN links l ON l.id = q.link WHERE q.id = ${id}`);
export const readForm = (form: string): Values => JSON.parse(form) as Values;
export const dropHeld = (id: string) => write(sql`DELETE FROM quarantine WHERE id = ${id}`);

/** What became of what was sent under a receipt. */
export type ReceiptRow = {
  readonly link: string;
  readonly caseId: string | null;
  readonly process: string;
  readonly at: Instant;
  readonly wroteAt: Instant | null;
};
export const receiptQuery = (hash: string) =>
  rows<ReceiptRow>(sql`
    SELECT r.link, r.case_id AS caseId, l.process, r.at, r.wrote_at AS wroteAt
    FROM receipts r JOIN links l ON l.id = r.link WHERE r.hash = ${hash}
    UNION ALL
    SELECT q.link, NULL, l.process, q.at, NULL FROM quarantine q JOIN links l ON l.id = q.link WHERE q.receipt = ${hash}`);
/** The one message somebody may add. */
export const wroteOnce = (hash: string, now: Instant): readonly Statement<never>[] => [
  spend(`message ${hash}`, FOREVER),
  write(sql`UPDATE receipts SET wrote_at = ${now} WHERE hash = ${hash}`),
];
