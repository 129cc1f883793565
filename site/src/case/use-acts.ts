import { useEffect, useRef, useState } from 'react';
import type { CaseView, Problem, TaskView } from '../../../schemas/generated/api.ts';
import { type Difference, differences } from '../form/differences.ts';
import { goTo, goToSummary } from '../form/go-to.ts';
import type { createLookups } from '../form/lookup-sync.ts';
import { mergeEdits } from '../form/merge-edits.ts';
import { serverIssues } from '../form/server-issues.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { useQueued } from '../queue/use-queued.ts';
import { type ActInput, commandOf, emptyInput, needsOf } from './act-input.ts';
import type { Act } from './actions.ts';
import { ActChoices } from './late-choices.ts';
import type { OpenTask } from './open-task.ts';
import { type Overlap, overlapsIn } from './overlaps.ts';
import type { Carried, TaskAreaProps } from './task-area.tsx';
import { type CommandResult, resultOf, useCommand } from './use-command.ts';

type Acting = Pick<TaskAreaProps, 'view' | 'act' | 'onAct' | 'onDone' | 'onChanged'> &
  Pick<OpenTask, 'store' | 'keeper'> & {
    readonly task: TaskView | undefined;
    readonly carried: Carried | undefined;
    readonly lookups: ReturnType<typeof createLookups>;
    readonly onCarry: (carried: Carried | undefined) => void;
    /** The step was taken away while I wrote this. */
    readonly onLost: (opinion: string) => void;
  };

/** Acts that leave what is open as it is: nothing is said about them beside what they show. */
const QUIET: ReadonlySet<Act | 'submit'> = new Set(['comment', 'consult', 'reply', 'urge']);

/** Opens the dialogs of actions, sends what they ask for, and shows what stands against it. */
export function useActs({ view, task, act, onAct, onDone, onChanged, store, keeper, lookups, ...rest }: Acting) {
  const { carried, onCarry, onLost } = rest;
  const locale = useLocale();
  const { busy, send } = useCommand(view, keeper.id);
  const [input, setInput] = useState<ActInput>(carried?.input ?? emptyInput);
  const [problem, setProblem] = useState<Problem>();
  const [changed, setChanged] = useState<readonly Difference[] | undefined>(carried?.changed);
  const [overlaps, setOverlaps] = useState<readonly Overlap[]>(carried?.overlaps ?? []);
  const summary = useRef<HTMLDivElement>(null);
  const filling = task?.form !== undefined;
  // Who decides reads first; who fills in begins at once.
  const deciding = task !== undefined && task.kind === 'approve';

  const toSummary = () => goToSummary(summary);
  /** Whether nothing in my form stands against going on; what does is then shown. */
  const isReady = async (): Promise<boolean> => {
    if (filling) await lookups.settle();
    const [first] = store.check();
    // Once the summary stands above the form and has moved it.
    if (first !== undefined && deciding) requestAnimationFrame(() => goTo(first.key));
    else if (first !== undefined) toSummary();
    return first === undefined;
  };
  const open = async (next: Act, preset: Partial<ActInput> = {}) => {
    setProblem(undefined);
    setChanged(undefined);
    setInput({ ...emptyInput, opinion: input.opinion, ...preset });
    // The dialog opens in its full size: a button that moves under the finger is pressed in vain.
    if (needsOf(next).length > 0) await ActChoices.preload();
    if (next !== 'agree' || (await isReady())) onAct(next);
  };
  /** The case is no longer what was on the page: shows what it is now, with what was written here. */
  const meet = (present: CaseView, reason: Problem) => {
    const mine = present.tasks.find(({ step }) => step === task?.step);
    const difference = differences(present.forms, view.values, present.values);
    if (task === undefined || mine?.round === task.round) {
      setProblem(reason);
      setChanged(reason.code === 'held' || reason.code === 'taken' ? undefined : difference);
      setOverlaps(overlapsIn(reason));
      void keeper.resume();
    } else {
      const values = mergeEdits(view.values, store.writable(view.values), present.values);
      keeper.stop();
      if (mine === undefined) {
        onAct(undefined);
        onLost(input.opinion);
      } else onCarry({ step: task.step, input, values, changed: difference, overlaps: overlapsIn(reason) });
    }
    onChanged(present);
  };
  const settle = (result: CommandResult | undefined, what: Act | 'submit') => {
    if (result === undefined) return;
    if (result.kind === 'done') {
      if (!QUIET.has(what)) keeper.stop();
      onCarry(undefined);
      onAct(undefined);
      setInput(emptyInput);
      void onDone(QUIET.has(what) ? undefined : what === 'submit' ? 'submit' : 'act');
      return;
    }
    if (result.kind === 'queued') return onAct(undefined);
    if (result.kind === 'moved') return meet(result.present, result.problem);
    setProblem(result.problem);
    void keeper.resume();
    if (result.problem.code === 'invalid-values') {
      onAct(undefined);
      store.accept(serverIssues(result.problem, locale));
      toSummary();
    }
  };
  const queued = useQueued(
    ({ about }) => about.case === view.id,
    (answer, { about }) =>
      void resultOf(view.id, answer).then((result) => settle(result, about.act === 'start' ? 'submit' : about.act)),
  );
  const isQueued = queued?.about.draft !== undefined;
  useEffect(() => {
    if (isQueued) void keeper.pause();
  }, [isQueued, keeper]);
  const goOn = () => void keeper.resume();
  const sendAct = async (what: Act) => {
    const agrees = what === 'agree' || (what === 'addSigners' && input.place === 'after');
    if (agrees && what !== 'agree' && !(await isReady())) return onAct(undefined);
    if (agrees) await keeper.pause();
    const values = agrees ? store.writable(view.values) : {};
    settle(await send(commandOf(what, task, input, { values, base: view.version })), what);
  };
  const submit = async () => {
    setProblem(undefined);
    setChanged(undefined);
    if (task === undefined || !(await isReady())) return;
    await keeper.pause();
    const values = store.writable(view.values);
    settle(await send({ do: 'submit', step: task.step, seen: task.seen, base: view.version, values }), 'submit');
  };
  const close = () => onAct(undefined);
  return {
    ...{ busy, input, setInput, problem, changed, overlaps, summary, deciding, open, sendAct, submit, close },
    ...{ queued, goOn },
    act,
    closeOverlaps: () => setOverlaps([]),
  };
}
