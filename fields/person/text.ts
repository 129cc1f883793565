import { plainText, type TextContext } from '../../site/src/fields/text-of.ts';
import { pick } from '../../site/src/i18n/locale.ts';

export function personName(id: unknown, { locale, people }: TextContext): string {
  const person = people[plainText(id)];
  return person === undefined ? plainText(id) : pick(person.name, locale);
}
