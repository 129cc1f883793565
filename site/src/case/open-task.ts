import { initialValues, type Values } from '#engine';
import type { CaseView, SessionView, TaskView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { createDraftKeeper, type DraftKeeper } from '../form/draft-keeper.ts';
import { withFirstRows } from '../form/first-rows.ts';
import { mergeValues } from '../form/merge-values.ts';
import { buildModel } from '../form/model.ts';
import { createFormStore, type FormStore } from '../form/store.ts';
import { readCopy } from '../session/local-copy.ts';
import { serverNow } from '../session/session.ts';
import { caseFacts } from './case-facts.ts';

export type OpenTask = {
  readonly store: FormStore;
  readonly keeper: DraftKeeper;
  /** Nobody has typed anything yet. */
  readonly begunAnew: boolean;
  /** The values of the case with what somebody typed over them. */
  readonly settled: (view: CaseView, typed: CaseView['values']) => Values;
};

const MOST_ID = 64;

/** The same task has the same draft on every machine. */
const draftIdOf = (view: CaseView, task: TaskView | undefined): string =>
  task?.draft?.id ??
  `task-${view.id}-${task?.step ?? 'none'}-${task?.round ?? 0}`.replaceAll(/[^\w-]/g, '-').slice(-MOST_ID);

/** Makes a task ready to be filled in: its form, with what was typed in an earlier round or the draft that was begun. */
export function openTask(
  view: CaseView,
  task: TaskView | undefined,
  session: SessionView,
  carried: CaseView['values'] | undefined,
): OpenTask {
  const model = buildModel(view.forms, view.checks, view.environment);
  const facts = caseFacts(view, session);
  const id = draftIdOf(view, task);
  const copy = readCopy(id, session.person.id);
  const settled: OpenTask['settled'] = (present, typed) => {
    const merged = mergeValues(present.values, typed);
    return task?.form === undefined
      ? merged
      : initialValues(model, task.form, merged, { ...facts, references: present.references });
  };
  const editable = new Set(task?.edit);
  const begun = carried ?? copy?.values ?? task?.draft?.values;
  const opened = settled(view, begun ?? {});
  const form = begun === undefined ? task?.form : undefined;
  const isNew = form !== undefined && view.values[form] === undefined;
  const values = isNew ? withFirstRows(model, form, opened, facts, editable) : opened;
  const store = createFormStore({ model, values, facts, editable });
  const keeper = createDraftKeeper({
    id,
    person: session.person.id,
    client: api,
    about: {
      process: view.process.id,
      version: view.process.version,
      case: view.id,
      ...(task === undefined ? {} : { step: task.step }),
    },
    values: () => store.writable(view.values),
    revision: copy?.revision ?? task?.draft?.revision,
    now: serverNow,
  });
  if (carried !== undefined) keeper.changed();
  return { store, keeper, settled, begunAnew: begun === undefined };
}
