import { useMemo } from 'react';
import { PeriodBox } from '../../site/src/fields/period-box.tsx';
import type { PeriodPages } from '../../site/src/fields/period-pages.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { plainText } from '../../site/src/fields/text-of.ts';
import { readMonth } from '../../site/src/fields/typed-period.ts';
import { readCodec } from '../../site/src/fields/written-codec.ts';
import { useToday } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { periodName } from '../../site/src/i18n/period-name.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

export function MonthView(props: FieldProps<'month'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const today = useToday();
  const { min, max } = props.field;
  const codec = useMemo(
    () =>
      readCodec(
        (text) => readMonth(text, today),
        (value) => (value === undefined ? '' : periodName(plainText(value), locale)),
      ),
    [today, locale],
  );
  const pages: PeriodPages = {
    columns: 4,
    pageOf: (value: string) => Number(value.slice(0, 4)),
    title: (year: number) => periodName(String(year), locale),
    cells: (year: number) =>
      MONTHS.map((month) => ({ value: `${year}-${month}`, text: words.monthOfYear(Number(month)) })),
    now: today.slice(0, 7),
    min,
    max,
  };
  return <PeriodBox props={props} codec={codec} pages={pages} example={periodName(today.slice(0, 7), locale)} />;
}
