import { plainText, type TextContext, type TextOf } from '../../site/src/fields/text-of.ts';
import { pick } from '../../site/src/i18n/locale.ts';

export function unitName(id: unknown, { locale, units }: TextContext): string {
  const title = units?.[plainText(id)];
  return title === undefined ? plainText(id) : pick(title, locale);
}

export const unitText: TextOf<'unit'> = unitName;
