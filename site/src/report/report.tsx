import { useEffect, useState } from 'react';
import type { ReportView } from '../../../schemas/generated/api.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { CardSkeletons, EmptyState, ErrorNote, Note, Skeleton } from '../components/states.tsx';
import { formatPlainDate } from '../i18n/format.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { reportWords } from '../i18n/report.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { AsOf } from './as-of.tsx';
import { BehindDialog } from './behind-dialog.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { withDay } from './look.ts';
import { PaperLines } from './paper-lines.tsx';
import { PartCard } from './part-card.tsx';
import { widthsOf } from './part-width.ts';
import { type Looking, useLook } from './use-look.ts';
import { useReport } from './use-report.ts';

export const Report = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Chosen />
  </Speaking>
);

/** The report the address names; undefined until the page is awake, null when it names none. */
function Chosen() {
  const words = useWords(reportWords);
  const [id, setId] = useState<string | null>();
  useEffect(() => setId(new URLSearchParams(location.search).get('id')), []);
  if (id !== null) return <Picture id={id} />;
  return <Nothing title={words.missingTitle} text={words.missingText} />;
}

function Nothing({ title, text }: { readonly title: string; readonly text: string }) {
  const locale = useLocale();
  const words = useWords(reportWords);
  return (
    <>
      <h1 className="unseen">{words.report}</h1>
      <EmptyState icon="search" title={title} text={text}>
        <LinkButton href={page('/reports/', locale)}>{words.back}</LinkButton>
      </EmptyState>
    </>
  );
}

function Picture({ id }: { readonly id: string | undefined }) {
  const words = useWords(reportWords);
  const looking = useLook(id);
  const { view, busy, problem, reload } = useReport(id, looking.look);
  if (problem?.status === 404) return <Nothing title={words.notFound} text={words.notFoundText} />;
  return (
    <>
      <Head view={view} looking={looking} />
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {view === undefined && problem === undefined && <CardSkeletons count={4} />}
      {view && (
        <>
          <p className="unseen" role="status">
            {busy ? words.updating : words.updated}
          </p>
          <Parts view={view} busy={busy} looking={looking} />
          {looking.look.opened && <BehindDialog view={view} looking={looking} opened={looking.look.opened} />}
        </>
      )}
    </>
  );
}

type HeadProps = { readonly view: ReportView | undefined; readonly looking: Looking };

function Head({ view, looking }: HeadProps) {
  const locale = useLocale();
  const words = useWords(reportWords);
  const { look, change } = looking;
  return (
    <header className="page-head report-head">
      <div>
        <a className="back small" href={page('/reports/', locale)}>
          <Icon name="left" size={16} />
          {words.back}
        </a>
        <h1>{view === undefined ? <Skeleton size="title" /> : `${view.number} ${pick(view.title, locale)}`}</h1>
      </div>
      {view && (
        <>
          <div className="report-actions">
            <ExportMenu view={view} look={look} />
            <Button icon="print" onClick={() => print()}>
              {words.print}
            </Button>
          </div>
          {view.help !== undefined && <p className="page-sub">{pick(view.help, locale)}</p>}
          <PaperLines view={view} />
          <div className="report-controls">
            <AsOf today={view.today} day={look.asOf} onChange={(day) => change(withDay(look, day))} />
            <FilterBar view={view} look={look} onChange={change} />
            {Object.keys(look.filters).length > 1 && (
              <Button icon="close" onClick={() => change({ ...look, filters: {} })}>
                {words.clearFilters}
              </Button>
            )}
          </div>
          {view.asOf < view.today && (
            <div className="report-past">
              <Note tone="return" icon="clock">
                {words.past(formatPlainDate(view.asOf, locale))}
                <Button onClick={() => change(withDay(look, undefined))}>{words.backToToday}</Button>
              </Note>
            </div>
          )}
        </>
      )}
    </header>
  );
}

type PartsProps = { readonly view: ReportView; readonly busy: boolean; readonly looking: Looking };

function Parts({ view, busy, looking }: PartsProps) {
  const widths = widthsOf(view.parts);
  return (
    <div className={busy ? 'report-parts report-parts-busy' : 'report-parts'} aria-busy={busy}>
      {view.parts.map((part, at) => (
        <PartCard key={part.id} part={part} view={view} looking={looking} width={widths[at] ?? 'whole'} />
      ))}
    </div>
  );
}
