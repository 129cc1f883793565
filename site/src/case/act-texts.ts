import type { TaskView } from '../../../schemas/generated/api.ts';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { Act } from './actions.ts';

export type ActTexts = {
  readonly title: string;
  /** What will happen. */
  readonly body: string;
  readonly confirm: string;
  readonly label: string;
  readonly missing: string;
};

/** The words of an action's dialog; a step may have its own for agreeing. */
export function useActTexts(act: Act, task: TaskView | undefined): ActTexts {
  const locale = useLocale();
  const words = useWords(caseWords);
  const step = task === undefined ? '' : pick(task.title, locale);
  const opinion = { label: words.opinion, missing: words.opinionMissing };
  const reason = { label: words.reasonLabel, missing: words.opinionMissing };
  switch (act) {
    case 'agree': {
      const confirm = task?.words?.agree === undefined ? words.agreeConfirm : pick(task.words.agree, locale);
      return { title: words.agreeTitle(step), body: words.agreeBody, confirm, ...opinion };
    }
    case 'return':
      return { title: words.returnTitle, body: words.returnBody, confirm: words.returnConfirm, ...opinion };
    case 'reject':
      return { title: words.rejectTitle, body: words.rejectBody, confirm: words.rejectConfirm, ...reason };
    case 'transfer':
      return { title: words.transferTitle, body: words.transferBody, confirm: words.transferConfirm, ...reason };
    case 'withdraw':
      return { title: words.withdrawTitle, body: words.withdrawBody, confirm: words.withdrawConfirm, ...reason };
    case 'comment':
      return {
        title: words.commentTitle,
        body: words.commentBody,
        confirm: words.commentSend,
        label: words.commentLabel,
        missing: words.commentMissing,
      };
  }
}
