import { sql } from 'drizzle-orm';
import {
  type Authoring,
  type Definitions,
  type Instant,
  sha256Hex,
  type TableRules,
  tableRules,
  withRules,
  withSettingValues,
} from '#engine';
import type { Setting } from '../../../schemas/generated/settings.ts';
import { rows, type Statement, write } from './database.ts';

export type EditionKind = 'table' | 'setting';
export type SettingValue = Setting['value'];
/** What an edition of a table, or of a setting, holds. */
export type EditionContent = TableRules | SettingValue;

/** What was delivered or made of a table or a setting at one time. */
export type Edition = {
  readonly kind: EditionKind;
  readonly id: string;
  readonly edition: number;
  readonly origin: 'delivered' | 'made';
  readonly digest: string;
  /** Digest of what was delivered when it was made. */
  readonly delivered: string;
  /** The edition it was made from. */
  readonly base: number | null;
  readonly author: string;
  readonly reason: string;
  readonly at: Instant;
  readonly content: EditionContent;
};
type Row = Omit<Edition, 'content'> & { readonly content: string };

const columns = sql`e.kind, e.id, e.edition, e.origin, e.digest, e.delivered, e.base, e.author, e.reason, e.at, e.content`;

export const readEdition = (row: Row): Edition => ({ ...row, content: JSON.parse(row.content) });

/** The last that was delivered and the last that was made, of everything. */
export const lastEditionsQuery = () =>
  rows<Row>(sql`
    SELECT ${columns} FROM editions e
    WHERE e.edition = (
      SELECT max(o.edition) FROM editions o WHERE o.kind = e.kind AND o.id = e.id AND o.origin = e.origin)`);

/** All editions of one table or setting, latest first. */
export const editionsQuery = (kind: EditionKind, id: string) =>
  rows<Row>(sql`SELECT ${columns} FROM editions e WHERE e.kind = ${kind} AND e.id = ${id} ORDER BY e.edition DESC`);

export const digestOfContent = (content: EditionContent): string => sha256Hex(JSON.stringify(content));

/** How one table or setting stands: what is in force, and whether a newer delivery waits for an administrator. */
export type Standing = {
  /** The number of the last edition, on which the next is based. */
  readonly last: number;
  readonly inForce: Edition;
  /** What was delivered after the administrator's edition was made, which stays in force. */
  readonly waiting?: Edition;
};

/**
 * An administrator's edition stays in force, whatever is delivered later, until an administrator decides; one that only
 * went back to what was delivered gives way to the next delivery.
 */
export function standingOf(editions: readonly Edition[]): Standing | undefined {
  const lastOf = (origin: Edition['origin']) =>
    editions.filter((each) => each.origin === origin).toSorted((a, b) => b.edition - a.edition)[0];
  const [delivered, made] = [lastOf('delivered'), lastOf('made')];
  if (delivered === undefined) return made && { last: made.edition, inForce: made };
  const last = Math.max(delivered.edition, made?.edition ?? 0);
  if (made === undefined || made.digest === delivered.digest) return { last, inForce: made ?? delivered };
  if (made.delivered === delivered.digest) return { last, inForce: made };
  return made.digest === made.delivered ? { last, inForce: delivered } : { last, inForce: made, waiting: delivered };
}

/** The standings of everything, by kind and id. */
export function standings(editions: readonly Edition[]): ReadonlyMap<string, Standing> {
  const grouped = Map.groupBy(editions, ({ kind, id }) => `${kind} ${id}`);
  return new Map(
    [...grouped].flatMap(([name, all]) => {
      const standing = standingOf(all);
      return standing === undefined ? [] : [[name, standing] as const];
    }),
  );
}

type Content = { readonly kind: EditionKind; readonly id: string; readonly content: EditionContent };

/** The contents that editions are kept of, as they stand in definitions. */
const contentsOf = ({ workspace }: Definitions): readonly Content[] => [
  ...Object.entries(workspace.tables).map(
    ([id, table]) => ({ kind: 'table', id, content: tableRules(table) }) as const,
  ),
  ...Object.entries(workspace.settings.settings).map(
    ([id, { value }]) => ({ kind: 'setting', id, content: value }) as const,
  ),
];

/** What is delivered now and was not the last time, as editions that follow those there are. */
export function newDeliveries(
  delivered: Definitions,
  known: readonly Edition[],
  stamp: Pick<Edition, 'author' | 'reason' | 'at'>,
): readonly Edition[] {
  const grouped = Map.groupBy(known, ({ kind, id }) => `${kind} ${id}`);
  return contentsOf(delivered).flatMap(({ kind, id, content }) => {
    const digest = digestOfContent(content);
    const before = grouped.get(`${kind} ${id}`) ?? [];
    if (before.some((each) => each.origin === 'delivered' && each.digest === digest)) return [];
    const edition = Math.max(0, ...before.map((each) => each.edition)) + 1;
    return [
      { kind, id, edition, origin: 'delivered', content, digest, delivered: digest, base: null, ...stamp } as const,
    ];
  });
}

/** The definitions with what administrators made of their tables and settings. */
export function withEditions(delivered: Definitions, authoring: Authoring, editions: readonly Edition[]): Definitions {
  const made = [...standings(editions).values()]
    .map(({ inForce }) => inForce)
    .filter(({ origin }) => origin === 'made');
  return made.length === 0 ? delivered : withContents(delivered, authoring, made);
}

/** The definitions with other contents of some tables and settings. */
export function withContents(
  definitions: Definitions,
  authoring: Authoring,
  contents: readonly Content[],
): Definitions {
  const values: Record<string, SettingValue> = {};
  const tables = { ...definitions.workspace.tables };
  for (const { id, content } of contents) {
    if (typeof content !== 'object') values[id] = content;
    else if (tables[id] !== undefined) tables[id] = withRules(tables[id], content);
  }
  const changed = { ...definitions, workspace: { ...definitions.workspace, tables } };
  return Object.keys(values).length === 0 ? changed : withSettingValues(changed, authoring, values);
}

/** Enters editions; refused when one of them does not follow the last. */
export function insertEditions(editions: readonly Edition[]): readonly Statement<never>[] {
  if (editions.length === 0) return [];
  const all = JSON.stringify(editions.map((each) => ({ ...each, content: JSON.stringify(each.content) })));
  const cell = (name: string) => sql`n.value ->> ${name}`;
  return [
    write(sql`
      INSERT INTO editions (kind, id, edition, origin, content, digest, delivered, base, author, reason, at)
      SELECT ${cell('kind')}, ${cell('id')}, ${cell('edition')}, ${cell('origin')}, ${cell('content')},
        ${cell('digest')}, ${cell('delivered')}, ${cell('base')}, ${cell('author')}, ${cell('reason')}, ${cell('at')}
      FROM json_each(${all}) n`),
  ];
}
