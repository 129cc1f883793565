import type { ReportCard, ReportList } from '../../../schemas/generated/api.ts';
import { Icon } from '../components/icon.tsx';
import { SearchPage } from '../components/search-page.tsx';
import { EmptyState } from '../components/states.tsx';
import { type Locale, pick } from '../i18n/locale.ts';
import { matchWords } from '../i18n/match-words.ts';
import { page } from '../i18n/paths.ts';
import { reportWords } from '../i18n/report.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';

export const Reports = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <AllReports />
  </Speaking>
);

function AllReports() {
  const words = useWords(reportWords);
  return (
    <SearchPage<ReportList>
      words={words}
      path="/api/reports"
      everything={(list) => <Everything list={list} />}
      found={(list, search) => {
        const found = list.items.filter((report) => matches(report, list, search));
        return found.length === 0 ? undefined : <Topic title={words.found(found.length)} reports={found} />;
      }}
    />
  );
}

function Everything({ list }: { readonly list: ReportList }) {
  const locale = useLocale();
  const words = useWords(reportWords);
  if (list.items.length === 0) return <EmptyState icon="chart" title={words.emptyTitle} text={words.emptyText} />;
  const everywhere = list.items.filter(({ area }) => area === undefined);
  return (
    <div className="report-topics">
      <Topic title={list.areas.length === 0 ? undefined : words.everywhere} reports={everywhere} />
      {list.areas.map((area) => (
        <Topic
          key={area.id}
          title={pick(area.title, locale)}
          reports={list.items.filter((report) => report.area === area.id)}
        />
      ))}
    </div>
  );
}

/** Whether every word of the search occurs in the number, the title, the help or the topic, in whichever language. */
const matches = ({ number, title, help, area }: ReportCard, { areas }: ReportList, search: string): boolean =>
  matchWords([number, title, help, areas.find(({ id }) => id === area)?.title], search);

type TopicProps = { readonly title: string | undefined; readonly reports: readonly ReportCard[] };

function Topic({ title, reports }: TopicProps) {
  if (reports.length === 0) return null;
  return (
    <section className="stack">
      {title !== undefined && <h2>{title}</h2>}
      <ul className="report-cards">
        {reports.map((report) => (
          <li key={report.id}>
            <ReportLink report={report} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Some reports are pages of their own. */
const hrefOf = ({ id, page: own }: ReportCard, locale: Locale): string =>
  own === undefined ? page('/report/', locale, { id }) : page(`/${own}/`, locale);

function ReportLink({ report }: { readonly report: ReportCard }) {
  const locale = useLocale();
  return (
    <a className="card card-link report-link" href={hrefOf(report, locale)}>
      <span className="report-number">{report.number}</span>
      <span className="report-name">
        <strong>{pick(report.title, locale)}</strong>
        {report.help !== undefined && <span className="small soft clamp">{pick(report.help, locale)}</span>}
      </span>
      <Icon name="right" size={18} />
    </a>
  );
}
