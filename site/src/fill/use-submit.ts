import { useEffect, useMemo, useRef, useState } from 'react';
import type { CommandOutcome, Problem, StartCase } from '../../../schemas/generated/api.ts';
import type { Answer } from '../api/answer.ts';
import { api } from '../api/api.ts';
import { goToSummary } from '../form/go-to.ts';
import type { createLookups } from '../form/lookup-sync.ts';
import { serverIssues } from '../form/server-issues.ts';
import { createSubmission } from '../form/submission.ts';
import { page } from '../i18n/paths.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { queueAttempt } from '../queue/queue.ts';
import { useQueued } from '../queue/use-queued.ts';
import { firstWords } from './first-words.ts';
import type { Filling } from './load.ts';

type Lookups = Pick<ReturnType<typeof createLookups>, 'settle'>;

/** Submits the form once; without a network it is queued. */
export function useSubmit({ process, store, keeper, draft }: Filling, lookups: Lookups) {
  const locale = useLocale();
  const summary = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const send = useMemo(() => {
    const about = () =>
      ({ act: 'start', title: process.title, subject: firstWords(process, store.values()), draft }) as const;
    return createSubmission(
      (body: StartCase, key) => api.post<CommandOutcome>('/api/cases', body, { key }),
      queueAttempt('/api/cases', about),
    );
  }, [process, store, draft]);

  const toSummary = () => goToSummary(summary);
  const settle = (answer: Answer<CommandOutcome>) => {
    if (answer.ok) {
      keeper.stop();
      location.assign(page('/case/', locale, { id: answer.value.id, done: 'submit' }));
      return;
    }
    setBusy(false);
    void keeper.resume();
    store.accept(serverIssues(answer.problem, locale));
    setProblem(answer.problem);
    toSummary();
  };
  const queued = useQueued(({ about }) => about.draft === draft, settle);
  const isQueued = queued !== undefined;
  useEffect(() => {
    if (isQueued) void keeper.pause();
  }, [isQueued, keeper]);

  const submit = async () => {
    setProblem(undefined);
    // What is wrong now must not be sent because it is put right while ledgers are asked.
    if (store.check().some(({ code }) => code !== 'check-failed')) return toSummary();
    setBusy(true);
    await lookups.settle();
    if (store.check().length > 0) {
      setBusy(false);
      return toSummary();
    }
    await keeper.pause();
    const values = store.writable(process.initial);
    const answer = await send({ process: process.id, version: process.version, values, draft });
    if (answer === undefined) return;
    if (answer === 'queued') return setBusy(false);
    settle(answer);
  };
  const goOn = () => void keeper.resume();
  return { summary, problem, busy, submit, queued, goOn };
}
