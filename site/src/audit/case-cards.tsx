import { StatusChip } from '../components/chip.tsx';
import { PersonName } from '../components/person.tsx';
import { formatInstant, formatSince } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import type { CasesProps } from './case-table.tsx';
import { IntegrityChip } from './integrity.tsx';

/** The same list for a narrow window. */
export function CaseCards({ cases, people, onExplain }: CasesProps) {
  const locale = useLocale();
  const zone = zoneOf(useSession());
  return (
    <ul className="stack tasks">
      {cases.map((shown) => (
        <li key={shown.id} className="audit-card">
          <a className="card card-link task" href={`${page('/case/', locale, { id: shown.id })}#history`}>
            <span className="task-head small soft">
              <span>{pick(shown.title, locale)}</span>
              <span className="tabular">{shown.number}</span>
            </span>
            <span className="task-subject">{shown.subject}</span>
            <span className="task-foot">
              <StatusChip status={shown.status} />
              <PersonName id={shown.starter} people={people} />
              <time dateTime={shown.updatedAt} title={formatInstant(shown.updatedAt, zone, locale)}>
                {formatSince(shown.updatedAt, serverNow(), zone, locale)}
              </time>
            </span>
          </a>
          <div className="audit-mark">
            <IntegrityChip shown={shown} onExplain={onExplain} />
          </div>
        </li>
      ))}
    </ul>
  );
}
