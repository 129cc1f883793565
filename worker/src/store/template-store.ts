import { sql } from 'drizzle-orm';
import type { Instant, UserId } from '#engine';
import type { FormValues } from '../../../schemas/generated/api.ts';
import { rows, type Store, write } from './database.ts';

export type Template = {
  readonly id: string;
  readonly person: UserId;
  readonly process: string;
  readonly version: number;
  readonly name: string;
  /** Shared with this unit and those below it; null: for its person only. */
  readonly unit: string | null;
  readonly savedAt: Instant;
};
type KeptTemplate = Template & { readonly values: FormValues };
type Row = Template & { readonly values: string };

/** What one person may keep. */
export const MOST_TEMPLATES = 100;

const columns = sql`id, person, process, definition_version AS version, name, unit, saved_at AS savedAt`;

/** A person's own and those shared with their units, by name; all processes unless one is named. */
export const listTemplates = (
  store: Store,
  person: UserId,
  units: readonly string[],
  process: string | undefined,
): Promise<readonly Template[]> =>
  store.all(
    rows<Template>(sql`
      SELECT ${columns} FROM templates
      WHERE (person = ${person} OR unit IN (SELECT value FROM json_each(${JSON.stringify(units)})))
        AND ${process === undefined ? sql`true` : sql`process = ${process}`}
      ORDER BY name, id LIMIT 500`),
  );

export const templateQuery = (id: string) =>
  rows<Row>(sql`SELECT ${columns}, "values" FROM templates WHERE id = ${id}`);

export const readTemplate = ([row]: readonly Row[]): KeptTemplate | undefined =>
  row && { ...row, values: JSON.parse(row.values) };

/**
 * Keeps a template, or changes one's own.
 *
 * @returns false when it is somebody else's, or one too many.
 */
export async function keepTemplate(store: Store, template: KeptTemplate): Promise<boolean> {
  const { id, person, process, version, name, unit, values, savedAt } = template;
  const kept = await store.all(
    rows<{ id: string }>(sql`
      INSERT INTO templates (id, person, process, definition_version, name, unit, "values", saved_at)
      SELECT ${id}, ${person}, ${process}, ${version}, ${name}, ${unit}, ${JSON.stringify(values)}, ${savedAt}
      WHERE (SELECT count(*) FROM templates WHERE person = ${person} AND id <> ${id}) < ${MOST_TEMPLATES}
      ON CONFLICT (id) DO UPDATE SET
        process = excluded.process, definition_version = excluded.definition_version, name = excluded.name,
        unit = excluded.unit, "values" = excluded."values", saved_at = excluded.saved_at
      WHERE person = excluded.person
      RETURNING id`),
  );
  return kept.length > 0;
}

export const dropTemplate = (store: Store, id: string): Promise<unknown> =>
  store.all(write(sql`DELETE FROM templates WHERE id = ${id}`));
