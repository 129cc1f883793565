import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseView, Problem, TaskView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/states.tsx';
import { ConflictGate } from '../form/conflict-gate.tsx';
import { differences } from '../form/differences.ts';
import { DraftStatus } from '../form/draft-status.tsx';
import { ErrorSummary, goTo } from '../form/error-summary.tsx';
import { ChecksContext } from '../form/issue-list.tsx';
import { domId } from '../form/keys.ts';
import { createLookups } from '../form/lookup-sync.ts';
import { FillingIn } from '../form/scope.tsx';
import { serverIssues } from '../form/server-issues.ts';
import { useDraft } from '../form/use-draft.ts';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { ActDialog } from './act-dialog.tsx';
import { ActionBar } from './action-bar.tsx';
import { type Act, type ActInput, commandOf, emptyInput, minorActs } from './actions.ts';
import { type OpenTask, openTask } from './open-task.ts';
import type { Carried, TaskAreaProps } from './task-area.tsx';
import { TaskForm, TaskLine } from './task-form.tsx';
import { type CommandResult, useCommand } from './use-command.ts';

type TaskPanelProps = TaskAreaProps & {
  readonly task: TaskView | undefined;
  readonly carried: Carried | undefined;
  readonly onCarry: (carried: Carried | undefined) => void;
  /** The step was taken away while I wrote this. */
  readonly onLost: (opinion: string) => void;
};

/** One task: its form, and the actions with their dialogs. */
export function TaskPanel(props: TaskPanelProps) {
  const { view, session, task, carried, act, onAct: setAct, onDone, onChanged } = props;
  const locale = useLocale();
  const words = useWords(caseWords);
  const [{ store, keeper, settled }] = useState(() => openTask(view, task, session, carried?.values));
  const { busy, send } = useCommand(view.id);
  const [input, setInput] = useState<ActInput>(carried?.input ?? emptyInput);
  const [problem, setProblem] = useState<Problem>();
  const [changed, setChanged] = useState(carried?.changed);
  const summary = useRef<HTMLDivElement>(null);
  const form = view.forms.find(({ id }) => id === task?.form);
  // Who decides reads first; who fills in begins at once.
  const deciding = task?.actions.includes('agree') === true;
  useDraft(store, keeper);
  usePresentValues({ store, keeper, settled }, view);
  const lookups = useMemo(() => createLookups(store, api, view.process), [store, view.process]);
  useEffect(() => (form === undefined ? undefined : lookups.follow()), [lookups, form]);

  const toSummary = () => {
    summary.current?.focus({ preventScroll: true });
    summary.current?.scrollIntoView({ block: 'start' });
  };
  /** Whether nothing in my form stands against going on; what does is then shown. */
  const isReady = async (): Promise<boolean> => {
    if (form !== undefined) await lookups.settle();
    const [first] = store.check();
    // Once the summary stands above the form and has moved it.
    if (first !== undefined && deciding) requestAnimationFrame(() => goTo(domId(first.key)));
    else if (first !== undefined) toSummary();
    return first === undefined;
  };
  const open = async (next: Act) => {
    setProblem(undefined);
    setChanged(undefined);
    if (next !== 'agree' || (await isReady())) setAct(next);
  };
  /** The case is no longer what was on the page: shows what it is now, with what was written here. */
  const meet = (present: CaseView, reason: Problem) => {
    const mine = present.tasks.find(({ step }) => step === task?.step);
    const difference = differences(present.forms, view.values, present.values);
    if (task === undefined || mine?.round === task.round) {
      setProblem(reason);
      setChanged(difference);
      void keeper.flush();
    } else {
      const values = store.writable(view.values);
      keeper.stop();
      if (mine === undefined) {
        setAct(undefined);
        props.onLost(input.opinion);
      } else props.onCarry({ step: task.step, input, values, changed: difference });
    }
    onChanged(present);
  };
  const settle = (result: CommandResult | undefined, what: Act | 'submit') => {
    if (result === undefined) return;
    if (result.kind === 'done') {
      if (what !== 'comment') keeper.stop();
      props.onCarry(undefined);
      setAct(undefined);
      setInput(emptyInput);
      void onDone(what === 'comment' ? undefined : what === 'submit' ? 'submit' : 'act');
      return;
    }
    if (result.kind === 'moved') return meet(result.present, result.problem);
    setProblem(result.problem);
    void keeper.flush();
    if (result.problem.code === 'invalid-values') {
      setAct(undefined);
      store.accept(serverIssues(result.problem, locale));
      toSummary();
    }
  };
  const sendAct = async (what: Act) => {
    if (what === 'agree') await keeper.pause();
    settle(await send(commandOf(what, task, input, what === 'agree' ? store.writable(view.values) : {})), what);
  };
  const submit = async () => {
    setProblem(undefined);
    setChanged(undefined);
    if (task === undefined || !(await isReady())) return;
    await keeper.pause();
    const values = store.writable(view.values);
    settle(await send({ do: 'submit', step: task.step, seen: task.seen, values }), 'submit');
  };

  const bar = (
    <ActionBar
      view={view}
      acts={minorActs(view, task)}
      onAct={(next) => void open(next)}
      status={form !== undefined && <DraftStatus keeper={keeper} />}
      main={
        task !== undefined && (
          <MainButton task={task} busy={busy} onAgree={() => void open('agree')} onSubmit={submit} />
        )
      }
    />
  );
  return (
    <FillingIn store={store}>
      <ChecksContext value={view.checks}>
        {problem !== undefined && act === undefined && problem.code !== 'invalid-values' && (
          <ErrorNote problem={problem} />
        )}
        {deciding && <TaskLine task={task} form={form} />}
        {deciding && props.content}
        {task === undefined && bar}
        {task !== undefined && (
          <div className={deciding ? 'task-place task-after' : 'task-place'}>
            <ErrorSummary box={summary} />
            {form !== undefined && <TaskForm task={task} form={form} marked={!deciding} />}
          </div>
        )}
        {!deciding && props.content}
        {task !== undefined && bar}
        <ConflictGate keeper={keeper} forms={view.forms} settled={({ values }) => settled(view, values)} />
        {act !== undefined && (
          <ActDialog
            key={act}
            {...{ act, view, task, input, busy, problem, changed }}
            onInput={setInput}
            onSend={() => void sendAct(act)}
            onClose={() => setAct(undefined)}
          />
        )}
      </ChecksContext>
      <span className="unseen" role="status">
        {busy ? words.sending : ''}
      </span>
    </FillingIn>
  );
}

/** When the case moved on while the page was open, the present values come under what was typed here. */
function usePresentValues({ store, settled }: OpenTask, view: CaseView) {
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    const typed = store.writable(shown.current.values);
    shown.current = view;
    store.learn({ references: view.references });
    store.replaceValues(settled(view, typed));
  }, [store, settled, view]);
}

type MainButtonProps = {
  readonly task: TaskView;
  readonly busy: boolean;
  readonly onAgree: () => void;
  readonly onSubmit: () => Promise<void>;
};

function MainButton({ task, busy, onAgree, onSubmit }: MainButtonProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  if (task.actions.includes('submit')) {
    return (
      <Button tone="primary" icon="send" busy={busy} onClick={() => void onSubmit()}>
        {task.words?.submit === undefined ? words.submit : pick(task.words.submit, locale)}
      </Button>
    );
  }
  if (!task.actions.includes('agree')) return null;
  return (
    <Button tone="agree" icon="check" busy={busy} onClick={onAgree}>
      {task.words?.agree === undefined ? words.agree : pick(task.words.agree, locale)}
    </Button>
  );
}
