import type { PersonView } from '../../../schemas/generated/api.ts';
import { postsOf } from '../components/person.tsx';
import type { Directory } from '../form/directory.ts';
import { formWords } from '../i18n/form.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import type { ComboOption } from './combobox.tsx';

function personOption(person: PersonView, locale: Locale, group?: string): ComboOption {
  const posts = postsOf(person, locale);
  return { id: person.id, title: pick(person.name, locale), detail: posts.join(' / ') || undefined, group };
}

/** A person by id, also when the directory does not know them. */
export function optionOfId(id: string, directory: Directory, locale: Locale): ComboOption {
  const person = directory.person(id);
  return person === undefined ? { id, title: formWords[locale].unknownPerson(id) } : personOption(person, locale);
}

/** Whom a query finds; an empty one begins with those chosen last. */
export async function findPeople(
  query: string,
  signal: AbortSignal,
  directory: Directory,
  locale: Locale,
): Promise<readonly ComboOption[] | undefined> {
  const found = await directory.search(query, signal);
  if (found === undefined) return undefined;
  const recent = query === '' ? directory.recent() : [];
  const rest = found.filter((person) => !recent.some(({ id }) => id === person.id));
  return [
    ...recent.map((person) => personOption(person, locale, formWords[locale].recentPeople)),
    ...rest.map((person) => personOption(person, locale, recent.length > 0 ? formWords[locale].allPeople : undefined)),
  ];
}
