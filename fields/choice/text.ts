import { optionText } from '../../site/src/fields/option-text.ts';
import type { TextOf } from '../../site/src/fields/text-of.ts';

export const choiceText: TextOf<'choice'> = (value, { locale }, { options }) => optionText(options, value, locale);
