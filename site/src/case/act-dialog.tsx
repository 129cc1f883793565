import { useState } from 'react';
import type { CaseView, Problem, TaskView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote, Note } from '../components/states.tsx';
import { DifferenceList } from '../form/difference-list.tsx';
import type { Difference } from '../form/differences.ts';
import { caseWords } from '../i18n/case.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { OpinionArea } from '../phrases/opinion-area.tsx';
import { type ActInput, missingIn, needsOf, wordsFor } from './act-input.ts';
import { useActTexts } from './act-texts.ts';
import { type Act, actLook, isSteering } from './actions.ts';
import { ActChoices } from './late-choices.ts';
import type { Names } from './names.ts';
import { ReturnChoice } from './return-choice.tsx';
import { WithdrawChoice } from './withdraw-choice.tsx';

export type ActDialogProps = {
  readonly act: Act;
  readonly view: CaseView;
  readonly task: TaskView | undefined;
  readonly names: Names;
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
  const { act, view, task, names, input, onInput, busy, problem, changed, onSend, onClose } = props;
  const words = useWords(caseWords);
  const texts = useActTexts(act, task);
  const [asked, setAsked] = useState(false);
  const missing = asked ? missingIn(act, input, task) : [];
  const send = () => {
    setAsked(true);
    if (missingIn(act, input, task).length === 0) onSend();
  };
  const { tone, icon } = actLook[act];
  const said = wordsFor(act, task);
  const choices = needsOf(act).filter((need) => need !== 'step-back');
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
      {changed !== undefined && <ChangedNote list={changed} />}
      {problem !== undefined && changed === undefined && <ErrorNote problem={problem} />}
      <p>{texts.body}</p>
      {isSteering(act) && (
        <Note tone="return" icon="alert">
          <p>{words.steeringWarning}</p>
        </Note>
      )}
      {act === 'return' && (
        <ReturnChoice task={task} input={input} onInput={onInput} missing={missing.includes('step-back')} />
      )}
      {choices.length > 0 && <ActChoices {...{ act, view, names, input, onInput, missing }} />}
      {act === 'withdraw' && <WithdrawChoice input={input} onInput={onInput} />}
      {said !== 'none' && (
        <OpinionArea
          act={act}
          rows={4}
          label={texts.label}
          hint={said === 'required' ? words.opinionRequired : words.opinionHint}
          issue={missing.includes('opinion') ? texts.missing : undefined}
          required={said === 'required'}
          value={input.opinion}
          onChange={(opinion) => onInput({ ...input, opinion })}
        />
      )}
      {task !== undefined && act === 'return' && task.returnsLeft !== undefined && (
        <p className="soft small">{words.returnsLeft(task.returnsLeft)}</p>
      )}
    </Dialog>
  );
}

function ChangedNote({ list }: { readonly list: readonly Difference[] }) {
  const words = useWords(caseWords);
  return (
    <div role="alert">
      <Note tone="return" icon="alert">
        <h3>{words.changedTitle}</h3>
        <p>{list.length === 0 ? words.changedNothing : words.changedBody}</p>
        <DifferenceList list={list} before={words.before} after={words.after} />
      </Note>
    </div>
  );
}
