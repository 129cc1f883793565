import { useEffect, useMemo, useRef } from 'react';
import type { Problem } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote, Note } from '../components/states.tsx';
import { BAR_PLACE } from '../form/bar-place.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import { FormSections } from '../form/form-sections.tsx';
import { ChecksContext } from '../form/issue-list.tsx';
import { FillingIn, ReadingIn, type ReadScope } from '../form/scope.tsx';
import { EDITED } from '../form/store.ts';
import { civilDate } from '../i18n/civil.ts';
import { formatDate } from '../i18n/format.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { publicWords } from '../i18n/public.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { forgetTyped, keepTyped } from './kept.ts';
import type { Prepared } from './prepare.ts';
import { publicProblem } from './problem.ts';
import { useSend } from './use-send.ts';

const PAUSE_MS = 400;

interface PublicFormProps {
  readonly token: string;
  readonly prepared: Prepared;
  readonly onSent: (receipt: string) => void;
  readonly onReload: () => void;
}

/** The first form of a process, for somebody without an account. */
export function PublicForm({ token, prepared, onSent, onReload }: PublicFormProps) {
  const { view, store, directory } = prepared;
  const words = useWords(publicWords);
  const summary = useRef<HTMLDivElement>(null);
  const trap = useRef<HTMLInputElement>(null);
  const { busy, problem, send } = useSend(token, prepared, onSent);
  const form = view.forms.find(({ id }) => id === view.form);
  const scope: ReadScope = useMemo(() => ({ directory, ledgers: {}, references: {}, caseId: undefined }), [directory]);
  useKept(token, prepared);
  const clear = () => {
    forgetTyped(token);
    onReload();
  };
  const submit = async () => {
    if (await send(trap.current?.value ?? '')) return;
    summary.current?.focus({ preventScroll: true });
    summary.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <ReadingIn scope={scope}>
      <FillingIn store={store}>
        <ChecksContext value={view.checks}>
          <Head prepared={prepared} onClear={clear} />
          <form
            className="fill"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) void submit();
            }}
          >
            <ErrorSummary box={summary} />
            {problem !== undefined && problem.code !== 'invalid-values' && (
              <Refused problem={problem} onReload={onReload} />
            )}
            {form !== undefined && <FormSections form={form} />}
            <div className="public-trap" aria-hidden="true">
              <label>
                {words.trap}
                <input ref={trap} name="website" tabIndex={-1} autoComplete="off" />
              </label>
            </div>
            <div className="public-bar">
              <div id={BAR_PLACE} className="form-bar" />
              <Button type="submit" tone="primary" icon="send" busy={busy} wide>
                {busy ? words.sending : words.submit}
              </Button>
              <p className="small soft">{words.kept}</p>
            </div>
          </form>
        </ChecksContext>
      </FillingIn>
    </ReadingIn>
  );
}

/** It ends with the first moment of the day after. */
const lastDay = (end: string, zone: string, locale: Locale): string =>
  formatDate(civilDate(Date.parse(end) - 1, zone), locale);

function Head({ prepared, onClear }: { readonly prepared: Prepared; readonly onClear: () => void }) {
  const { view, restored } = prepared;
  const locale = useLocale();
  const words = useWords(publicWords);
  return (
    <header className="public-head stack">
      <h1>{pick(view.title, locale)}</h1>
      {view.help !== undefined && <p className="soft">{pick(view.help, locale)}</p>}
      {view.closesAt !== undefined && (
        <p className="small soft">{words.until(lastDay(view.closesAt, view.environment.calendar.zone, locale))}</p>
      )}
      <section className="public-privacy">
        <h2>{words.privacy}</h2>
        <p>{pick(view.privacy, locale)}</p>
      </section>
      {view.personal && <Note>{words.personal}</Note>}
      {restored && (
        <Note>
          <p>{words.restored}</p>
          <Button tone="plain" onClick={onClear}>
            {words.clear}
          </Button>
        </Note>
      )}
    </header>
  );
}

function Refused({ problem, onReload }: { readonly problem: Problem; readonly onReload: () => void }) {
  const words = useWords(publicWords);
  const name = publicProblem(problem);
  if (name === undefined) return <ErrorNote problem={problem} />;
  const [title, text] = words.problems[name];
  return (
    <div role="alert">
      <Note tone="return" icon="alert">
        <p>
          <strong>{title}</strong> {text}
        </p>
        {name === 'stale' && <Button onClick={onReload}>{words.reload}</Button>}
      </Note>
    </div>
  );
}

/** Keeps what is typed on this device. */
function useKept(token: string, { view, store, shape }: Prepared) {
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const keep = () => keepTyped(token, shape, store.writable(view.initial));
    const leave = store.subscribe(EDITED, () => {
      clearTimeout(pause);
      pause = setTimeout(keep, PAUSE_MS);
    });
    return () => {
      clearTimeout(pause);
      leave();
    };
  }, [token, view, store, shape]);
}
