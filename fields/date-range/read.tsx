import { dateRange } from '../../site/src/fields/lists.ts';
import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { daysBetween } from '../../site/src/i18n/civil.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { formatDateRange } from '../../site/src/i18n/format.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

export function ReadRange({ value }: ReadProps<'dateRange'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const range = dateRange(value);
  const days = range.start !== undefined && range.end !== undefined ? daysBetween(range.start, range.end) + 1 : 0;
  return (
    <>
      <span className="number">{formatDateRange(range, locale)}</span>
      {days > 0 && <span className="soft small"> {words.days(days)}</span>}
    </>
  );
}
