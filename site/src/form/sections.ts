import type { FormView, Words } from '../../../schemas/generated/api.ts';

export type FormSection = {
  readonly key: string;
  readonly title?: Words;
  readonly help?: Words;
  readonly fields: readonly string[];
};

/**
 * The sections of a form with the fields it really has; fields in no section follow in one without a title. Members of a
 * group stand in it and nowhere else: whoever draws a group draws them.
 */
export function sectionsOf({ fields, sections = [] }: FormView): readonly FormSection[] {
  const members = Object.values(fields).flatMap((field) => (field.type === 'group' ? field.members : []));
  const placed = new Set([...sections.flatMap((section) => section.fields), ...members]);
  const rest = Object.keys(fields).filter((id) => !placed.has(id));
  const named = sections.map((section, index) => ({
    key: `s${index}`,
    title: section.title,
    ...(section.help === undefined ? {} : { help: section.help }),
    fields: section.fields.filter((id) => Object.hasOwn(fields, id)),
  }));
  return [...named, { key: 'rest', fields: rest }].filter((section) => section.fields.length > 0);
}
