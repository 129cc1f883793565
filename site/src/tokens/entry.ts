import type { CreateToken, PersonView, Problem } from '../../../schemas/generated/api.ts';
import type { Locale } from '../i18n/locale.ts';
import { isTokenIssue, tokenWords } from '../i18n/tokens.ts';

/** A start token being asked for. */
export type Entry = {
  readonly name: string;
  readonly process: string;
  readonly person: PersonView | undefined;
  /** The last day, included. */
  readonly expires: string;
};
type Place = keyof Entry;
export type Issues = Readonly<Partial<Record<Place, string>>>;

export const emptyEntry: Entry = { name: '', process: '', person: undefined, expires: '' };

/** What is missing before it can be sent. */
export function missingIn({ name, process, person, expires }: Entry, locale: Locale): Issues {
  const { missing } = tokenWords[locale];
  return {
    ...(name.trim() === '' && { name: missing.name }),
    ...(process === '' && { process: missing.process }),
    ...(person === undefined && { person: missing.person }),
    ...(expires === '' && { expires: missing.expires }),
  };
}

export const bodyOf = ({ name, process, person, expires }: Entry): CreateToken => ({
  name: name.trim(),
  process,
  person: person?.id ?? '',
  expires,
});

/** What the server found wrong, at the box it is about; undefined when the problem is another one. */
export function issuesIn({ issues = [] }: Problem, locale: Locale): Issues | undefined {
  const words = tokenWords[locale].issues;
  const found = issues.flatMap(({ code, path }) => {
    const place = path.slice(1);
    return isTokenIssue(code) && isPlace(place) ? [[place, words[code]] as const] : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

const isPlace = (text: string): text is Place => text in emptyEntry;
