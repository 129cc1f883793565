import type { ReportView } from '../../../schemas/generated/api.ts';
import { formatPlainDate } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { reportWords } from '../i18n/report.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { usePageFoot } from '../print/page-foot.ts';
import { paperTime } from '../print/paper-time.ts';
import { usePrintTime } from '../print/print-time.ts';
import { useSession, zoneOf } from '../session/session.ts';
import { filterText } from './filter-bar.tsx';

/** What a report says of itself on paper: its day, what it was narrowed to, who printed it and when. */
export function PaperLines({ view }: { readonly view: ReportView }) {
  const locale = useLocale();
  const words = useWords(reportWords);
  const session = useSession();
  const person = session === undefined ? '' : pick(session.person.name, locale);
  const printed = words.printedBy(person, paperTime(usePrintTime(), zoneOf(session), locale));
  usePageFoot(`${view.number} ${pick(view.title, locale)}　${printed}`, words.pageOf);
  const chosen = view.filters
    .filter(({ values = [] }) => values.length > 0)
    .map((filter) => `${pick(filter.title, locale)}${words.is}${filterText(filter, view, view.today, locale)}`);
  return (
    <div className="report-paper small">
      <p>{words.endOf(formatPlainDate(view.asOf, locale))}</p>
      <p>{words.printedFilters(chosen.length === 0 ? words.nothingFiltered : chosen.join(words.and))}</p>
      <p>{printed}</p>
    </div>
  );
}
