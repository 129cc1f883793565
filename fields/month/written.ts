import { readMonth } from '../../site/src/fields/typed-period.ts';
import type { Reading } from '../../site/src/fields/use-text-input.ts';
import { readingOf, type WrittenContext } from '../../site/src/fields/written-of.ts';
import { dateIn } from '../date/written.ts';

/** As it is typed; a day stands for its month, since spreadsheets keep months as their first day. */
export const readWrittenMonth = (text: string, { today }: WrittenContext): Reading =>
  readingOf(readMonth(text, today) ?? dateIn(text, today)?.slice(0, 7), text);
