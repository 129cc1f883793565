import { type FormEvent, useRef, useState } from 'react';
import type { CommandOutcome, ExcuseDuty, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { TextArea } from '../components/field-frame.tsx';
import { ErrorNote } from '../components/states.tsx';
import { createSubmission } from '../form/submission.ts';
import { dutyWords } from '../i18n/duties.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';

export interface ExcuseFormProps {
  readonly process: string;
  readonly period: string;
  readonly subject: string;
  readonly onDone: () => void;
}

/** Says what excusing does, and asks why. */
export function ExcuseForm({ process, period, subject, onDone }: ExcuseFormProps) {
  const words = useWords(dutyWords);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submission = useRef(
    createSubmission((body: ExcuseDuty, key) =>
      api.post<CommandOutcome>(`/api/duties/${encodeURIComponent(process)}/excuses`, body, { key }),
    ),
  );
  const missing = asked && reason.trim() === '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return;
    setBusy(true);
    const answer = await submission.current({ period, subject, reason });
    if (answer === undefined) return;
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    announceChange();
    onDone();
  };
  return (
    <form className="stack duty-excuse" onSubmit={(event) => void send(event)} noValidate>
      <h3>{words.excuseTitle}</h3>
      <p className="small">{words.excuseText}</p>
      {problem !== undefined && <ErrorNote problem={problem} />}
      <TextArea
        label={words.reason}
        required
        hint={words.reasonHint}
        issue={missing ? words.reasonMissing : undefined}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
      <Button type="submit" tone="return" busy={busy}>
        {busy ? words.sending : words.excuse}
      </Button>
    </form>
  );
}
