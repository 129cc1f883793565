import { useEffect, useRef, useState } from 'react';
import type { PrefillView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { Note } from '../components/states.tsx';
import { useFormStore } from '../form/scope.tsx';
import { formatDate } from '../i18n/format.ts';
import { reuseWords } from '../i18n/reuse.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { type Filled, fillEmpty, takeOut } from './fill-empty.ts';

export type PrefillOfferProps = {
  /** Where the values come from: `/api/processes/…/prefill` or `/api/cases/…/prefill`. */
  readonly path: string;
  /** At once, without being asked: the definition says so and nothing was begun yet. */
  readonly atOnce: boolean;
};

type State =
  | { readonly kind: 'offered' | 'nothing' | 'undone' }
  | { readonly kind: 'filled'; readonly filled: readonly Filled[] };

/** 带出上期内容: values of the last case, where nothing is filled in yet. */
export function PrefillOffer({ path, atOnce }: PrefillOfferProps) {
  const locale = useLocale();
  const words = useWords(reuseWords);
  const store = useFormStore();
  const [view, setView] = useState<PrefillView>();
  const [state, setState] = useState<State>({ kind: 'offered' });
  const automatic = useRef(atOnce);
  const apply = (given: PrefillView) => {
    const { values, filled } = fillEmpty(store.values(), given.values);
    if (filled.length > 0) store.replaceValues(values);
    setState(filled.length > 0 ? { kind: 'filled', filled } : { kind: 'nothing' });
  };
  const first = useRef(apply);
  useEffect(() => {
    let wanted = true;
    void api.get<PrefillView>(path).then((answer) => {
      if (!wanted || !answer.ok) return;
      setView(answer.value);
      if (automatic.current && answer.value.from !== undefined) first.current(answer.value);
      automatic.current = false;
    });
    return () => {
      wanted = false;
    };
  }, [path]);
  if (view?.from === undefined) return null;
  const { number, endedAt } = view.from;
  const undo = () => {
    if (state.kind === 'filled') store.replaceValues(takeOut(store.values(), state.filled));
    setState({ kind: 'undone' });
  };
  return (
    <div className="reuse-offer" role="status">
      {state.kind === 'filled' ? (
        <Note>
          <p>{words.prefilled(number)}</p>
          <Button icon="back" onClick={undo}>
            {words.undo}
          </Button>
        </Note>
      ) : (
        <>
          <Button icon="copy" onClick={() => apply(view)}>
            {words.prefill}
          </Button>
          <span className="small soft">
            {state.kind === 'nothing'
              ? words.nothingToFill(number)
              : words.prefillHint(number, formatDate(endedAt.slice(0, 10), locale))}
          </span>
        </>
      )}
    </div>
  );
}
