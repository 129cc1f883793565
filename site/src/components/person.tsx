import type { PeopleView, PersonView } from '../../../schemas/generated/api.ts';
import { commonWords } from '../i18n/common.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

/** The family name of a Chinese name, the first letter of any other. */
const initialOf = (name: string) => [...name.trim()][0]?.toUpperCase() ?? '·';

/** One of four colours, the same for a person on every page. */
const colourOf = (id: string) => [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 4;

export function Avatar({ id, name, large }: { readonly id: string; readonly name: string; readonly large?: boolean }) {
  return (
    <span className={`avatar avatar-${colourOf(id)}${large === true ? ' avatar-large' : ''}`} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}

/** The name of a person the answer mentions; an id it does not explain stands for itself. */
export function nameOf(id: string, people: PeopleView, locale: Locale): string {
  const person = people[id];
  return person === undefined ? id : pick(person.name, locale);
}

/** The posts of a person in words: 营销监管部经理 · 营销监管部. */
export const postsOf = (person: PersonView, locale: Locale): readonly string[] =>
  person.posts.map((post) => `${pick(post.title, locale)} · ${pick(post.unitTitle, locale)}`);

export interface PersonNameProps {
  readonly id: string;
  readonly people: PeopleView;
  readonly avatar?: boolean;
}

/** A name; pointing at it says the posts. */
export function PersonName({ id, people, avatar }: PersonNameProps) {
  const locale = useLocale();
  const words = useWords(commonWords);
  const person = people[id];
  const name = nameOf(id, people, locale);
  return (
    <span className="person" title={person === undefined ? undefined : postsOf(person, locale).join('\n')}>
      {avatar === true && <Avatar id={id} name={name} />}
      <span>{person?.external === true ? `${name} (${words.external})` : name}</span>
    </span>
  );
}
