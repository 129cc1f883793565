import type { ReportRow } from '../../../../schemas/generated/api.ts';
import { page } from '../../i18n/paths.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';

/** The name of a row leads to the case that wrote it. */
export function RowLink({ row, name }: { readonly row: ReportRow; readonly name: string }) {
  const locale = useLocale();
  const words = useWords(chartWords);
  if (row.case === undefined) return name;
  return (
    <a className="chart-row-link" href={page('/case/', locale, { id: row.case })} title={words.openCase(name)}>
      {name}
    </a>
  );
}
