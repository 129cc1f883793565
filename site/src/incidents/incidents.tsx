import { useState } from 'react';
import type { IncidentList } from '../../../schemas/generated/api.ts';
import { useList } from '../api/use-list.ts';
import { ListStates } from '../components/list-states.tsx';
import { EmptyState } from '../components/states.tsx';
import { type IncidentState, incidentStates, incidentWords } from '../i18n/incidents.ts';
import type { Locale } from '../i18n/locale.ts';
import { Speaking, useWords } from '../i18n/use-locale.tsx';
import { AdministratorsPage } from '../shell/administrators-page.tsx';
import { IncidentCard } from './incident-card.tsx';

export const Incidents = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <IncidentsPage />
  </Speaking>
);

function IncidentsPage() {
  const words = useWords(incidentWords);
  return (
    <AdministratorsPage words={words} everyRole>
      <Lists />
    </AdministratorsPage>
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
