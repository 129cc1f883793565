import type { Reading } from '../../site/src/fields/use-text-input.ts';
import { readingOf, type WrittenContext } from '../../site/src/fields/written-of.ts';

const YEAR_FIRST = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/;
const YEARLESS = /^(\d{1,2})(?:月|[-/])(\d{1,2})日?$/;
const DIGITS = /^(\d{4})(\d\d)(\d\d)$/;
/** What spreadsheets and people put after a day without meaning more by it. */
const TRAIL = /\s*(?:[T\s]0{1,2}:00(?::00)?(?:\.0+)?|[(（]?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天][)）]?)$/;

const pad = (part = '') => part.padStart(2, '0');

/** 2026-11-05, 2026/11/5, 2026年11月5日, 20261105; without a year (11-5, 11月5日) the day of this year. */
export function dateIn(text: string, today: string): string | undefined {
  const plain = text.normalize('NFKC').replace(TRAIL, '').replace(/\s/g, '');
  const [, year, month, day] = YEAR_FIRST.exec(plain) ?? DIGITS.exec(plain) ?? [];
  if (year !== undefined) return `${year}-${pad(month)}-${pad(day)}`;
  const [, onlyMonth, onlyDay] = YEARLESS.exec(plain) ?? [];
  return onlyMonth === undefined ? undefined : `${today.slice(0, 4)}-${pad(onlyMonth)}-${pad(onlyDay)}`;
}

export const readDate = (text: string, { today }: WrittenContext): Reading => readingOf(dateIn(text, today), text);
