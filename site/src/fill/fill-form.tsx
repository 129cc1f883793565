import { useEffect, useMemo } from 'react';
import { initialValues } from '#engine';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { fetched } from '../components/fetched.tsx';
import { EmptyState, ErrorNote } from '../components/states.tsx';
import { BAR_PLACE } from '../form/bar-place.ts';
import { ConflictGate } from '../form/conflict-gate.tsx';
import { DraftStatus } from '../form/draft-status.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { FormSections } from '../form/form-sections.tsx';
import { ChecksContext } from '../form/issue-list.tsx';
import { createLookups } from '../form/lookup-sync.ts';
import { mergeValues } from '../form/merge-values.ts';
import { FillingIn, ReadingIn, type ReadScope } from '../form/scope.tsx';
import { useDraft } from '../form/use-draft.ts';
import { formWords } from '../i18n/form.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { QueuedNote } from '../queue/late-parts.ts';
import { ReuseBar } from '../reuse/reuse-bar.tsx';
import { DraftTools } from './draft-tools.tsx';
import type { Filling } from './load.ts';
import { NextSteps } from './next-steps.tsx';
import { useSubmit } from './use-submit.ts';

/** A form that begins empty has nothing to say about where it came from. */
const OpenedNote = fetched(async () => (await import('./opened-note.tsx')).OpenedNote);

/** Few processes take values over from the last case. */
const PrefillOffer = fetched(async () => (await import('../reuse/prefill-offer.tsx')).PrefillOffer);

/** The form of a process, from its first letter to the case it becomes. */
export function FillForm({ filling }: { readonly filling: Filling }) {
  const { process, store, keeper, directory, opened } = filling;
  const locale = useLocale();
  const words = useWords(formWords);
  const form = process.forms.find(({ id }) => id === process.start.form);
  const scope: ReadScope = useMemo(
    () => ({ directory, ledgers: process.environment.ledgers, references: {}, caseId: undefined }),
    [directory, process],
  );
  useDraft(store, keeper);
  const lookups = useMemo(() => createLookups(store, api, process), [store, process]);
  useEffect(() => lookups.follow(), [lookups]);
  useDraftAddress(filling);

  const { summary, problem, busy, submit, queued, goOn } = useSubmit(filling, lookups);

  if (!process.mayStart)
    return <EmptyState icon="shield" title={pick(process.title, locale)} text={words.cannotStart} />;
  return (
    <ReadingIn scope={scope}>
      <FillingIn store={store}>
        <ChecksContext value={process.checks}>
          <div className="fill">
            <header className="fill-head">
              <h1>{pick(process.title, locale)}</h1>
              {process.help !== undefined && <p className="soft">{pick(process.help, locale)}</p>}
              <p className="soft small">{words.startHint}</p>
              <ReuseBar process={process.id} values={() => store.writable(process.initial)}>
                {process.start.prefill !== undefined && (
                  <PrefillOffer
                    path={`/api/processes/${process.id}/prefill`}
                    atOnce={process.start.prefill === 'automatic' && opened.from === 'new'}
                  />
                )}
              </ReuseBar>
            </header>
            {opened.from !== 'new' && <OpenedNote opened={opened} version={process.version} />}
            <form
              className="fill"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                if (!busy && queued === undefined) void submit();
              }}
            >
              <ErrorSummary box={summary} />
              {problem !== undefined && problem.code !== 'invalid-values' && <ErrorNote problem={problem} />}
              <div className="fill" inert={queued !== undefined}>
                {form !== undefined && <FormSections form={form} />}
              </div>
              <NextSteps process={process} store={store} />
              {queued !== undefined && <QueuedNote item={queued} onCancel={goOn} />}
              <div className="action-bar" hidden={queued !== undefined}>
                <DraftStatus keeper={keeper} />
                <DraftTools keeper={keeper} />
                <div id={BAR_PLACE} className="form-bar" />
                <Button type="submit" tone="primary" icon="send" busy={busy}>
                  {busy
                    ? words.submitting
                    : process.start.words?.submit
                      ? pick(process.start.words.submit, locale)
                      : words.submit}
                </Button>
              </div>
            </form>
          </div>
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
