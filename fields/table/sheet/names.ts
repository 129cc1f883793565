import type { FieldNode } from '#engine';
import type { ReferenceList } from '../../../schemas/generated/api.ts';
import type { Client } from '../../../site/src/api/client.ts';
import { folded, type WrittenContext } from '../../../site/src/fields/written-of.ts';
import type { Directory } from '../../../site/src/form/directory.ts';
import type { FormStore } from '../../../site/src/form/store.ts';
import { allTexts } from '../../../site/src/i18n/locale.ts';
import { regions } from '../../region/regions.ts';

export type NameSources = {
  readonly directory: Directory;
  readonly client: Pick<Client, 'get'>;
  readonly store: Pick<FormStore, 'facts' | 'noteReferences'>;
};

/** A column and what is to be written into it. */
export type ColumnTexts = { readonly column: FieldNode; readonly texts: readonly string[] };

/** More names than this are not asked for: the rest stay text. */
const MOST_NAMES = 300;
const AT_ONCE = 4;

/** Finds out who and what the names in these columns are, as far as it can be found out now. */
export async function readingContext(
  columns: readonly ColumnTexts[],
  { directory, client, store }: NameSources,
): Promise<WrittenContext> {
  const names = (type: FieldNode['field']['type']): readonly string[] => [
    ...new Set(columns.filter(({ column }) => column.field.type === type).flatMap(({ texts }) => texts.map(trimmed))),
  ];
  if (names('unit').length > 0) await directory.loadUnits();
  if (names('region').length > 0) await regions.load();
  const people = () => bearers(Object.values(directory.people()), ({ id, name }) => [id, ...allTexts(name)]);
  const unknown = names('person').filter((name) => name !== '' && people()(name).length === 0);
  await inTurn(unknown, async (name) => void (await directory.search(name)));
  const rows = await ledgerRows(columns, client, store);
  return {
    today: store.facts().today,
    people: people(),
    units: bearers(directory.units() ?? [], ({ id, title }) => [id, ...allTexts(title)]),
    rows: (ledger, name) => rows.get(ledger)?.(name) ?? [],
  };
}

const trimmed = (text: string): string => text.trim();

type Named = { readonly id: string };

/** Who bears a name: everybody is listed under each of theirs. What stands in brackets after it does not count. */
function bearers<T extends Named>(all: readonly T[], namesOf: (one: T) => readonly string[]) {
  const ids = new Map<string, Set<string>>();
  for (const one of all) {
    for (const name of namesOf(one)) ids.set(folded(name), (ids.get(folded(name)) ?? new Set()).add(one.id));
  }
  return (name: string): readonly string[] => [
    ...(ids.get(folded(name)) ?? ids.get(folded(name).replace(/\(.*\)$/, '')) ?? []),
  ];
}

async function ledgerRows(columns: readonly ColumnTexts[], client: Pick<Client, 'get'>, store: NameSources['store']) {
  const found = new Map<string, ReturnType<typeof bearers>>();
  for (const { column, texts } of columns) {
    const { field } = column;
    if (field.type !== 'reference' || !('ledger' in field.to)) continue;
    const { ledger } = field.to;
    const items: ReferenceList['items'][number][] = [];
    await inTurn(
      [...new Set(texts.map(trimmed))].filter((text) => text !== ''),
      async (name) => {
        const answer = await client.get<ReferenceList>(`/api/ledgers/${ledger}/references`, { query: { q: name } });
        if (answer.ok) items.push(...answer.value.items);
      },
    );
    store.noteReferences(items);
    found.set(
      ledger,
      bearers(items, ({ name }) => [name]),
    );
  }
  return found;
}

/** A few at a time. */
async function inTurn(names: readonly string[], ask: (name: string) => Promise<void>): Promise<void> {
  const asked = names.slice(0, MOST_NAMES);
  for (let at = 0; at < asked.length; at += AT_ONCE) await Promise.all(asked.slice(at, at + AT_ONCE).map(ask));
}
