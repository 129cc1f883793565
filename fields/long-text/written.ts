import type { ReadWritten } from '../../site/src/fields/written-of.ts';

export const readLongText: ReadWritten<'longText'> = (text) => ({ value: text });
