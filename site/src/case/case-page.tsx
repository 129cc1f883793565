import { useEffect, useMemo, useState } from 'react';
import type { CaseView, SessionView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { LinkButton } from '../components/button.tsx';
import { fetched } from '../components/fetched.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { createDirectory, type Directory, useDirectoryVersion } from '../form/directory.ts';
import { ReadingIn } from '../form/scope.tsx';
import { caseWords } from '../i18n/case.ts';
import type { Locale } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession } from '../session/session.ts';
import type { Act } from './actions.ts';
import { Banners } from './banners.tsx';
import { CaseHeader } from './case-header.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseLinks } from './case-links.tsx';
import { Comments } from './comments.tsx';
import { Confirmation } from './confirmation.tsx';
import { Consultations } from './consultations.tsx';
import { namesOf } from './names.ts';
import { Part } from './part.tsx';
import { Picture } from './picture.tsx';
import { ReadForms } from './read-forms.tsx';
import { titlesOf } from './steps.ts';
import { TaskArea, type Wanted } from './task-area.tsx';
import { ToldPeople } from './told-people.tsx';
import { type CaseState, useCase } from './use-case.ts';
import { useEntries } from './use-entries.ts';
import { WaitingNow } from './waiting-now.tsx';
import { WhyPanel } from './why-panel.tsx';

/** Few cases ask questions of people outside. */
const AnswersPart = fetched(async () => (await import('../answers/answers-part.tsx')).AnswersPart);

export const CasePage = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Opening />
  </Speaking>
);

function Opening() {
  const session = useSession();
  const state = useCase();
  if (state.problem !== undefined) {
    return state.problem.status === 404 ? <NotFound /> : <ErrorNote problem={state.problem} onRetry={state.reload} />;
  }
  if (session === undefined || state.view === undefined) return <CardSkeletons count={3} />;
  return <OpenCase state={state} view={state.view} session={session} />;
}

type OpenCaseProps = { readonly state: CaseState; readonly view: CaseView; readonly session: SessionView };

function OpenCase({ state, view, session }: OpenCaseProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  // Names learnt while searching stay when the case is read again.
  const directory = useMemo(() => createDirectory(api, {}), []);
  const scope = useMemo(
    () => ({ directory, ledgers: view.environment.ledgers, references: view.references, caseId: view.id }),
    [directory, view],
  );
  useKnownPeople(directory, view);
  useDirectoryVersion(directory);
  const names = namesOf({ people: view.people, forms: view.forms, steps: titlesOf(view.picture), directory }, locale);
  const entries = useEntries(view);
  const [act, setAct] = useState<Act>();
  const [wanted, setWanted] = useState<Wanted>();
  const want = (next: Act, preset: Wanted['preset'] = {}) => setWanted({ act: next, preset });
  const me = session.person.id;
  return (
    <ReadingIn scope={scope}>
      <article className="case">
        <CaseHeader view={view} names={names} />
        <Confirmation view={view} names={names} done={state.done} onDismiss={state.dismiss} />
        <Banners view={view} me={me} names={names} />
        <div className="case-columns">
          <div className="case-main">
            <TaskArea
              {...{ view, session, names, act, wanted }}
              entries={entries.list}
              onAct={setAct}
              onDone={state.finish}
              onChanged={state.show}
              content={<ReadForms view={view} session={session} />}
            />
            {asksQuestions(view) && <AnswersPart id={view.id} />}
          </div>
          <div className="case-side">
            <WaitingNow view={view} me={me} names={names} onUrge={() => want('urge')} />
            <Consultations view={view} me={me} names={names} onReply={(id) => want('reply', { consultation: id })} />
            <Part title={words.pictureTitle} note={words.pictureHint}>
              <Picture nodes={view.picture} people={view.people} />
            </Part>
            <WhyPanel view={view} entries={entries.list} names={names} />
            <CaseHistory view={view} session={session} entries={entries} />
            <Comments view={view} names={names} onComment={() => want('comment')} />
            <ToldPeople view={view} names={names} />
            <CaseLinks view={view} />
          </div>
        </div>
      </article>
    </ReadingIn>
  );
}

const asksQuestions = ({ forms }: CaseView): boolean =>
  forms.some(({ fields }) => Object.values(fields).some(({ type }) => type === 'questions'));

function useKnownPeople(directory: Directory, view: CaseView) {
  useEffect(() => directory.learn({ people: Object.values(view.people), units: [] }), [directory, view]);
}

function NotFound() {
  const words = useWords(caseWords);
  return (
    <>
      <h1 className="unseen">{words.notFound}</h1>
      <EmptyState icon="search" title={words.notFound} text={words.notFoundNext}>
        <LinkButton href={page('/', useLocale())}>{words.backToWorkbench}</LinkButton>
      </EmptyState>
    </>
  );
}
