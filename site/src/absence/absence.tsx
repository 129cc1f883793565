import { useEffect } from 'react';
import type { AbsenceList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { absenceWords } from '../i18n/absence.ts';
import type { Locale } from '../i18n/locale.ts';
import { Speaking, useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';
import { loadSession } from '../session/session.ts';
import { AbsenceCard } from './absence-card.tsx';
import { AbsenceForm } from './absence-form.tsx';

export const Absence = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Absences />
  </Speaking>
);

function Absences() {
  const words = useWords(absenceWords);
  const { value, problem, reload } = useLoad<AbsenceList>('/api/absences');
  useEffect(() => {
    void loadSession();
  }, []);
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="page-sub">{words.intro}</p>
      </div>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={2} />}
      {value !== undefined && (
        <div className="absence-columns">
          <section className="stack" aria-labelledby="absences">
            <h2 id="absences">{words.mine}</h2>
            {value.absences.length === 0 && (
              <EmptyState icon="calendar" title={words.emptyTitle} text={words.emptyText} />
            )}
            <ul className="stack">
              {value.absences.map((absence) => (
                <AbsenceCard key={absence.id} absence={absence} today={value.today} onEnded={announceChange} />
              ))}
            </ul>
          </section>
          <AbsenceForm list={value} onSaved={announceChange} />
        </div>
      )}
    </>
  );
}
