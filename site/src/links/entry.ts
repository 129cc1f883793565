import type { Values } from '#engine';
import type { CreateLink, Problem } from '../../../schemas/generated/api.ts';
import { linkWords } from '../i18n/links.ts';
import type { Locale } from '../i18n/locale.ts';

/** A public link being asked for. */
export type Entry = {
  readonly name: string;
  readonly process: string;
  readonly kind: 'open' | 'personal';
  /** A line each. */
  readonly notes: string;
  readonly opens: string;
  readonly closes: string;
  readonly quota: string;
};
export type Place = keyof Entry;
export type Issues = Readonly<Partial<Record<Place | 'about', string>>>;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is missing before it can be sent. */
export function missingIn({ name, process, kind, notes, opens, closes }: Entry, locale: Locale): Issues {
  const { missing } = linkWords[locale];
  return {
    ...(name.trim() === '' && { name: missing.name }),
    ...(process === '' && { process: missing.process }),
    ...(opens === '' && { opens: missing.opens }),
    ...(closes === '' && { closes: missing.closes }),
    ...(kind === 'personal' && linesOf(notes).length === 0 && { notes: missing.notes }),
  };
}

export function bodyOf(entry: Entry, about: string | undefined, fixed: Values): CreateLink {
  const { name, process, kind, notes, opens, closes, quota } = entry;
  const [first = '', ...others] = linesOf(notes);
  return {
    name: name.trim(),
    process,
    opens,
    closes,
    ...(about !== undefined && { about }),
    ...(Object.keys(fixed).length > 0 && { fixed: fixed as NonNullable<CreateLink['fixed']> }),
    ...(quota !== '' && { quota: Number(quota) }),
    ...(kind === 'personal' && { personal: [first, ...others] }),
  };
}

/** What the server found wrong, at the box it is about; undefined when the problem is another one. */
export function issuesIn({ issues = [] }: Problem, locale: Locale): Issues | undefined {
  const words: Readonly<Record<string, string>> = linkWords[locale].issues;
  const found = issues.flatMap(({ code, path }) => {
    const text = words[code];
    const place = path.split('/')[1] ?? '';
    return text === undefined ? [] : [[place === 'opens' || place === 'closes' ? place : 'about', text] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
