import { useEffect, useMemo, useRef, useState } from 'react';
import { initialValues } from '#engine';
import type { CommandOutcome, Problem, StartCase } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { fetched } from '../components/fetched.tsx';
import { EmptyState, ErrorNote } from '../components/states.tsx';
import { ConflictGate } from '../form/conflict-gate.tsx';
import { DraftStatus } from '../form/draft-status.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { FormSections } from '../form/form-sections.tsx';
import { ChecksContext } from '../form/issue-list.tsx';
import { createLookups } from '../form/lookup-sync.ts';
import { mergeValues } from '../form/merge-values.ts';
import { FillingIn, ReadingIn, type ReadScope } from '../form/scope.tsx';
import { serverIssues } from '../form/server-issues.ts';
import { createSubmission } from '../form/submission.ts';
import { useDraft } from '../form/use-draft.ts';
import { formWords } from '../i18n/form.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { DraftTools } from './draft-tools.tsx';
import type { Filling } from './load.ts';
import { NextSteps } from './next-steps.tsx';

/** A form that begins empty has nothing to say about where it came from. */
const OpenedNote = fetched(async () => (await import('./opened-note.tsx')).OpenedNote);

/** The form of a process, from its first letter to the case it becomes. */
export function FillForm({ filling }: { readonly filling: Filling }) {
  const { process, store, keeper, directory, draft, opened } = filling;
  const locale = useLocale();
  const words = useWords(formWords);
  const summary = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const form = process.forms.find(({ id }) => id === process.start.form);
  const scope: ReadScope = useMemo(
    () => ({ directory, ledgers: process.environment.ledgers, references: {}, caseId: undefined }),
    [directory, process],
  );
  const send = useMemo(
    () => createSubmission((body: StartCase, key) => api.post<CommandOutcome>('/api/cases', body, { key })),
    [],
  );
  useDraft(store, keeper);
  const lookups = useMemo(() => createLookups(store, api, process), [store, process]);
  useEffect(() => lookups.follow(), [lookups]);
  useDraftAddress(filling);

  const submit = async () => {
    setProblem(undefined);
    // What is wrong now must not be sent because it is put right while ledgers are asked.
    if (store.check().some(({ code }) => code !== 'check-failed')) return toSummary();
    setBusy(true);
    await lookups.settle();
    if (store.check().length > 0) {
      setBusy(false);
      return toSummary();
    }
    await keeper.pause();
    const values = store.writable(process.initial);
    const answer = await send({ process: process.id, version: process.version, values, draft });
    if (answer === undefined) return;
    if (answer.ok) {
      keeper.stop();
      location.assign(page('/case/', locale, { id: answer.value.id, done: 'submit' }));
      return;
    }
    setBusy(false);
    void keeper.flush();
    store.accept(serverIssues(answer.problem, locale));
    setProblem(answer.problem);
    toSummary();
  };
  const toSummary = () => {
    summary.current?.focus({ preventScroll: true });
    summary.current?.scrollIntoView({ block: 'start' });
  };

  if (!process.mayStart)
    return <EmptyState icon="shield" title={pick(process.title, locale)} text={words.cannotStart} />;
  return (
    <ReadingIn scope={scope}>
      <FillingIn store={store}>
        <ChecksContext value={process.checks}>
          <form
            className="fill"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) void submit();
            }}
          >
            <header className="fill-head">
              <h1>{pick(process.title, locale)}</h1>
              {process.help !== undefined && <p className="soft">{pick(process.help, locale)}</p>}
              <p className="soft small">{words.startHint}</p>
            </header>
            {opened.from !== 'new' && <OpenedNote opened={opened} version={process.version} />}
            <ErrorSummary box={summary} />
            {problem !== undefined && problem.code !== 'invalid-values' && <ErrorNote problem={problem} />}
            {form !== undefined && <FormSections form={form} />}
            <NextSteps process={process} store={store} />
            <div className="action-bar">
              <DraftStatus keeper={keeper} />
              <DraftTools keeper={keeper} />
              <Button type="submit" tone="primary" icon="send" busy={busy}>
                {busy
                  ? words.submitting
                  : process.start.words?.submit
                    ? pick(process.start.words.submit, locale)
                    : words.submit}
              </Button>
            </div>
          </form>
          <ConflictGate
            keeper={keeper}
            forms={process.forms}
            settled={({ values }) =>
              initialValues(store.model, process.start.form, mergeValues(process.initial, values), store.facts())
            }
          />
        </ChecksContext>
      </FillingIn>
    </ReadingIn>
  );
}

/** From the first save on the address names the draft, so that a reload opens it again. */
function useDraftAddress({ keeper, draft }: Filling) {
  useEffect(
    () =>
      keeper.state.subscribe(() => {
        const address = new URL(location.href);
        if (address.searchParams.get('draft') === draft || keeper.state.get().status === 'clean') return;
        address.search = new URLSearchParams({ draft }).toString();
        history.replaceState(null, '', address);
      }),
    [keeper, draft],
  );
}
