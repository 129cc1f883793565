import { useDirectoryVersion } from '../form/directory.ts';
import { useReadScope } from '../form/scope.tsx';
import { fieldText, isNumeric } from '../i18n/field-text.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import type { FieldKind, FieldOf } from './props.ts';

export type ReadProps<K extends FieldKind> = { readonly field: FieldOf<K>; readonly value: unknown };

/** One line of text, as the kind of the field reads. */
export function ReadLine<K extends FieldKind>({ field, value }: ReadProps<K>) {
  const locale = useLocale();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  const text = fieldText(field, value, { locale, people: directory.people() });
  return isNumeric(field) ? <span className="number">{text}</span> : text;
}
