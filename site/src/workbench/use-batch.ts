import { useState } from 'react';
import type { BatchItemResult, BatchResult, DecideBatch, Problem, TaskCard } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { createSubmission } from '../form/submission.ts';

export type Batch = {
  readonly busy: boolean;
  readonly results: readonly BatchItemResult[] | undefined;
  readonly problem: Problem | undefined;
  readonly send: (act: 'agree' | 'reject', opinion: string) => Promise<void>;
};

/** Sends one decision for all the tasks; sent again after a lost answer, each is carried out once. */
export function useBatch(tasks: readonly TaskCard[]): Batch {
  const [busy, setBusy] = useState(false);
  const [results, setResults] = useState<readonly BatchItemResult[]>();
  const [problem, setProblem] = useState<Problem>();
  const [submit] = useState(() =>
    createSubmission((body: DecideBatch, key) => api.post<BatchResult>('/api/batch', body, { key })),
  );
  const send: Batch['send'] = async (act, opinion) => {
    setBusy(true);
    const answer = await submit({ decisions: tasks.flatMap((task) => decisionOf(task, act, opinion)) });
    if (answer === undefined) return;
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setResults(answer.value.results);
  };
  return { busy, results, problem, send };
}

function decisionOf(task: TaskCard, act: 'agree' | 'reject', opinion: string): DecideBatch['decisions'] {
  const { case: shown, step, seen } = task;
  if (shown === undefined || step === undefined || seen === undefined) return [];
  return [{ case: shown.id, step, do: act, seen, ...(opinion.trim() === '' ? {} : { opinion }) }];
}
