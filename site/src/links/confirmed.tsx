import { useState } from 'react';
import type { Problem } from '../../../schemas/generated/api.ts';
import type { Answer } from '../api/answer.ts';
import { Button, type ButtonTone } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/states.tsx';

interface ConfirmedProps<T> {
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly keep: string;
  readonly tone: ButtonTone;
  readonly act: () => Promise<Answer<T>>;
  readonly onDone: (value: T) => void;
}

/** A button whose work is done after one more question. */
export function Confirmed<T>({ label, title, text, keep, tone, act, onDone }: ConfirmedProps<T>) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const carryOut = async () => {
    setBusy(true);
    const answer = await act();
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setAsking(false);
    onDone(answer.value);
  };
  const foot = (
    <>
      <Button onClick={() => setAsking(false)}>{keep}</Button>
      <Button tone={tone} busy={busy} onClick={() => void carryOut()}>
        {label}
      </Button>
    </>
  );
  return (
    <>
      <Button onClick={() => setAsking(true)}>{label}</Button>
      <Dialog open={asking} title={title} onClose={() => setAsking(false)} foot={foot}>
        <p>{text}</p>
        {problem && <ErrorNote problem={problem} />}
      </Dialog>
    </>
  );
}
