import type { TaskView } from '../../../schemas/generated/api.ts';
import type { ActKey, ActText } from '../i18n/acts/zh-cn.ts';
import { actWords } from '../i18n/acts.ts';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { Act } from './actions.ts';

const REJECTIONS: Readonly<Record<NonNullable<TaskView['rejects']>, ActKey>> = {
  case: 'reject',
  branch: 'rejectBranch',
  votes: 'rejectVote',
  asker: 'rejectAsked',
};

const keyOf = (act: Act, task: TaskView | undefined): ActKey =>
  act === 'reject' ? REJECTIONS[task?.rejects ?? 'case'] : act;

/** The words of an action's dialog; a step may have its own for agreeing, and rejecting does not always end the case. */
export function useActTexts(act: Act, task: TaskView | undefined): ActText {
  const locale = useLocale();
  const { agreeTitle } = useWords(caseWords);
  const texts = useWords(actWords)[keyOf(act, task)];
  if (act !== 'agree' || task === undefined) return texts;
  const confirm = task.words?.agree === undefined ? texts.confirm : pick(task.words.agree, locale);
  return { ...texts, title: agreeTitle(pick(task.title, locale)), confirm };
}

/** What the button of an action says. */
export function useActName(): (act: Act, task?: TaskView) => string {
  const words = useWords(actWords);
  return (act, task) => words[keyOf(act, task)].name;
}
