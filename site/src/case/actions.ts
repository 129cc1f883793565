import type { CaseView, TaskView } from '../../../schemas/generated/api.ts';
import type { ButtonTone } from '../components/button.tsx';
import type { IconName } from '../components/icon.tsx';

/** What one can do to a case through a dialog. */
export type Act =
  | 'agree'
  | 'return'
  | 'reject'
  | 'abstain'
  | 'advise'
  | 'claim'
  | 'release'
  | 'transfer'
  | 'addSigners'
  | 'removeSigner'
  | 'delegate'
  | 'consult'
  | 'reply'
  | 'takeBack'
  | 'withdraw'
  | 'urge'
  | 'comment'
  | 'revoke'
  | 'cancel'
  | 'hold'
  | 'resume'
  | 'terminate'
  | 'jump'
  | 'reassign'
  | 'changeDue';

type Look = { readonly icon: IconName; readonly tone: ButtonTone };

export const actLook: Readonly<Record<Act, Look>> = {
  agree: { icon: 'check', tone: 'agree' },
  return: { icon: 'back', tone: 'return' },
  reject: { icon: 'close', tone: 'reject' },
  abstain: { icon: 'person', tone: 'normal' },
  advise: { icon: 'comment', tone: 'primary' },
  claim: { icon: 'inbox', tone: 'normal' },
  release: { icon: 'exit', tone: 'normal' },
  transfer: { icon: 'swap', tone: 'normal' },
  addSigners: { icon: 'people', tone: 'normal' },
  removeSigner: { icon: 'trash', tone: 'normal' },
  delegate: { icon: 'person', tone: 'normal' },
  consult: { icon: 'comment', tone: 'normal' },
  reply: { icon: 'comment', tone: 'normal' },
  takeBack: { icon: 'back', tone: 'normal' },
  withdraw: { icon: 'exit', tone: 'normal' },
  urge: { icon: 'alert', tone: 'normal' },
  comment: { icon: 'comment', tone: 'normal' },
  revoke: { icon: 'close', tone: 'reject' },
  cancel: { icon: 'trash', tone: 'reject' },
  hold: { icon: 'clock', tone: 'normal' },
  resume: { icon: 'right', tone: 'normal' },
  terminate: { icon: 'close', tone: 'reject' },
  jump: { icon: 'branch', tone: 'normal' },
  reassign: { icon: 'swap', tone: 'normal' },
  changeDue: { icon: 'clock', tone: 'normal' },
};

const DECIDING = ['return', 'reject', 'abstain'] as const;
const ASKING = ['claim', 'release', 'transfer', 'addSigners', 'delegate', 'consult'] as const;
const OWN = ['withdraw', 'cancel', 'revoke'] as const;
const STEERING = ['hold', 'resume', 'reassign', 'changeDue', 'jump', 'terminate'] as const;

/** The ways to decide that stand beside the main one, most used first. */
export const decidingActs = (task: TaskView | undefined): readonly Act[] =>
  DECIDING.filter((act) => task?.actions.includes(act));

/** Everything else one may do, in the menu. */
export const minorActs = ({ may, takeBack, removable }: CaseView, task: TaskView | undefined): readonly Act[] => [
  ...ASKING.filter((act) => task?.actions.includes(act)),
  ...(removable.length > 0 ? (['removeSigner'] as const) : []),
  ...(takeBack.length > 0 ? (['takeBack'] as const) : []),
  ...OWN.filter((act) => may.includes(act)),
  ...(may.includes('comment') ? (['comment'] as const) : []),
];

/** What those do who see that cases go on. */
export const steeringActs = ({ may }: CaseView): readonly Act[] => STEERING.filter((act) => may.includes(act));

/** Acts that everybody who reads the case is told of as an administrator's. */
export const isSteering = (act: Act): boolean => STEERING.some((each) => each === act);
