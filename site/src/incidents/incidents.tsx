import { useEffect, useState } from 'react';
import type { IncidentList } from '../../../schemas/generated/api.ts';
import { useList } from '../api/use-list.ts';
import { LinkButton } from '../components/button.tsx';
import { ListStates } from '../components/list-states.tsx';
import { CardSkeletons, EmptyState } from '../components/states.tsx';
import { type IncidentState, incidentStates, incidentWords } from '../i18n/incidents.ts';
import type { Locale } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { loadSession, useSession } from '../session/session.ts';
import { IncidentCard } from './incident-card.tsx';

export const Incidents = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <IncidentsPage />
  </Speaking>
);

/** The server refuses everybody else as well; this only says so in words. */
function IncidentsPage() {
  const words = useWords(incidentWords);
  const session = useSession();
  useEffect(() => {
    void loadSession();
  }, []);
  const mayRead = (session?.roles.length ?? 0) > 0;
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        {mayRead && <p className="page-sub">{words.intro}</p>}
      </div>
      {session === undefined && <CardSkeletons count={2} />}
      {session !== undefined && !mayRead && <Denied />}
      {mayRead && <Lists />}
    </>
  );
}

function Denied() {
  const locale = useLocale();
  const words = useWords(incidentWords);
  return (
    <EmptyState icon="shield" title={words.noRight} text={words.noRightText}>
      <LinkButton href={page('/', locale)}>{words.backHome}</LinkButton>
    </EmptyState>
  );
}

function Lists() {
  const words = useWords(incidentWords);
  const [state, setState] = useState<IncidentState>('open');
  const list = useList<IncidentList>('/api/incidents', { state });
  const empty = <EmptyState icon="check" title={words.emptyTitle[state]} text={words.emptyText[state]} />;
  return (
    <div className="stack">
      <fieldset className="incident-states">
        <legend className="unseen">{words.statesLabel}</legend>
        {incidentStates.map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-pressed={each === state}
            onClick={() => setState(each)}
          >
            {words.states[each]}
          </button>
        ))}
      </fieldset>
      <ListStates list={list} empty={empty}>
        <ul className="stack">
          {list.items.map((incident) => (
            <IncidentCard key={incident.id} incident={incident} mayRetry={list.head?.mayRetry === true} />
          ))}
        </ul>
      </ListStates>
    </div>
  );
}
