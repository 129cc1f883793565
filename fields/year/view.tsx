import { useMemo } from 'react';
import { PeriodBox } from '../../site/src/fields/period-box.tsx';
import type { PeriodPages } from '../../site/src/fields/period-pages.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { plainText } from '../../site/src/fields/text-of.ts';
import { readYear } from '../../site/src/fields/typed-period.ts';
import { readCodec } from '../../site/src/fields/written-codec.ts';
import { useToday } from '../../site/src/form/scope.tsx';
import { periodName } from '../../site/src/i18n/period-name.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';

/** Years on one page of the picker. */
const PAGE = 12;

const yearsOf = (page: number): readonly number[] => Array.from({ length: PAGE }, (_, index) => page * PAGE + index);

export function YearView(props: FieldProps<'year'>) {
  const locale = useLocale();
  const today = useToday();
  const { min, max } = props.field;
  const codec = useMemo(
    () =>
      readCodec(
        (text) => readYear(text, today),
        (value) => (value === undefined ? '' : periodName(plainText(value), locale)),
      ),
    [today, locale],
  );
  const pages: PeriodPages = {
    columns: 4,
    pageOf: (value: string) => Math.floor(Number(value) / PAGE),
    title: (page: number) => `${page * PAGE} – ${page * PAGE + PAGE - 1}`,
    cells: (page: number) => yearsOf(page).map((year) => ({ value: year, text: String(year) })),
    now: today.slice(0, 4),
    min,
    max,
  };
  return <PeriodBox props={props} codec={codec} pages={pages} example={today.slice(0, 4)} />;
}
