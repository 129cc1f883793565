import { type FormEvent, useId, useRef, useState } from 'react';
import type { CommandOutcome, ExcuseDuty, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
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
      <Reason value={reason} missing={missing} onChange={setReason} />
      <Button type="submit" tone="return" busy={busy}>
        {busy ? words.sending : words.excuse}
      </Button>
    </form>
  );
}

interface ReasonProps {
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
}

function Reason({ value, missing, onChange }: ReasonProps) {
  const words = useWords(dutyWords);
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {words.reason}
        <span className="field-required" aria-hidden="true">
          *
        </span>
      </label>
      <textarea
        id={id}
        className="input input-long"
        rows={3}
        maxLength={1000}
        value={value}
        aria-required
        aria-invalid={missing || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={missing ? 'field-issue' : 'field-help'}>
        {missing ? words.reasonMissing : words.reasonHint}
      </p>
    </div>
  );
}
