import type { TextOf } from '../../site/src/fields/text-of.ts';
import { formatWords } from '../../site/src/i18n/format-words.ts';
import { answersIn } from './kind.ts';

export const answersText: TextOf<'answers'> = (value, { locale }) =>
  formatWords[locale].questions(Object.keys(answersIn(value).given).length);
