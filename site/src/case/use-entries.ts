import { useEffect, useState } from 'react';
import type { CaseView, EntryList, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';

export type Entries = { readonly list?: EntryList; readonly problem?: Problem; readonly retry: () => void };

/** What happened to a case, read again whenever it moved on. */
export function useEntries({ id, version }: CaseView): Entries {
  const [read, setRead] = useState<Omit<Entries, 'retry'>>({});
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version and the round say when to read again
  useEffect(() => {
    let wanted = true;
    void api.get<EntryList>(`/api/cases/${id}/events`).then((answer) => {
      if (wanted) setRead(answer.ok ? { list: answer.value } : { problem: answer.problem });
    });
    return () => {
      wanted = false;
    };
  }, [id, version, round]);
  return { ...read, retry: () => setRound(round + 1) };
}
