import { useEffect, useState } from 'react';
import type { SessionView } from '../../../schemas/generated/api.ts';
import { localProblem } from '../api/answer.ts';
import { LinkButton } from '../components/button.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { loadFormWords } from '../form/load-words.ts';
import { formWords } from '../i18n/form.ts';
import type { Locale } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession } from '../session/session.ts';
import { FillForm } from './fill-form.tsx';
import { type LoadOutcome, loadFilling } from './load.ts';

export const FillPage = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Opening />
  </Speaking>
);

function Opening() {
  const session = useSession();
  const [outcome, setOutcome] = useState<LoadOutcome>();
  const [round, setRound] = useState(0);
  const locale = useLocale();
  const ready = session !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once; a session that is read again must not throw away what was typed
  useEffect(() => {
    if (!ready) return;
    let wanted = true;
    void open(session, locale).then((next) => {
      if (wanted) setOutcome((before) => (before?.kind === 'ready' ? before : next));
    });
    return () => {
      wanted = false;
    };
  }, [ready, round, locale]);
  if (outcome?.kind === 'ready') return <FillForm filling={outcome.filling} />;
  if (outcome?.kind === 'failed' && outcome.problem.status === 404) return <NotFound />;
  if (outcome?.kind === 'failed') {
    return (
      <ErrorNote
        problem={outcome.problem}
        onRetry={() => {
          setOutcome(undefined);
          setRound(round + 1);
        }}
      />
    );
  }
  return <CardSkeletons count={3} />;
}

async function open(session: SessionView, locale: Locale): Promise<LoadOutcome> {
  const words = loadFormWords(locale);
  const outcome = await loadFilling(new URLSearchParams(location.search), session);
  if (!(await words)) return { kind: 'failed', problem: localProblem('no-answer') };
  if (outcome.kind === 'case') location.replace(page('/case/', locale, { id: outcome.id }));
  return outcome;
}

function NotFound() {
  const words = useWords(formWords);
  return (
    <>
      <h1 className="unseen">{words.notFound}</h1>
      <EmptyState icon="search" title={words.notFound} text={words.notFoundNext}>
        <LinkButton href={page('/start/', useLocale())}>{words.backToStart}</LinkButton>
      </EmptyState>
    </>
  );
}
