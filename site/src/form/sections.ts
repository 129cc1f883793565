import type { FormView, Words } from '../../../schemas/generated/api.ts';

export type FormSection = { readonly key: string; readonly title?: Words; readonly fields: readonly string[] };

/** The sections of a form with the fields it really has; fields in no section follow in one without a title. */
export function sectionsOf({ fields, sections = [] }: FormView): readonly FormSection[] {
  const placed = new Set(sections.flatMap((section) => section.fields));
  const rest = Object.keys(fields).filter((id) => !placed.has(id));
  const named = sections.map((section, index) => ({
    key: `s${index}`,
    title: section.title,
    fields: section.fields.filter((id) => Object.hasOwn(fields, id)),
  }));
  return [...named, { key: 'rest', fields: rest }].filter((section) => section.fields.length > 0);
}
