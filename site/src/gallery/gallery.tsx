import { useEffect, useMemo, useRef, useState } from 'react';
import { compileForms } from '#engine';
import type { FormEnvironmentView, ProcessView, SessionView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { CardSkeletons, EmptyState } from '../components/states.tsx';
import { fetchViews } from '../fields/rare-views.ts';
import { ReadValue } from '../fields/read-value.tsx';
import { createDirectory } from '../form/directory.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import { factsOf } from '../form/facts.ts';
import { FormSections, fetchLayout } from '../form/form-sections.tsx';
import { goToSummary } from '../form/go-to.ts';
import { loadFormWords } from '../form/load-words.ts';
import { FillingIn, ReadingIn } from '../form/scope.tsx';
import { createFormStore } from '../form/store.ts';
import { galleryWords } from '../i18n/gallery.ts';
import type { Locale } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession } from '../session/session.ts';
import { type GalleryForm, galleryForm, SOURCE } from './gallery-form.ts';
import { samples } from './samples.ts';
import { type GalleryState, STATES, stateIn } from './states.ts';

/** Lends its calendar and its people. */
const LENDER = 'campaign-approval';
const LEDGERS: FormEnvironmentView['ledgers'] = {
  campaigns: { title: 'campaigns', name: 'name', columns: { name: { type: 'text', title: 'name' } } },
};
const REFERENCES = { 'row-1': { name: '秋季促销' } };

export const Gallery = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Opening />
  </Speaking>
);

function Opening() {
  const session = useSession();
  const locale = useLocale();
  const words = useWords(galleryWords);
  const [process, setProcess] = useState<ProcessView>();
  useEffect(() => {
    void Promise.all([
      api.get<ProcessView>(`/api/processes/${LENDER}`),
      loadFormWords(locale),
      fetchViews([{ fields: Object.fromEntries(samples.map(({ id, field }) => [id, field])) }]),
    ]).then(([answer]) => answer.ok && setProcess(answer.value));
  }, [locale]);
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="page-sub">{words.intro}</p>
      </div>
      {session?.development === false && <EmptyState icon="search" title={words.denied} text={words.deniedText} />}
      {session?.development === true && process === undefined && <CardSkeletons count={3} />}
      {session?.development === true && process !== undefined && <Shown process={process} session={session} />}
    </>
  );
}

type ShownProps = { readonly process: ProcessView; readonly session: SessionView };

function Shown({ process, session }: ShownProps) {
  const locale = useLocale();
  const words = useWords(galleryWords);
  const state = stateIn(new URLSearchParams(location.search));
  const environment = useMemo(() => ({ ...process.environment, ledgers: LEDGERS }), [process]);
  const shown = useMemo(() => galleryForm(state, environment, words.long), [state, environment, words]);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void fetchLayout([shown.form]).then(() => setReady(true));
  }, [shown]);
  const directory = useMemo(() => createDirectory(api, process.people), [process]);
  const scope = useMemo(
    () => ({ directory, ledgers: LEDGERS, references: REFERENCES, caseId: undefined }),
    [directory],
  );
  return (
    <ReadingIn scope={scope}>
      <nav aria-label={words.states} className="gallery-states">
        {STATES.map((each) => (
          <a
            key={each}
            className="chip"
            href={page('/gallery/', locale, { state: each })}
            aria-current={each === state ? 'page' : undefined}
          >
            {words[each]}
          </a>
        ))}
      </nav>
      {ready &&
        (state === 'read' || state === 'empty' ? (
          <Read shown={shown} />
        ) : (
          <Filled {...{ shown, environment, session, state }} />
        ))}
    </ReadingIn>
  );
}

type FilledProps = {
  readonly shown: GalleryForm;
  readonly environment: FormEnvironmentView;
  readonly session: SessionView;
  readonly state: GalleryState;
};

function Filled({ shown: { form, values, source }, environment, session, state }: FilledProps) {
  const words = useWords(galleryWords);
  const summary = useRef<HTMLDivElement>(null);
  const [store] = useState(() => {
    const own = { [form.id]: { title: form.title, fields: form.fields } };
    const forms = source === undefined ? own : { [SOURCE]: { title: SOURCE, fields: source }, ...own };
    const compiled = compileForms(forms, [], environment);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    const facts = factsOf({ environment, today: session.today, starter: session.person.id, references: REFERENCES });
    return createFormStore({ model: compiled.value, values, facts, editable: new Set(compiled.value.nodes.keys()) });
  });
  const [stored, setStored] = useState('{}');
  useEffect(() => {
    if (state === 'wrong') store.check();
    return store.subscribe('*', () => setStored(JSON.stringify(store.values()[form.id] ?? {})));
  }, [store, state, form.id]);
  const check = () => {
    if (store.check().length > 0) goToSummary(summary);
  };
  return (
    <FillingIn store={store}>
      <ErrorSummary box={summary} />
      <FormSections form={form} />
      <p className="gallery-check">
        <Button tone="primary" onClick={check}>
          {words.check}
        </Button>
      </p>
      <output hidden data-values={stored} />
    </FillingIn>
  );
}

function Read({ shown: { form, values } }: { readonly shown: GalleryForm }) {
  const words = useWords(galleryWords);
  return (
    <dl className="gallery-read">
      {samples
        .filter(({ kind }) => kind !== 'heading' && kind !== 'group')
        .map(({ id, kind, name, field }) => (
          <div key={id} className="card">
            <dt className="soft small">{words.kindOf(kind, name)}</dt>
            <dd>
              <ReadValue field={field} value={values[form.id]?.[id]} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
