import { optionsOf } from '../../site/src/fields/options.ts';
import { folded, type ReadWritten, readingOf } from '../../site/src/fields/written-of.ts';
import { allTexts } from '../../site/src/i18n/locale.ts';

/** By the title of an option in any language, or by its id. */
export const readChoice: ReadWritten<'choice'> = (text, _context, { options }) => {
  const wanted = folded(text);
  const found = optionsOf(options).filter(({ title }) => allTexts(title).some((one) => folded(one) === wanted));
  const [only, other] = found;
  const one = other === undefined ? only : undefined;
  return readingOf(one?.id ?? optionsOf(options).find(({ id }) => id === text)?.id, text);
};
