import type { AbsenceAction, Action, ExpectAction, WaitAction } from '../../schemas/generated/scenario.ts';
import type { Command } from '../case/command.ts';
import type { StepId } from '../shared/brand.ts';
import type { WorldCase } from './world.ts';

/** What somebody does in a story. */
export type Acting = Exclude<Action, WaitAction | ExpectAction | AbsenceAction>;

type OnCase = Exclude<Acting, { readonly start: unknown }>;

/** The command an action of a story stands for; `values` are those it names. */
export function commandOf(action: OnCase, target: WorldCase, values: unknown): Command {
  const opinion = 'opinion' in action && action.opinion !== undefined ? action.opinion : '';
  const at = (step: string) => step as StepId;
  if ('submit' in action) return { do: 'submit', step: at(action.submit), values };
  if ('agree' in action) return { do: 'agree', step: at(action.agree), values, opinion };
  if ('abstain' in action) return { do: 'abstain', step: at(action.abstain), opinion };
  if ('return' in action) return { do: 'return', step: at(action.return), to: at(action.to), opinion };
  if ('reject' in action) return { do: 'reject', step: at(action.reject), opinion };
  if ('transfer' in action) return { do: 'transfer', step: at(action.transfer), to: action.to, opinion };
  if ('addSigners' in action) {
    const { addSigners: step, place, people } = action;
    return { do: 'addSigners', step: at(step), place, people, opinion, values };
  }
  if ('removeSigner' in action) {
    const step = at(action.removeSigner);
    return { do: 'removeSigner', step, seat: seatOf(target, step, action.person), opinion };
  }
  if ('reassign' in action) {
    const step = at(action.reassign);
    return { do: 'reassign', step, seat: seatOf(target, step, action.person), to: action.to, opinion };
  }
  return more(action, at, opinion);
}

type Rest = Exclude<
  OnCase,
  | { readonly submit: string }
  | { readonly agree: string }
  | { readonly abstain: string }
  | { readonly return: string }
  | { readonly reject: string }
  | { readonly transfer: string }
  | { readonly addSigners: string }
  | { readonly removeSigner: string }
  | { readonly reassign: string }
>;

function more(action: Rest, at: (step: string) => StepId, opinion: string): Command {
  if ('delegate' in action) return { do: 'delegate', step: at(action.delegate), to: action.to, opinion };
  if ('advise' in action) return { do: 'advise', step: at(action.advise), opinion };
  if ('claim' in action) return { do: 'claim', step: at(action.claim) };
  if ('release' in action) return { do: 'release', step: at(action.release) };
  if ('consult' in action) {
    return { do: 'consult', step: at(action.consult), to: action.to, question: action.question ?? '' };
  }
  if ('reply' in action) return { do: 'reply', consultation: action.reply, text: action.text };
  if ('takeBack' in action) return { do: 'takeBack', step: at(action.takeBack), opinion };
  if ('jump' in action) return { do: 'jump', to: at(action.jump), opinion };
  if ('changeDue' in action) return { do: 'changeDue', step: at(action.changeDue), due: action.due, opinion };
  if ('withdraw' in action) return { do: 'withdraw', keep: action.withdraw === 'keep', opinion };
  if ('comment' in action) return { do: 'comment', text: action.comment };
  if ('urge' in action) return { do: 'urge' };
  return { do: whole(action), opinion };
}

/** Acts on the case as a whole that need nothing but a reason. */
function whole(action: object): 'cancel' | 'hold' | 'resume' | 'terminate' | 'revoke' {
  const acts = ['cancel', 'hold', 'resume', 'terminate', 'revoke'] as const;
  const found = acts.find((act) => act in action);
  if (found === undefined) throw new Error(`no such act: ${Object.keys(action).join(', ')}`);
  return found;
}

/** The seat of a person who has not decided yet; 0, which no seat has, when there is none. */
function seatOf({ state }: WorldCase, step: StepId, person: string): number {
  const waits = ['open', 'waiting', 'held'];
  const seat = state.steps[step]?.seats.find((each) => each.person === person && waits.includes(each.status));
  return seat?.id ?? 0;
}
