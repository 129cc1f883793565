import { useId, useState } from 'react';
import type { CaseView, Problem, TaskView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote, Note } from '../components/states.tsx';
import { DifferenceList } from '../form/difference-list.tsx';
import type { Difference } from '../form/differences.ts';
import { caseWords } from '../i18n/case.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { useActTexts } from './act-texts.ts';
import { type Act, type ActInput, actLook, missingIn } from './actions.ts';
import { ReturnChoice } from './return-choice.tsx';
import { TransferChoice } from './transfer-choice.tsx';
import { WithdrawChoice } from './withdraw-choice.tsx';

export type ActDialogProps = {
  readonly act: Act;
  readonly view: CaseView;
  readonly task: TaskView | undefined;
  readonly input: ActInput;
  readonly onInput: (input: ActInput) => void;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** What changed since the page was read, when that is why the last attempt was refused. */
  readonly changed: readonly Difference[] | undefined;
  readonly onSend: () => void;
  readonly onClose: () => void;
};

/** Asks for what an action needs and says what it will do before it is done. */
export function ActDialog(props: ActDialogProps) {
  const { act, task, input, onInput, busy, problem, changed, onSend, onClose } = props;
  const words = useWords(caseWords);
  const texts = useActTexts(act, task);
  const [asked, setAsked] = useState(false);
  const missing = asked ? missingIn(act, input) : [];
  const send = () => {
    setAsked(true);
    if (missingIn(act, input).length === 0) onSend();
  };
  const { tone, icon } = actLook[act];
  return (
    <Dialog
      open
      title={texts.title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button tone={tone === 'normal' ? 'primary' : tone} icon={icon} busy={busy} onClick={send}>
            {busy ? words.sending : texts.confirm}
          </Button>
        </>
      }
    >
      {changed !== undefined && (
        <div role="alert">
          <Note tone="return" icon="alert">
            <h3>{words.changedTitle}</h3>
            <p>{changed.length === 0 ? words.changedNothing : words.changedBody}</p>
            <DifferenceList list={changed} before={words.before} after={words.after} />
          </Note>
        </div>
      )}
      {problem !== undefined && changed === undefined && <ErrorNote problem={problem} />}
      <p>{texts.body}</p>
      {act === 'return' && (
        <ReturnChoice task={task} input={input} onInput={onInput} missing={missing.includes('to')} />
      )}
      {act === 'transfer' && <TransferChoice input={input} onInput={onInput} missing={missing.includes('to')} />}
      {act === 'withdraw' && <WithdrawChoice input={input} onInput={onInput} />}
      <Opinion
        label={texts.label}
        hint={act === 'agree' ? words.opinionHint : words.opinionRequired}
        issue={missing.includes('opinion') ? texts.missing : undefined}
        required={act !== 'agree'}
        value={input.opinion}
        onChange={(opinion) => onInput({ ...input, opinion })}
      />
      {task !== undefined && act === 'return' && task.returnsLeft !== undefined && (
        <p className="soft small">{words.returnsLeft(task.returnsLeft)}</p>
      )}
    </Dialog>
  );
}

type OpinionProps = {
  readonly label: string;
  readonly hint: string;
  readonly issue: string | undefined;
  readonly required: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Opinion({ label, hint, issue, required, value, onChange }: OpinionProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {required && (
          <span className="field-required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      <textarea
        id={id}
        className="input input-long"
        rows={4}
        value={value}
        aria-required={required || undefined}
        aria-invalid={issue !== undefined || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={issue === undefined ? 'field-help' : 'field-issue'}>
        {issue ?? hint}
      </p>
    </div>
  );
}
