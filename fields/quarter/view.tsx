import { useMemo } from 'react';
import { PeriodBox } from '../../site/src/fields/period-box.tsx';
import type { PeriodPages } from '../../site/src/fields/period-pages.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { plainText } from '../../site/src/fields/text-of.ts';
import { readQuarter } from '../../site/src/fields/typed-period.ts';
import { readCodec } from '../../site/src/fields/written-codec.ts';
import { useToday } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { periodName } from '../../site/src/i18n/period-name.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

const QUARTERS = [1, 2, 3, 4] as const;

export function QuarterView(props: FieldProps<'quarter'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const today = useToday();
  const { min, max } = props.field;
  const codec = useMemo(
    () =>
      readCodec(
        (text) => readQuarter(text, today),
        (value) => (value === undefined ? '' : periodName(plainText(value), locale)),
      ),
    [today, locale],
  );
  const now = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  const pages: PeriodPages = {
    columns: 4,
    pageOf: (value: string) => Number(value.slice(0, 4)),
    title: (year: number) => periodName(String(year), locale),
    cells: (year: number) =>
      QUARTERS.map((quarter) => ({ value: `${year}-Q${quarter}`, text: words.quarterOfYear(quarter) })),
    now,
    min,
    max,
  };
  return <PeriodBox props={props} codec={codec} pages={pages} example={periodName(now, locale)} />;
}
