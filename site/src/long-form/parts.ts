import type { FormView } from '../../../schemas/generated/api.ts';
import { domId } from '../form/keys.ts';
import { type FormSection, sectionsOf } from '../form/sections.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { longFormWords } from '../i18n/long-form.ts';
import type { Progress, SectionProgress } from './progress.ts';

/** A section of a long form as the contents show it. */
export type FormPart = FormSection & SectionProgress & { readonly name: string; readonly id: string };

/** Where a section stands in the page. */
export const partId = (form: FormView, key: string): string => `${domId(form.id)}-part-${key}`;

/** The sections of which something is shown, each with how far it is filled in. */
export function partsOfForm(form: FormView, progress: Progress, locale: Locale): readonly FormPart[] {
  const tallies = new Map(progress.sections.map((section) => [section.key, section]));
  return sectionsOf(form).flatMap((section) => {
    const tally = tallies.get(section.key);
    const name = section.title === undefined ? longFormWords[locale].other : pick(section.title, locale);
    return tally?.shown === true ? [{ ...section, ...tally, name, id: partId(form, section.key) }] : [];
  });
}
