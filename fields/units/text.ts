import { listText } from '../../site/src/fields/list-text.ts';
import type { TextOf } from '../../site/src/fields/text-of.ts';
import { unitName } from '../unit/text.ts';

export const unitsText: TextOf<'units'> = (value, context) =>
  listText(value, (id) => unitName(id, context), context.locale);
