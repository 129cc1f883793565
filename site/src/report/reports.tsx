import { useDeferredValue, useState } from 'react';
import type { ReportCard, ReportList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { allTexts, type Locale, pick } from '../i18n/locale.ts';
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
  const { value, problem, reload } = useLoad<ReportList>('/api/reports');
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search.trim());
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <SearchBox label={words.search} placeholder={words.searchHint} value={search} onChange={setSearch} />
        <p className="page-sub">{words.intro}</p>
      </div>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={4} />}
      {value && sought === '' && <Everything list={value} />}
      {value && sought !== '' && <Found list={value} search={sought} onClear={() => setSearch('')} />}
    </>
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

type FoundProps = { readonly list: ReportList; readonly search: string; readonly onClear: () => void };

function Found({ list, search, onClear }: FoundProps) {
  const words = useWords(reportWords);
  const found = list.items.filter((report) => matches(report, list, search));
  return (
    <div role="status">
      {found.length === 0 ? (
        <EmptyState icon="search" title={words.nothingTitle} text={words.nothingText}>
          <Button onClick={onClear}>{words.clearSearch}</Button>
        </EmptyState>
      ) : (
        <Topic title={words.found(found.length)} reports={found} />
      )}
    </div>
  );
}

const normal = (text: string) => text.normalize('NFKC').toLowerCase();

/** Whether every word of the search occurs in the number, the title, the help or the topic, in whichever language. */
function matches({ number, title, help, area }: ReportCard, { areas }: ReportList, search: string): boolean {
  const topic = areas.find(({ id }) => id === area)?.title;
  const words = [number, title, help, topic].flatMap((each) => (each === undefined ? [] : allTexts(each)));
  const text = normal(words.join('\n'));
  return normal(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

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
