import type { TextOf } from '../../site/src/fields/text-of.ts';
import { formatWords } from '../../site/src/i18n/format-words.ts';
import { questionsIn } from './kind-question.ts';

export const questionsText: TextOf<'questions'> = (value, { locale }) =>
  formatWords[locale].questions(questionsIn(value).length);
