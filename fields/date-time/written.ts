import type { Reading } from '../../site/src/fields/use-text-input.ts';
import { readingOf, type WrittenContext } from '../../site/src/fields/written-of.ts';
import { dateIn } from '../date/written.ts';
import { readTime } from '../time/typed.ts';

/** A day and a time with a space or a T between. A day alone is its beginning, as spreadsheets write midnight. */
export function readDateTime(text: string, { today }: WrittenContext): Reading {
  const [, day = '', clock = '0:00'] = /^(\S+?)(?:[T\s]+(\S.*))?$/.exec(text) ?? [];
  const [date, time] = [dateIn(day, today), readTime(clock.replace(/^(\d{1,2}:\d\d):\d\d(?:\.\d+)?$/, '$1'))];
  return readingOf(date === undefined || time === undefined ? undefined : `${date}T${time}`, text);
}
