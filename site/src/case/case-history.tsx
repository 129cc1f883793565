import { useEffect } from 'react';
import type { CaseView, EntryList, SessionView } from '../../../schemas/generated/api.ts';
import { Icon } from '../components/icon.tsx';
import { ErrorNote, Skeleton } from '../components/states.tsx';
import { useReadScope } from '../form/scope.tsx';
import { caseWords } from '../i18n/case.ts';
import { formatInstant } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { zoneOf } from '../session/session.ts';
import { namesOf } from './names.ts';
import { Part } from './part.tsx';
import { titlesOf } from './steps.ts';
import { Timeline } from './timeline.tsx';
import type { Entries } from './use-entries.ts';

type CaseHistoryProps = { readonly view: CaseView; readonly session: SessionView };

/** The auditor's list leads here. */
const HISTORY = 'history';

/** The record of the case. */
export function CaseHistory({ view, session, entries }: CaseHistoryProps & { readonly entries: Entries }) {
  const words = useWords(caseWords);
  const { list, problem, retry } = entries;
  const shown = list !== undefined;
  useEffect(() => {
    // It was not there yet when the browser looked for the place in the address.
    if (shown && location.hash === `#${HISTORY}`) document.getElementById(HISTORY)?.scrollIntoView();
  }, [shown]);
  return (
    <Part title={words.timelineTitle} id={HISTORY}>
      {problem !== undefined && <ErrorNote problem={problem} onRetry={retry} />}
      {list === undefined && problem === undefined && <Skeleton />}
      {list !== undefined && <Record list={list} view={view} session={session} />}
    </Part>
  );
}

function Record({ list, view, session }: CaseHistoryProps & { readonly list: EntryList }) {
  const locale = useLocale();
  const { directory } = useReadScope();
  const auditor = session.roles.includes('auditor');
  const names = namesOf(
    {
      people: { ...view.people, ...list.people },
      forms: list.forms,
      steps: { ...titlesOf(view.picture), ...list.steps },
      directory,
    },
    locale,
  );
  return (
    <>
      <Integrity list={list} />
      <Timeline list={list} names={names} auditor={auditor} />
      {list.views.length > 0 && <Views list={list} zone={zoneOf(session)} nameOf={names.person} />}
    </>
  );
}

function Integrity({ list: { integrity } }: { readonly list: EntryList }) {
  const words = useWords(caseWords);
  const intact = integrity.state === 'intact';
  return (
    <p className={intact ? 'integrity' : 'integrity integrity-broken'} title={words.hashHint}>
      <Icon name={intact ? 'shield' : 'alert'} size={16} />
      <span>{intact ? words.intact(integrity.entries) : words.broken(integrity.at ?? '?')}</span>
    </p>
  );
}

type ViewsProps = { readonly list: EntryList; readonly zone: string; readonly nameOf: (id: string) => string };

function Views({ list, zone, nameOf }: ViewsProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  return (
    <details className="views">
      <summary>
        {words.viewsTitle} <span className="count">{list.views.length}</span>
      </summary>
      <ul>
        {list.views.map(({ person, at, version }) => (
          <li key={`${person} ${at}`}>
            <span>{nameOf(person)}</span>
            <span className="soft small">{words.viewedAt(formatInstant(at, zone, locale), version)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
