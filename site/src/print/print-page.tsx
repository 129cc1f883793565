import { useMemo, useState } from 'react';
import type { SessionView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { namesOf } from '../case/names.ts';
import { shownFields } from '../case/shown-fields.ts';
import { titlesOf } from '../case/steps.ts';
import { LinkButton } from '../components/button.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { createDirectory, useDirectoryVersion } from '../form/directory.ts';
import { ReadingIn } from '../form/scope.tsx';
import { caseWords } from '../i18n/case.ts';
import type { Locale } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession } from '../session/session.ts';
import { PaperSheet } from './paper-sheet.tsx';
import { PrintBar } from './print-bar.tsx';
import { type PrintSettings, recallSettings, rememberSettings } from './settings.ts';
import { sheetOf } from './sheet.ts';
import { type Printed, usePrint } from './use-print.ts';

export const PrintPage = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Opening />
  </Speaking>
);

function Opening() {
  const session = useSession();
  const { printed, problem, reload } = usePrint();
  if (problem !== undefined) {
    return problem.status === 404 ? <NotFound /> : <ErrorNote problem={problem} onRetry={reload} />;
  }
  if (session === undefined || printed === undefined) return <CardSkeletons count={3} />;
  return <Ready printed={printed} session={session} />;
}

type ReadyProps = { readonly printed: Printed; readonly session: SessionView };

function Ready({ printed, session }: ReadyProps) {
  const { view, entries } = printed;
  const locale = useLocale();
  const [settings, setSettings] = useState(recallSettings);
  const sheet = useMemo(() => sheetOf(view, entries.items, shownFields(view, session)), [view, entries, session]);
  const directory = useMemo(() => createDirectory(api, { ...view.people, ...entries.people }), [view, entries]);
  useDirectoryVersion(directory);
  const scope = useMemo(
    () => ({ directory, ledgers: view.environment.ledgers, references: view.references, caseId: view.id }),
    [directory, view],
  );
  const names = namesOf(
    {
      people: { ...view.people, ...entries.people },
      forms: view.forms,
      steps: { ...titlesOf(view.picture), ...entries.steps },
      directory,
    },
    locale,
  );
  const change = (next: PrintSettings) => {
    rememberSettings(next);
    setSettings(next);
  };
  return (
    <ReadingIn scope={scope}>
      <PrintBar caseId={view.id} settings={settings} onChange={change} />
      <PaperSheet {...{ sheet, view, entries, session, names, settings }} />
    </ReadingIn>
  );
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
