import { type FormEvent, useRef, useState } from 'react';
import type { CreatedToken, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';
import { bodyOf, type Entry, emptyEntry, type Issues, issuesIn, missingIn } from './entry.ts';

/** One intention keeps its key until it is changed, so that a repeated press makes one token. */
export function useEntry(onMade: (token: string) => void) {
  const locale = useLocale();
  const [entry, setEntry] = useState<Entry>(emptyEntry);
  const [issues, setIssues] = useState<Issues>({});
  const [problem, setProblem] = useState<Problem>();
  const [lost, setLost] = useState(false);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());

  const change = (part: Partial<Entry>) => {
    key.current = newKey();
    setEntry((old) => ({ ...old, ...part }));
  };
  const refused = (answer: Problem) => {
    const found = issuesIn(answer, locale);
    if (found !== undefined) return setIssues(found);
    // The key is used up: an earlier press made the token, and its answer did not arrive.
    if (answer.code !== 'conflict') return setProblem(answer);
    key.current = newKey();
    setLost(true);
    announceChange();
  };
  const submit = async () => {
    setBusy(true);
    const answer = await api.post<CreatedToken>('/api/tokens', bodyOf(entry), { key: key.current });
    setBusy(false);
    if (!answer.ok) return refused(answer.problem);
    onMade(answer.value.token);
    announceChange();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingIn(entry, locale);
    setIssues(missing);
    setProblem(undefined);
    setLost(false);
    if (Object.keys(missing).length === 0) void submit();
  };
  return { entry, change, issues, problem, lost, busy, send };
}
