import { useCallback, useRef, useState } from 'react';
import type { CaseCommandBody, CaseView, CommandOutcome, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { createSubmission } from '../form/submission.ts';

/** Refusals that mean: the case is no longer what was on the page. */
const MOVED_ON: ReadonlySet<string> = new Set([
  'content-changed',
  'overlapping-edit',
  'held',
  'taken',
  'stale',
  'conflict',
  'step-moved',
  'not-your-task',
  'not-open',
]);

export type CommandResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'moved'; readonly present: CaseView; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** The state of the case that a refusal brought along, or as it is when asked now. */
async function presentState(id: string, problem: Problem): Promise<CaseView | undefined> {
  if (problem.present !== undefined) return problem.present;
  const answer = await api.get<CaseView>(`/api/cases/${id}`);
  return answer.ok ? answer.value : undefined;
}

/** Sends commands to a case, one at a time. */
export function useCommand(caseId: string) {
  const [busy, setBusy] = useState(false);
  const submissions = useRef(new Map<string, ReturnType<typeof submissionTo>>());
  const send = useCallback(
    async (body: CaseCommandBody): Promise<CommandResult | undefined> => {
      const submit = submissions.current.get(body.do) ?? submissionTo(caseId);
      submissions.current.set(body.do, submit);
      setBusy(true);
      const answer = await submit(body);
      if (answer === undefined) return undefined;
      const result = answer.ok ? ({ kind: 'done' } as const) : await refusal(caseId, answer.problem);
      setBusy(false);
      return result;
    },
    [caseId],
  );
  return { busy, send };
}

const submissionTo = (caseId: string) =>
  createSubmission((body: CaseCommandBody, key) =>
    api.post<CommandOutcome>(`/api/cases/${caseId}/commands`, body, { key }),
  );

async function refusal(caseId: string, problem: Problem): Promise<CommandResult> {
  if (!MOVED_ON.has(problem.code)) return { kind: 'refused', problem };
  const present = await presentState(caseId, problem);
  return present === undefined ? { kind: 'refused', problem } : { kind: 'moved', present, problem };
}
