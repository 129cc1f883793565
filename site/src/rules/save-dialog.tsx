import { type ReactNode, useId, useRef, useState } from 'react';
import type { Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextArea } from '../components/field-frame.tsx';
import { ErrorNote, Note } from '../components/states.tsx';
import { commonWords } from '../i18n/common.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useWords } from '../i18n/use-locale.tsx';

export interface SaveDialogProps<Saved> {
  /** Where the edition goes: `/api/tables/x/editions`. */
  readonly path: string;
  /** The edition it is made from, as last read. */
  readonly base: number;
  readonly content: Readonly<Record<string, unknown>>;
  /** What a refusal is wrong with, in words. */
  readonly wordsOf: (issue: NonNullable<Problem['issues']>[number]) => string;
  readonly onClose: () => void;
  readonly onSaved: (saved: Saved) => void;
  /** Somebody else was first: what is there now has to be read before it is gone over. */
  readonly onMoved: () => void;
  /** What changes and what that means. */
  readonly children: ReactNode;
}

/** Asks why, saves, and says what kept it from being saved. */
export function SaveDialog<Saved>({
  path,
  base,
  content,
  wordsOf,
  onClose,
  onSaved,
  onMoved,
  children,
}: SaveDialogProps<Saved>) {
  const words = useWords(rulesWords);
  const { cancel } = useWords(commonWords);
  const form = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = useRef(newKey());
  const save = async () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    setBusy(true);
    const answer = await api.post<Saved>(path, { ...content, base, reason }, { key: key.current });
    setBusy(false);
    if (answer.ok) return onSaved(answer.value);
    key.current = newKey();
    if (answer.problem.code === 'stale') return onMoved();
    setProblem(answer.problem);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{cancel}</Button>
      <Button type="submit" form={form} tone="primary" busy={busy}>
        {words.save}
      </Button>
    </>
  );
  return (
    <Dialog open wide title={words.saveTitle} onClose={onClose} foot={foot}>
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {children}
        <TextArea
          label={words.reason}
          required
          maxLength={1000}
          hint={words.reasonHelp}
          issue={missing ? words.reasonMissing : undefined}
          value={reason}
          onChange={setReason}
        />
        {problem?.issues === undefined && problem && <ErrorNote problem={problem} />}
        {problem?.issues && (
          <div role="alert">
            <Note tone="reject" icon="alert">
              {problem.issues.map((issue) => (
                <p key={`${issue.code} ${issue.path}`}>{wordsOf(issue)}</p>
              ))}
            </Note>
          </div>
        )}
      </form>
    </Dialog>
  );
}
