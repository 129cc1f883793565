import type { FormView, TaskView } from '../../../schemas/generated/api.ts';
import { FormSections } from '../form/form-sections.tsx';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

const TITLE = 'task-title';

type TaskProps = { readonly task: TaskView; readonly form: FormView | undefined };

/** Above what I have to read: that it waits for me, and the way to where I decide. */
export function TaskLine({ task, form }: TaskProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  return (
    <p className="task-line">
      <span className="task-mark">{words.waitingYou}</span>
      <strong>{pick(task.title, locale)}</strong>
      {form !== undefined && <a href={`#${TITLE}`}>{words.toMyForm}</a>}
    </p>
  );
}

type TaskFormProps = {
  readonly task: TaskView;
  readonly form: FormView;
  /** Says that it waits for me, where nothing above says so. */
  readonly marked: boolean;
};

/** My form of the step. */
export function TaskForm({ task, form, marked }: TaskFormProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  return (
    <section className="task" aria-labelledby={TITLE}>
      {marked && <p className="task-mark">{words.waitingYou}</p>}
      <h2 id={TITLE}>
        {pick(task.title, locale)} · {pick(form.title, locale)}
      </h2>
      <FormSections form={form} />
    </section>
  );
}
