import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseCommandBody, CaseView, CommandOutcome, Problem } from '../../../schemas/generated/api.ts';
import type { Answer } from '../api/answer.ts';
import { api } from '../api/api.ts';
import { createSubmission } from '../form/submission.ts';
import type { About } from '../queue/item.ts';
import { queueAttempt } from '../queue/queue.ts';

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
  | { readonly kind: 'queued' }
  | { readonly kind: 'moved'; readonly present: CaseView; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** The state of the case that a refusal brought along, or as it is when asked now. */
async function presentState(id: string, problem: Problem): Promise<CaseView | undefined> {
  if (problem.present !== undefined) return problem.present;
  const answer = await api.get<CaseView>(`/api/cases/${id}`);
  return answer.ok ? answer.value : undefined;
}

/** What can wait for the network: decisions, and words. Whatever moves seats about is asked again. */
const CAN_WAIT: ReadonlySet<CaseCommandBody['do']> = new Set([
  'submit',
  'agree',
  'reject',
  'return',
  'abstain',
  'advise',
  'comment',
  'reply',
]);

/** What an answer means for the page of the case. */
export const resultOf = async (caseId: string, answer: Answer<CommandOutcome>): Promise<CommandResult> =>
  answer.ok ? { kind: 'done' } : refusal(caseId, answer.problem);

/** Sends commands to a case, one at a time. `draft`: what holds the values of the form. */
export function useCommand(view: CaseView, draft: string) {
  const { id } = view;
  const [busy, setBusy] = useState(false);
  const submissions = useRef(new Map<string, ReturnType<typeof submissionTo>>());
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });
  const send = useCallback(
    async (body: CaseCommandBody): Promise<CommandResult | undefined> => {
      const submit =
        submissions.current.get(body.do) ?? submissionTo(id, () => aboutOf(latest.current, body.do, draft));
      submissions.current.set(body.do, submit);
      setBusy(true);
      const answer = await submit(body);
      if (answer === undefined) return undefined;
      const result = answer === 'queued' ? ({ kind: 'queued' } as const) : await resultOf(id, answer);
      setBusy(false);
      return result;
    },
    [id, draft],
  );
  return { busy, send };
}

const aboutOf = ({ id, process, subject, number }: CaseView, act: About['act'], draft: string): About => ({
  act,
  title: process.title,
  subject: subject || number,
  case: id,
  ...(act === 'submit' || act === 'agree' ? { draft } : {}),
});

function submissionTo(caseId: string, about: () => About) {
  const path = `/api/cases/${caseId}/commands`;
  const wait = queueAttempt(path, about);
  return createSubmission(
    (body: CaseCommandBody, key) => api.post<CommandOutcome>(path, body, { key }),
    async (attempt, problem) => CAN_WAIT.has(attempt.body.do) && wait(attempt, problem),
  );
}

async function refusal(caseId: string, problem: Problem): Promise<CommandResult> {
  if (!MOVED_ON.has(problem.code)) return { kind: 'refused', problem };
  const present = await presentState(caseId, problem);
  return present === undefined ? { kind: 'refused', problem } : { kind: 'moved', present, problem };
}
