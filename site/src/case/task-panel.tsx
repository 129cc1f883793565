import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseView, TaskView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { fetched } from '../components/fetched.tsx';
import { ErrorNote } from '../components/states.tsx';
import { ConflictGate } from '../form/conflict-gate.tsx';
import { DraftStatus } from '../form/draft-status.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { ChecksContext } from '../form/issue-list.tsx';
import { createLookups } from '../form/lookup-sync.ts';
import { mergeEdits } from '../form/merge-edits.ts';
import { FillingIn } from '../form/scope.tsx';
import { useDraft } from '../form/use-draft.ts';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { QueuedNote } from '../queue/late-parts.ts';
import { ActDialog } from './act-dialog.tsx';
import { useActName } from './act-texts.ts';
import { ActionBar } from './action-bar.tsx';
import { type OpenTask, openTask } from './open-task.ts';
import { applyChoice, type Chosen } from './overlaps.ts';
import type { Carried, TaskAreaProps } from './task-area.tsx';
import { TaskForm, TaskLine } from './task-form.tsx';
import { useActs } from './use-acts.ts';

/** Fetched in the rare case that two people changed the same field. */
const OverlapDialog = fetched(async () => (await import('./overlap-dialog.tsx')).OverlapDialog);

/** Few processes take values over from the last case. */
const PrefillOffer = fetched(async () => (await import('../reuse/prefill-offer.tsx')).PrefillOffer);

type TaskPanelProps = TaskAreaProps & {
  readonly task: TaskView | undefined;
  readonly carried: Carried | undefined;
  readonly onCarry: (carried: Carried | undefined) => void;
  /** The step was taken away while I wrote this. */
  readonly onLost: (opinion: string) => void;
};

/** One task: its form, and the actions with their dialogs. */
export function TaskPanel(props: TaskPanelProps) {
  const { view, session, names, task, carried, wanted } = props;
  const words = useWords(caseWords);
  const [{ store, keeper, settled, begunAnew }] = useState(() => openTask(view, task, session, carried?.values));
  const form = view.forms.find(({ id }) => id === task?.form);
  useDraft(store, keeper);
  usePresentValues({ store, settled }, view);
  const lookups = useMemo(() => createLookups(store, api, view.process), [store, view.process]);
  useEffect(() => (form === undefined ? undefined : lookups.follow()), [lookups, form]);
  const acts = useActs({ ...props, store, keeper, lookups });
  const { act, busy, problem, deciding } = acts;
  useWanted(wanted, acts);

  const take = (chosen: readonly Chosen[]) => {
    for (const each of chosen) applyChoice(store, each);
    acts.closeOverlaps();
    if (act === undefined) void acts.submit();
  };
  const actions = (
    <ActionBar
      view={view}
      task={task}
      onAct={(next) => void acts.open(next)}
      status={form !== undefined && <DraftStatus keeper={keeper} />}
      main={
        task !== undefined &&
        task.actions.length > 0 && (
          <MainButton task={task} busy={busy} onOpen={(next) => void acts.open(next)} onSubmit={acts.submit} />
        )
      }
    />
  );
  const { queued } = acts;
  // Words leave the decision open; a decision that waits is the last thing to do here.
  const decided = queued !== undefined && queued.about.act !== 'comment' && queued.about.act !== 'reply';
  const bar = (
    <>
      {queued !== undefined && <QueuedNote item={queued} onCancel={acts.goOn} />}
      {!decided && actions}
    </>
  );
  return (
    <FillingIn store={store}>
      <ChecksContext value={view.checks}>
        {problem !== undefined && act === undefined && problem.code !== 'invalid-values' && (
          <ErrorNote problem={problem} />
        )}
        {deciding && task !== undefined && <TaskLine task={task} form={form} />}
        {deciding && props.content}
        {task === undefined && bar}
        {task !== undefined && (
          <div className={deciding ? 'task-place task-after' : 'task-place'} inert={decided}>
            <ErrorSummary box={acts.summary} />
            {task.prefill !== undefined && (
              <PrefillOffer path={`/api/cases/${view.id}/prefill`} atOnce={task.prefill === 'automatic' && begunAnew} />
            )}
            {form !== undefined && <TaskForm task={task} form={form} marked={!deciding} />}
          </div>
        )}
        {!deciding && props.content}
        {task !== undefined && bar}
        <ConflictGate keeper={keeper} forms={view.forms} settled={({ values }) => settled(view, values)} />
        {act !== undefined && (
          <ActDialog
            key={act}
            {...{ act, view, task, names, input: acts.input, busy, problem, changed: acts.changed }}
            onInput={acts.setInput}
            onSend={() => void acts.sendAct(act)}
            onClose={acts.close}
          />
        )}
        {acts.overlaps.length > 0 && (
          <OverlapDialog list={acts.overlaps} {...{ view, names }} onChoose={take} onClose={acts.closeOverlaps} />
        )}
      </ChecksContext>
      <span className="unseen" role="status">
        {busy ? words.sending : ''}
      </span>
    </FillingIn>
  );
}

/** Opens the dialog that another part of the page asks for. */
function useWanted(wanted: TaskAreaProps['wanted'], { open }: Pick<ReturnType<typeof useActs>, 'open'>) {
  const answered = useRef(wanted);
  useEffect(() => {
    if (wanted === undefined || answered.current === wanted) return;
    answered.current = wanted;
    void open(wanted.act, wanted.preset);
  }, [wanted, open]);
}

/** When the case moved on while the page was open, the present values come under what was changed here. */
function usePresentValues({ store, settled }: Pick<OpenTask, 'store' | 'settled'>, view: CaseView) {
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    const before = shown.current.values;
    const edits = mergeEdits(before, store.writable(before), view.values);
    shown.current = view;
    store.learn({ references: view.references });
    store.replaceValues(settled(view, edits));
  }, [store, settled, view]);
}

type MainButtonProps = {
  readonly task: TaskView;
  readonly busy: boolean;
  readonly onOpen: (act: 'agree' | 'advise') => void;
  readonly onSubmit: () => Promise<void>;
};

function MainButton({ task, busy, onOpen, onSubmit }: MainButtonProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const nameOf = useActName();
  if (task.actions.includes('submit')) {
    return (
      <Button tone="primary" icon="send" busy={busy} onClick={() => void onSubmit()}>
        {task.words?.submit === undefined ? words.submit : pick(task.words.submit, locale)}
      </Button>
    );
  }
  if (task.actions.includes('advise')) {
    return (
      <Button tone="primary" icon="comment" busy={busy} onClick={() => onOpen('advise')}>
        {nameOf('advise')}
      </Button>
    );
  }
  if (!task.actions.includes('agree')) return null;
  return (
    <Button tone="agree" icon="check" busy={busy} onClick={() => onOpen('agree')}>
      {task.words?.agree === undefined ? nameOf('agree') : pick(task.words.agree, locale)}
    </Button>
  );
}
