import { catalogue, type Locale } from './locale.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const words = catalogue({
  'zh-CN': {
    week: (year: string, n: number) => `${year} 年第 ${n} 周`,
    month: (year: string, n: number) => `${year} 年 ${n} 月`,
    quarter: (year: string, n: number) => `${year} 年第 ${n} 季度`,
    half: (year: string, n: number) => `${year} 年${n === 1 ? '上' : '下'}半年`,
    year: (year: string) => `${year} 年`,
  },
  'zh-TW': {
    week: (year: string, n: number) => `${year} 年第 ${n} 週`,
    month: (year: string, n: number) => `${year} 年 ${n} 月`,
    quarter: (year: string, n: number) => `${year} 年第 ${n} 季度`,
    half: (year: string, n: number) => `${year} 年${n === 1 ? '上' : '下'}半年`,
    year: (year: string) => `${year} 年`,
  },
  en: {
    week: (year: string, n: number) => `Week ${n}, ${year}`,
    month: (year: string, n: number) => `${MONTHS[n - 1] ?? n} ${year}`,
    quarter: (year: string, n: number) => `Q${n} ${year}`,
    half: (year: string, n: number) => `H${n} ${year}`,
    year: (year: string) => year,
  },
});

/** A period by its id, as people say it: `2026-11` is 2026 年 11 月. */
export function periodName(id: string, locale: Locale): string {
  const say = words[locale];
  const [year = '', part = ''] = id.split('-');
  if (part === '') return say.year(year);
  const number = Number(part.replace(/^[WQH]/, ''));
  if (part.startsWith('W')) return say.week(year, number);
  if (part.startsWith('Q')) return say.quarter(year, number);
  return part.startsWith('H') ? say.half(year, number) : say.month(year, number);
}
