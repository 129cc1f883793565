import { useEffect, useState } from 'react';
import type { PhraseList, SavePhrases } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';

const ADDRESS = '/api/phrases';

/** What the company and I often say. `out`: it cannot be had now; `failed`: what was to be kept is not. */
export function usePhrases() {
  const [list, setList] = useState<PhraseList>();
  const [failed, setFailed] = useState(false);
  const [out, setOut] = useState(false);
  useEffect(() => {
    let wanted = true;
    void api.get<PhraseList>(ADDRESS).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setList(answer.value);
      else setOut(true);
    });
    return () => {
      wanted = false;
    };
  }, []);
  /** Changes what is kept now: another page may have kept something since. */
  const change = async (to: (own: readonly string[]) => readonly string[]): Promise<boolean> => {
    const present = await api.get<PhraseList>(ADDRESS);
    const body = (own: readonly string[]): SavePhrases => ({ own: [...own] });
    const answer = present.ok ? await api.put<PhraseList>(ADDRESS, body(to(present.value.own))) : present;
    setFailed(!answer.ok);
    if (answer.ok) setList(answer.value);
    return answer.ok;
  };
  return { list, out, failed, change };
}
