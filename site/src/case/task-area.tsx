import { type ReactNode, useState } from 'react';
import type { CaseView, EntryList, SessionView } from '../../../schemas/generated/api.ts';
import { Note } from '../components/states.tsx';
import { groupNamed } from '../fields/table-roles.ts';
import type { Difference } from '../form/differences.ts';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { ActInput } from './act-input.ts';
import type { Act } from './actions.ts';
import { AskedNote } from './asked-note.tsx';
import type { Names } from './names.ts';
import type { Overlap } from './overlaps.ts';
import { ReturnedNote } from './returned-note.tsx';
import { TaskPanel } from './task-panel.tsx';
import type { Done } from './use-case.ts';

export type TaskAreaProps = {
  readonly view: CaseView;
  readonly session: SessionView;
  readonly names: Names;
  /** What happened so far, once it is read. */
  readonly entries: EntryList | undefined;
  /** The action whose dialog is open. */
  readonly act: Act | undefined;
  readonly onAct: (act: Act | undefined) => void;
  /** A dialog that another part of the page asks for. */
  readonly wanted: Wanted | undefined;
  readonly onDone: (done: Done | undefined) => Promise<void>;
  readonly onChanged: (view: CaseView) => void;
  /** What is there to read. */
  readonly content: ReactNode;
};

/** An action somebody chose beside the action bar, with what is known of it already. */
export type Wanted = { readonly act: Act; readonly preset: Partial<ActInput> };

/** What was being done to a step when a new round of it began: the new round goes on with it. */
export type Carried = {
  readonly step: string;
  readonly input: ActInput;
  readonly values: CaseView['values'];
  readonly changed: readonly Difference[];
  readonly overlaps: readonly Overlap[];
};

/** My part of the case: what I have to fill in or decide, and everything else I may do. */
export function TaskArea(props: TaskAreaProps) {
  const { view } = props;
  const locale = useLocale();
  const words = useWords(caseWords);
  const [chosen, setChosen] = useState<string>();
  /** What was written for a step that is no longer mine. */
  const [lost, setLost] = useState<string>();
  const [carried, setCarried] = useState<Carried>();
  const task = view.tasks.find(({ step }) => step === chosen) ?? view.tasks[0];
  return (
    <>
      {lost !== undefined && (
        <div role="alert">
          <Note tone="return" icon="alert">
            <p>{words.taskGone}</p>
            {lost !== '' && <blockquote className="entry-opinion">{lost}</blockquote>}
          </Note>
        </div>
      )}
      {view.tasks.length > 1 && (
        <div className="choices" {...groupNamed(words.myTasks)}>
          {view.tasks.map(({ step, title }) => (
            <button key={step} type="button" aria-pressed={step === task?.step} onClick={() => setChosen(step)}>
              {pick(title, locale)}
            </button>
          ))}
        </div>
      )}
      {task !== undefined && props.entries !== undefined && (
        <ReturnedNote task={task} list={props.entries} names={props.names} />
      )}
      {task !== undefined && <AskedNote task={task} view={view} entries={props.entries} names={props.names} />}
      <TaskPanel
        key={task === undefined ? 'none' : `${task.step} ${task.round}`}
        {...props}
        task={task}
        carried={carried?.step === task?.step ? carried : undefined}
        onCarry={setCarried}
        onLost={setLost}
      />
    </>
  );
}
