import { listText } from '../../site/src/fields/list-text.ts';
import { optionText } from '../../site/src/fields/option-text.ts';
import type { TextOf } from '../../site/src/fields/text-of.ts';

export const choicesText: TextOf<'choices'> = (value, { locale }, { options }) =>
  listText(value, (id) => optionText(options, id, locale), locale);
