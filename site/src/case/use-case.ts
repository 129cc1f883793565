import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseView, Problem } from '../../../schemas/generated/api.ts';
import { type Answer, localProblem } from '../api/answer.ts';
import { api } from '../api/api.ts';
import { fetchViews } from '../fields/rare-views.ts';
import { fetchLayout } from '../form/form-sections.tsx';
import { loadFormWords } from '../form/load-words.ts';
import { actWords } from '../i18n/acts.ts';
import { caseWords } from '../i18n/case.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';

/** What I have just done here; said once, above the case. */
export type Done = 'submit' | 'act';

export type CaseState = {
  readonly view?: CaseView;
  readonly problem?: Problem;
  readonly done: Done | undefined;
  readonly reload: () => void;
  /** A command was carried out: read the case again and say so. */
  readonly finish: (done: Done | undefined) => Promise<void>;
  /** Show another state of the case, which came with a refusal. */
  readonly show: (view: CaseView) => void;
  readonly dismiss: () => void;
};

const idInAddress = (): string => new URLSearchParams(location.search).get('id') ?? '';

/** `?done=submit` came from the fill page; it is said once and taken out of the address. */
function takeDone(): Done | undefined {
  const address = new URL(location.href);
  if (address.searchParams.get('done') !== 'submit') return undefined;
  address.searchParams.delete('done');
  history.replaceState(null, '', address);
  return 'submit';
}

/** What my tasks are filled in with. */
async function fetchControls({ forms, tasks }: CaseView): Promise<boolean> {
  const mine = forms.filter(({ id }) => tasks.some(({ form }) => form === id));
  const [views] = await Promise.all([fetchViews(mine), fetchLayout(mine)]);
  return views;
}

const readCase = async (id: string): Promise<Answer<CaseView>> =>
  id === '' ? { ok: false, problem: localProblem('not-readable', 404) } : api.get<CaseView>(`/api/cases/${id}`);

export function useCase(): CaseState {
  const locale = useLocale();
  const [state, setState] = useState<Pick<CaseState, 'view' | 'problem'>>({});
  const [done, setDone] = useState<Done>();
  const marked = useRef(0);
  const load = useCallback(async () => {
    const words = loadFormWords(locale, caseWords, actWords);
    const answer = await readCase(idInAddress());
    const ready = answer.ok && (await fetchControls(answer.value)) && (await words);
    const problem = answer.ok ? (ready ? undefined : localProblem('no-answer')) : answer.problem;
    await words;
    setState((old) => {
      if (answer.ok && problem === undefined) return { view: answer.value };
      return old.view === undefined && problem !== undefined ? { problem } : old;
    });
  }, [locale]);
  useEffect(() => {
    setDone(takeDone());
    void load();
  }, [load]);
  const { view } = state;
  useEffect(() => {
    if (view === undefined || marked.current === view.version) return;
    marked.current = view.version;
    void api.post(`/api/cases/${view.id}/views`, { version: view.version });
  }, [view]);
  return {
    ...state,
    done,
    reload: () => {
      setState({});
      void load();
    },
    finish: async (what) => {
      setDone(what);
      await load();
      announceChange();
      if (what !== undefined) scrollTo({ top: 0 });
    },
    show: (next) => void fetchControls(next).then(() => setState({ view: next })),
    dismiss: () => setDone(undefined),
  };
}
