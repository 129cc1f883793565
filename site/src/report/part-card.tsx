import { useId } from 'react';
import type { ReportPart, ReportView } from '../../../schemas/generated/api.ts';
import { Icon } from '../components/icon.tsx';
import { Note } from '../components/states.tsx';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { reportWords } from '../i18n/report.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { isBuiltIn } from './built-in.ts';
import { Chart } from './chart/chart.tsx';
import { exportAddress, FORMATS } from './export-address.ts';
import { IndicatorNotes } from './indicator-notes.tsx';
import type { PartWidth } from './part-width.ts';
import type { Looking } from './use-look.ts';

type PartCardProps = {
  readonly part: ReportPart;
  readonly view: ReportView;
  readonly looking: Looking;
  readonly width: PartWidth;
};

/** One picture or table of a report, or why it is not there. */
export function PartCard({ part, view, looking, width }: PartCardProps) {
  const id = useId();
  const locale = useLocale();
  const title = part.title ?? part.source.title;
  return (
    <section className={`card report-part report-${width} report-show-${part.show}`} aria-labelledby={id}>
      <h2 id={id} className={part.title === undefined ? 'unseen' : undefined}>
        {pick(title, locale)}
      </h2>
      {part.help !== undefined && <p className="small soft">{pick(part.help, locale)}</p>}
      <Content part={part} view={view} looking={looking} />
      {part.state === 'ready' && <Foot part={part} view={view} looking={looking} />}
    </section>
  );
}

type ContentProps = Omit<PartCardProps, 'width'>;

function Content({ part, view, looking }: ContentProps) {
  const words = useWords(reportWords);
  if (part.state !== 'ready') {
    return <Note icon={part.state === 'filling' ? 'clock' : 'info'}>{words[part.state]}</Note>;
  }
  if (isEmpty(part)) return <p className="report-empty soft">{words.empty}</p>;
  return (
    <Chart
      part={part}
      words={view}
      open={(measure, keys) => looking.open({ part: part.id, measure, ...(keys && { keys }) })}
    />
  );
}

/** Parts without groups always have their numbers. */
const isEmpty = ({ dimensions, groups, rows }: ReportPart): boolean =>
  rows === undefined ? dimensions.length > 0 && groups.length === 0 : rows.items.length === 0;

function Foot({ part, view, looking }: ContentProps) {
  const locale = useLocale();
  const words = useWords(reportWords);
  const name = pick(part.title ?? part.source.title, locale);
  const source = pick(part.source.title, locale);
  return (
    <footer className="report-foot small soft">
      <IndicatorNotes measures={part.measures} />
      <p className="report-source">
        {isBuiltIn(part.source) ? (
          <span>{words.from(source)}</span>
        ) : (
          <a href={page('/ledger/', locale, { id: part.source.id })}>{words.from(source)}</a>
        )}
        <span className="report-files">
          {FORMATS.map((format) => (
            <a
              key={format}
              href={exportAddress(view.id, looking.look, format, locale, part.id)}
              download
              aria-label={`${words.exportPart(name)} ${format.toUpperCase()}`}
            >
              <Icon name="download" size={14} />
              {format.toUpperCase()}
            </a>
          ))}
        </span>
      </p>
    </footer>
  );
}
