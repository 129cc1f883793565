import { useCallback, useEffect, useState } from 'react';
import type { CaseView, EntryList, Problem } from '../../../schemas/generated/api.ts';
import { localProblem } from '../api/answer.ts';
import { api } from '../api/api.ts';
import { loadFormWords } from '../form/load-words.ts';
import { caseWords } from '../i18n/case.ts';
import { useLocale } from '../i18n/use-locale.tsx';

/** What a sheet is made of. */
export type Printed = { readonly view: CaseView; readonly entries: EntryList };
export type PrintState = { readonly printed?: Printed; readonly problem?: Problem };

const idInAddress = (): string => new URLSearchParams(location.search).get('case') ?? '';

async function read(id: string): Promise<PrintState> {
  if (id === '') return { problem: localProblem('not-readable', 404) };
  const path = `/api/cases/${encodeURIComponent(id)}`;
  const [view, entries] = await Promise.all([api.get<CaseView>(path), api.get<EntryList>(`${path}/events`)]);
  if (!view.ok) return { problem: view.problem };
  return entries.ok ? { printed: { view: view.value, entries: entries.value } } : { problem: entries.problem };
}

/** The case the address names with its history. Reading it on paper is reading it: the history says who did. */
export function usePrint(): PrintState & { readonly reload: () => void } {
  const locale = useLocale();
  const [state, setState] = useState<PrintState>({});
  const load = useCallback(async () => {
    setState({});
    const words = loadFormWords(locale, caseWords);
    const found = await read(idInAddress());
    setState((await words) ? found : { problem: localProblem('no-answer') });
    const { printed } = found;
    if (printed !== undefined) void api.post(`/api/cases/${printed.view.id}/views`, { version: printed.view.version });
  }, [locale]);
  useEffect(() => void load(), [load]);
  return { ...state, reload: () => void load() };
}
