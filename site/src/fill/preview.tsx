import { useCallback, useEffect, useRef, useState } from 'react';
import type { PreviewView, ProcessView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Picture } from '../case/picture.tsx';
import { Button } from '../components/button.tsx';
import { EDITED, type FormStore } from '../form/store.ts';
import { caseWords } from '../i18n/case.ts';
import { useWords } from '../i18n/use-locale.tsx';

export type PreviewProps = { readonly process: ProcessView; readonly store: FormStore };

/** The preview follows a pause in typing. */
const PAUSE_MS = 1500;

type State = 'asking' | 'fresh' | 'stale' | 'failed';

/** The path the case would take with what is filled in now; without a network the one it takes in general. */
export function Preview({ process, store }: PreviewProps) {
  const words = useWords(caseWords);
  const { view, state, ask } = usePreview(process, store);
  const note = { asking: undefined, fresh: words.previewNow, stale: words.previewStale, failed: words.previewFailed }[
    state
  ];
  const { picture, people } = view ?? process;
  return (
    <>
      <p className="soft small" role="status">
        {note}
      </p>
      {state !== 'fresh' && (
        <Button busy={state === 'asking'} onClick={() => void ask()}>
          {words.previewRefresh}
        </Button>
      )}
      <Picture nodes={picture} people={people} />
    </>
  );
}

function usePreview(process: ProcessView, store: FormStore) {
  const [view, setView] = useState<PreviewView>();
  const [state, setState] = useState<State>('asking');
  const asked = useRef(0);
  const ask = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    setState('asking');
    const values = store.writable(process.initial);
    const answer = await api.post<PreviewView>(`/api/processes/${process.id}/preview`, { values });
    if (mine !== asked.current) return;
    setView(answer.ok ? answer.value : undefined);
    setState(answer.ok ? 'fresh' : 'failed');
  }, [process, store]);
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const leave = store.subscribe(EDITED, () => {
      setState('stale');
      clearTimeout(pause);
      pause = setTimeout(() => void ask(), PAUSE_MS);
    });
    void ask();
    return () => {
      asked.current += 1;
      clearTimeout(pause);
      leave();
    };
  }, [store, ask]);
  return { view, state, ask };
}
