import { listText } from '../../site/src/fields/list-text.ts';
import type { TextOf } from '../../site/src/fields/text-of.ts';
import { personName } from '../person/text.ts';

export const peopleText: TextOf<'people'> = (value, context) =>
  listText(value, (id) => personName(id, context), context.locale);
