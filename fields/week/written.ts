import { parseCivilDate, weekOf } from '#engine';
import type { Reading } from '../../site/src/fields/use-text-input.ts';
import { readingOf, type WrittenContext } from '../../site/src/fields/written-of.ts';
import { dateIn } from '../date/written.ts';

/** 2026-W47, 2026年第47周, W47, 第47週, Week 47. What stands in brackets after it are its days. */
const WEEK = /^(?:(\d{4})(?:年|[-/])?)?(?:第|w(?:eek)?)?(\d{1,2})(?:周|週)?(?:of(\d{4}))?$/;
const NAMED = /[第周週w]/;

/** Without a year the week of this year; a day stands for its week. */
export function readWeek(text: string, { today }: WrittenContext): Reading {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*\(.*\)$/, '')
    .replace(/\s/g, '');
  const [, before, week, after] = (NAMED.test(plain) ? WEEK.exec(plain) : null) ?? [];
  if (week !== undefined) {
    const year = before ?? after ?? weekIn(today)?.slice(0, 4);
    return readingOf(year === undefined ? undefined : `${year}-W${week.padStart(2, '0')}`, text);
  }
  return readingOf(weekIn(dateIn(text, today) ?? ''), text);
}

function weekIn(day: string): string | undefined {
  const date = parseCivilDate(day);
  return date === undefined ? undefined : weekOf(date);
}
