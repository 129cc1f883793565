import { useMemo } from 'react';
import { PeriodBox } from '../../site/src/fields/period-box.tsx';
import type { PeriodPages } from '../../site/src/fields/period-pages.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { plainText } from '../../site/src/fields/text-of.ts';
import { monthOfWeek, readWeek, weeksOfMonth } from '../../site/src/fields/typed-period.ts';
import { readCodec } from '../../site/src/fields/written-codec.ts';
import { useToday } from '../../site/src/form/scope.tsx';
import { weekDays } from '../../site/src/i18n/civil.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { formatWeek } from '../../site/src/i18n/format.ts';
import { periodName } from '../../site/src/i18n/period-name.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

const YEAR = 12;

/** Months counted from the year 0: one page each. */
const pageOfMonth = (month: string): number => Number(month.slice(0, 4)) * YEAR + Number(month.slice(5)) - 1;
const monthOfPage = (page: number): string =>
  `${Math.floor(page / YEAR)}-${String((page % YEAR) + 1).padStart(2, '0')}`;

/** Weeks are shown with their dates: nobody knows their numbers by heart. A cell has room for the number alone. */
export function WeekView(props: FieldProps<'week'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const today = useToday();
  const inCell = props.label !== undefined;
  const codec = useMemo(() => {
    const name = inCell ? periodName : formatWeek;
    return readCodec(
      (text) => readWeek(text, today),
      (value) => (value === undefined ? '' : name(plainText(value), locale)),
    );
  }, [today, locale, inCell]);
  const now = readWeek(today, today) ?? '';
  const cell = (week: string) => {
    const days = weekDays(week);
    return {
      value: week,
      text: words.weekOfYear(Number(week.slice(6))),
      detail: words.weekDays(days?.start.slice(5) ?? '', days?.end.slice(5) ?? ''),
    };
  };
  const pages: PeriodPages = {
    columns: 1,
    pageOf: (week) => pageOfMonth(monthOfWeek(week)),
    title: (page) => periodName(monthOfPage(page), locale),
    cells: (page) => weeksOfMonth(monthOfPage(page)).map(cell),
    now,
  };
  return <PeriodBox props={props} codec={codec} pages={pages} example={periodName(now, locale)} />;
}
