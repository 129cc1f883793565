import { addDays, type CivilDate, firstDayOfWeek, parseCivilDate, parseCivilWeek, weekOf } from '#engine';
import { withFigures } from './chinese-number.ts';

/** Longer text is no period; bounds what is looked at. */
const MAX = 30;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?/;
const RELATIVE = /^(本|这个?|這個?|上个?|上個|下个?|下個|今|去|明)(月|季度?|年|周|週)$/;
const STEPS: Readonly<Record<string, number>> = { 上: -1, 去: -1, 下: 1, 明: 1 };

/** What was typed, with figures of one kind and without spaces. */
const plainPeriod = (typed: string): string =>
  typed.length > MAX ? '' : withFigures(typed.normalize('NFKC').toLowerCase()).replaceAll(/\s/g, '');

/** 上个月 is -1, 本季度 is 0, 明年 is 1; undefined for what is not said from now. */
function relative(text: string, unit: '月' | '季' | '年' | '周'): number | undefined {
  const [, which = '', of = ''] = RELATIVE.exec(text) ?? [];
  return which !== '' && of.replace('週', '周').startsWith(unit) ? (STEPS[which.charAt(0)] ?? 0) : undefined;
}

/** A part of a year, counted from the year 0: they follow each other without a gap. */
function countedOn(today: string, inYear: number, by: number): readonly [year: number, part: number] {
  const part = Math.ceil((Number(today.slice(5, 7)) * inYear) / 12);
  const count = Number(today.slice(0, 4)) * inYear + part - 1 + by;
  return [Math.floor(count / inYear), (count % inYear) + 1];
}

const inRange = (year: number, part: number, parts: number): boolean =>
  year >= 1000 && year <= 9999 && part >= 1 && part <= parts;

/** A month as people type it, `2026-11`: 2026年11月, 202611, 11月 (of this year), Nov 2026, 上个月. */
export function readMonth(typed: string, today: string): string | undefined {
  const text = plainPeriod(typed);
  const by = relative(text, '月');
  const [year, month] = by === undefined ? monthParts(text, today) : countedOn(today, 12, by);
  return inRange(year, month, 12) ? `${year}-${String(month).padStart(2, '0')}` : undefined;
}

function monthParts(text: string, today: string): readonly [year: number, month: number] {
  const name = MONTH_NAME.exec(text)?.[1];
  if (name !== undefined) {
    const rest = text.replace(MONTH_NAME, '');
    return [
      /^\d{4}$/.test(rest) ? Number(rest) : rest === '' ? Number(today.slice(0, 4)) : 0,
      MONTHS.indexOf(name) + 1,
    ];
  }
  const whole = /^(\d{4})(?:[-/.年](\d{1,2})|(\d\d))(?:月份?)?$/.exec(text);
  if (whole) return [Number(whole[1]), Number(whole[2] ?? whole[3])];
  const turned = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (turned) return [Number(turned[2]), Number(turned[1])];
  const alone = /^(\d{1,2})(?:月份?)?$/.exec(text);
  return [Number(today.slice(0, 4)), Number(alone?.[1] ?? 0)];
}

/** A quarter as people type it, `2026-Q4`: 2026年第四季度, 2026Q4, 四季度 (of this year), Q4 2026, 上季度. */
export function readQuarter(typed: string, today: string): string | undefined {
  const text = plainPeriod(typed);
  const by = relative(text, '季');
  const [year, quarter] = by === undefined ? quarterParts(text, today) : countedOn(today, 4, by);
  return inRange(year, quarter, 4) ? `${year}-Q${quarter}` : undefined;
}

function quarterParts(text: string, today: string): readonly [year: number, quarter: number] {
  const whole = /^(\d{4})[-/.年]?(?:(?:q|第)(\d)(?:季度?)?|(\d)季度?)$/.exec(text);
  if (whole) return [Number(whole[1]), Number(whole[2] ?? whole[3])];
  const turned = /^q?(\d)[-/.,]?(\d{4})$/.exec(text);
  if (turned) return [Number(turned[2]), Number(turned[1])];
  const alone = /^(?:q|第)?(\d)(?:季度?)?$/.exec(text);
  return [Number(today.slice(0, 4)), Number(alone?.[1] ?? 0)];
}

/** A year as people type it: 2026, 2026年, 去年. */
export function readYear(typed: string, today: string): number | undefined {
  const text = plainPeriod(typed);
  const by = relative(text, '年');
  const year = by === undefined ? Number(/^(\d{4})年?度?$/.exec(text)?.[1] ?? 0) : Number(today.slice(0, 4)) + by;
  return inRange(year, 1, 1) ? year : undefined;
}

/**
 * A week as people type it, `2026-W48`: 第48周 (of this year), 2026年第48周, W48, Week 48 of 2026, 上周, or a day of it.
 * What stands in brackets after it are its days.
 */
export function readWeek(typed: string, today: string): string | undefined {
  const text = plainPeriod(typed.replace(/[（(].*$/, ''));
  const now = parseCivilDate(today);
  const by = relative(text, '周');
  if (now !== undefined && by !== undefined) return weekOf(addDays(now, by * 7));
  const day = parseCivilDate(text);
  if (day !== undefined) return weekOf(day);
  const [year, week] = weekParts(text, now === undefined ? '' : weekOf(now));
  return parseCivilWeek(`${year}-W${week.padStart(2, '0')}`);
}

function weekParts(text: string, now: string): readonly [year: string, week: string] {
  const whole = /^(\d{4})[-/.年]?(?:w|第)(\d{1,2})[周週]?$/.exec(text);
  if (whole) return [whole[1] ?? '', whole[2] ?? ''];
  const turned = /^(?:w|week)(\d{1,2})(?:of|,)(\d{4})$/.exec(text);
  if (turned) return [turned[2] ?? '', turned[1] ?? ''];
  const alone = /^(?:w|week|第)?(\d{1,2})[周週]?$/.exec(text);
  return [now.slice(0, 4), alone?.[1] ?? ''];
}

/** The weeks that mostly lie in a month: their Thursdays do. */
export function weeksOfMonth(month: string): readonly string[] {
  const first = parseCivilDate(`${month}-01`);
  if (first === undefined) return [];
  const weeks = [0, 7, 14, 21, 28, 35].map((days) => weekOf(addDays(first, days)));
  return weeks.filter((week) => monthOfWeek(week) === month);
}

/** The month a week mostly lies in. */
export function monthOfWeek(week: string): string {
  const parsed = parseCivilWeek(week);
  return parsed === undefined ? '' : thursdayOf(firstDayOfWeek(parsed)).slice(0, 7);
}

const thursdayOf = (monday: CivilDate): CivilDate => addDays(monday, 3);
