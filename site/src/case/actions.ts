import type { CaseCommandBody, CaseView, TaskView } from '../../../schemas/generated/api.ts';
import type { ButtonTone } from '../components/button.tsx';
import type { IconName } from '../components/icon.tsx';

/** What one can do to a case through a dialog. */
export type Act = 'agree' | 'return' | 'reject' | 'transfer' | 'withdraw' | 'comment';

export const actLook: Readonly<Record<Act, { readonly icon: IconName; readonly tone: ButtonTone }>> = {
  agree: { icon: 'check', tone: 'agree' },
  return: { icon: 'back', tone: 'return' },
  reject: { icon: 'close', tone: 'reject' },
  transfer: { icon: 'swap', tone: 'normal' },
  withdraw: { icon: 'exit', tone: 'normal' },
  comment: { icon: 'comment', tone: 'normal' },
};

/** The ways to act that stand beside the main one, most used first. */
export function minorActs(view: CaseView, task: TaskView | undefined): readonly Act[] {
  const mine = (['return', 'reject', 'transfer'] as const).filter((act) => task?.actions.includes(act));
  return [...mine, ...(['withdraw', 'comment'] as const).filter((act) => view.may.includes(act))];
}

/** What a dialog was filled in with. */
export type ActInput = { readonly opinion: string; readonly to: string; readonly keep: boolean };

export const emptyInput: ActInput = { opinion: '', to: '', keep: true };

export type Missing = 'opinion' | 'to';

/** What a dialog still lacks. Agreeing is the only act that needs no words. */
export function missingIn(act: Act, { opinion, to }: ActInput): readonly Missing[] {
  const needsTarget = act === 'return' || act === 'transfer';
  return [
    ...(needsTarget && to === '' ? (['to'] as const) : []),
    ...(act !== 'agree' && opinion.trim() === '' ? (['opinion'] as const) : []),
  ];
}

type Values = Extract<CaseCommandBody, { do: 'submit' }>['values'];

/** The command a dialog stands for. */
export function commandOf(
  act: Act,
  task: TaskView | undefined,
  { to, keep, ...input }: ActInput,
  values: Values,
): CaseCommandBody {
  const opinion = input.opinion.trim();
  const step = task?.step ?? '';
  switch (act) {
    case 'agree': {
      const filled = Object.keys(values).length === 0 ? {} : { values };
      return { do: 'agree', step, seen: task?.seen ?? '', ...filled, ...(opinion === '' ? {} : { opinion }) };
    }
    case 'return':
      return { do: 'return', step, to, opinion };
    case 'reject':
      return { do: 'reject', step, opinion };
    case 'transfer':
      return { do: 'transfer', step, to, opinion };
    case 'withdraw':
      return { do: 'withdraw', keep, opinion };
    case 'comment':
      return { do: 'comment', text: opinion };
  }
}
