import type { PersonView, Problem, SaveAbsence } from '../../../schemas/generated/api.ts';
import { absenceWords, isAbsenceIssue } from '../i18n/absence.ts';
import type { Locale } from '../i18n/locale.ts';

/** An absence being entered. */
export type Entry = {
  /** Undefined: oneself. */
  readonly person: PersonView | undefined;
  readonly proxy: PersonView | undefined;
  readonly from: string;
  readonly until: string;
  /** Undefined: everywhere. */
  readonly processes: readonly string[] | undefined;
};
export type Place = keyof Entry;
export type Issues = Readonly<Partial<Record<Place, string>>>;

export const emptyEntry: Entry = { person: undefined, proxy: undefined, from: '', until: '', processes: undefined };

/** What is missing before it can be sent. */
export function missingIn(entry: Entry, locale: Locale): Issues {
  const { missing, missingProcesses } = absenceWords[locale];
  return {
    ...(entry.proxy === undefined && { proxy: missing.proxy }),
    ...(entry.from === '' && { from: missing.from }),
    ...(entry.until === '' && { until: missing.until }),
    ...(entry.processes?.length === 0 && { processes: missingProcesses }),
  };
}

export const bodyOf = ({ person, proxy, from, until, processes }: Entry): SaveAbsence => ({
  ...(person && { person: person.id }),
  proxy: proxy?.id ?? '',
  from,
  until,
  ...(processes && { processes: [...processes] }),
});

/** What the server found wrong, at the box it is about; undefined when the problem is another one. */
export function issuesIn({ issues = [] }: Problem, locale: Locale): Issues | undefined {
  const words = absenceWords[locale].issues;
  const found = issues.flatMap(({ code, path }) => {
    const place = path.slice(1);
    return isAbsenceIssue(code) && isPlace(place) ? [[place, words[code]] as const] : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

const isPlace = (text: string): text is Place => text in emptyEntry;
