import { useState } from 'react';
import type { BatchItemResult, TaskCard } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Summary } from '../components/case-summary.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ProblemSentence } from '../components/problem-sentence.tsx';
import { ErrorNote, Note } from '../components/states.tsx';
import { batchWords } from '../i18n/batch.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { OpinionArea } from '../phrases/opinion-area.tsx';
import type { BatchBarProps } from './batch-bar.tsx';
import { useBatch } from './use-batch.ts';

interface BatchDialogProps extends Pick<BatchBarProps, 'tasks' | 'people' | 'units'> {
  readonly act: 'agree' | 'reject';
  readonly onClose: (decided: boolean) => void;
}

/** Shows what is decided, asks for the opinion, and then what became of each. */
export function BatchDialog({ act, tasks, people, units, onClose }: BatchDialogProps) {
  const words = useWords(batchWords);
  const batch = useBatch(tasks);
  const [opinion, setOpinion] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = act === 'reject' && opinion.trim() === '';
  const { results } = batch;
  const send = () => {
    setAsked(true);
    if (!missing) void batch.send(act, opinion);
  };
  const close = () => onClose(results?.some(({ ok }) => ok) === true);
  return (
    <Dialog
      open
      title={act === 'agree' ? words.agreeTitle(tasks.length) : words.rejectTitle(tasks.length)}
      onClose={close}
      foot={
        results === undefined ? (
          <>
            <Button onClick={close}>{words.cancel}</Button>
            <Button tone={act} busy={batch.busy} onClick={send}>
              {batch.busy ? words.sending : words[act]}
            </Button>
          </>
        ) : (
          <Button tone="primary" onClick={close}>
            {words.close}
          </Button>
        )
      }
    >
      {batch.problem !== undefined && <ErrorNote problem={batch.problem} />}
      {results === undefined ? (
        <>
          <p>{act === 'agree' ? words.agreeBody : words.rejectBody}</p>
          <ul className="batch-list">
            {tasks.map((task) => (
              <li key={task.id}>
                <TaskLine task={task} />
                <Summary fields={task.case?.summary ?? []} people={people} units={units} />
              </li>
            ))}
          </ul>
          <OpinionArea
            act={act}
            label={words.opinion}
            required={act === 'reject'}
            hint={act === 'reject' ? words.opinionRequired : words.opinionHint}
            issue={asked && missing ? words.opinionRequired : undefined}
            value={opinion}
            onChange={setOpinion}
          />
        </>
      ) : (
        <Results tasks={tasks} results={results} />
      )}
    </Dialog>
  );
}

function TaskLine({ task }: { readonly task: TaskCard }) {
  const locale = useLocale();
  const { case: shown, title } = task;
  return (
    <p>
      <strong>{shown?.subject}</strong>{' '}
      <span className="small soft">
        {shown?.number} {title !== undefined && pick(title, locale)}
      </span>
    </p>
  );
}

interface ResultsProps {
  readonly tasks: readonly TaskCard[];
  readonly results: readonly BatchItemResult[];
}

function Results({ tasks, results }: ResultsProps) {
  const words = useWords(batchWords);
  const refused = results.filter(({ ok }) => !ok);
  return (
    <div role="status" className="stack">
      <p>{words.done(results.length - refused.length)}</p>
      {refused.length > 0 && (
        <Note tone="return" icon="alert">
          <p>{words.refused(refused.length)}</p>
          <ul className="batch-list">
            {refused.map((result) => (
              <li key={`${result.case}:${result.step}`}>
                <RefusedLine result={result} task={tasks.find((task) => task.case?.id === result.case)} />
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  );
}

function RefusedLine({ result, task }: { readonly result: BatchItemResult; readonly task: TaskCard | undefined }) {
  const { code = 'unexpected', params } = result;
  const problem = { type: `/problems/${code}`, status: 422, code, ...(params === undefined ? {} : { params }) };
  return (
    <>
      {task !== undefined && <TaskLine task={task} />}
      <ProblemSentence problem={problem} />
    </>
  );
}
