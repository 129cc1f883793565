import type { DutyMatrix, UnitNames } from '../../../schemas/generated/api.ts';
import { nameOf } from '../components/person.tsx';
import { type Locale, pick } from '../i18n/locale.ts';

type Subject = { readonly subject: string; readonly kind: 'person' | 'unit' | 'row'; readonly title?: string };

/** What a duty is asked of, in words: a person, a unit, or the name of a ledger row. */
export function subjectName(
  { subject, kind, title }: Subject,
  names: Pick<DutyMatrix, 'people' | 'units'>,
  locale: Locale,
) {
  if (kind === 'person') return nameOf(subject, names.people, locale);
  return kind === 'unit' ? unitName(subject, names.units, locale) : (title ?? subject);
}

export function unitName(unit: string, units: UnitNames, locale: Locale): string {
  const words = units[unit];
  return words === undefined ? unit : pick(words, locale);
}
