import { plainText, type TextContext } from '../../site/src/fields/text-of.ts';
import { pick } from '../../site/src/i18n/locale.ts';

export function unitName(id: unknown, { locale, units }: TextContext): string {
  const title = units?.[plainText(id)];
  return title === undefined ? plainText(id) : pick(title, locale);
}
