import { useMemo, useRef, useState } from 'react';
import type { Problem, PublicFormView, PublicReceived, SendPublic } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { serverIssues } from '../form/server-issues.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { forgetTyped } from './kept.ts';
import type { Prepared } from './prepare.ts';
import { solve } from './solve.ts';

type Challenge = PublicFormView['challenge'];
type Worked = { readonly ticket: string; readonly solution: Promise<string>; readonly ready: number };

/** A ticket and the work for it, begun at once. */
const work = (challenge: Challenge): Worked => ({
  ticket: challenge.ticket,
  solution: solve(challenge),
  ready: Date.now() + challenge.wait,
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Sends the form. The receipt is chosen here, so that an answer that is lost on the way loses nothing. */
export function useSend(token: string, { view, store }: Prepared, onSent: (receipt: string) => void) {
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const receipt = useMemo(newKey, []);
  const worked = useRef<Worked>(undefined);
  worked.current ??= work(view.challenge);

  const deliver = async (website: string) => {
    const { ticket, solution, ready } = worked.current ?? work(view.challenge);
    const solved = await solution;
    await pause(ready - Date.now());
    const values = store.writable(view.initial);
    const body: SendPublic = { token, ticket, solution: solved, receipt, version: view.version, values };
    return api.post<PublicReceived>('/api/public/submissions', website === '' ? body : { ...body, website });
  };
  /** A ticket grows old while a page lies open: another one is worked for, and the form is sent again. */
  const renewed = async (website: string) => {
    const opened = await api.post<PublicFormView>('/api/public/form', { token });
    if (!opened.ok) return opened;
    worked.current = work(opened.value.challenge);
    return deliver(website);
  };
  const send = async (website: string): Promise<boolean> => {
    setProblem(undefined);
    if (store.check().length > 0) return false;
    setBusy(true);
    const first = await deliver(website);
    const answer = !first.ok && first.problem.code === 'bad-ticket' ? await renewed(website) : first;
    setBusy(false);
    // Already there: an earlier try has arrived, and only its answer was lost.
    if (answer.ok || answer.problem.code === 'already-sent') {
      forgetTyped(token);
      onSent(receipt);
      return true;
    }
    store.accept(serverIssues(answer.problem, locale));
    setProblem(answer.problem);
    return false;
  };
  return { busy, problem, send };
}
