import type { CaseCommandBody, CaseView, TaskView } from '../../../schemas/generated/api.ts';
import type { Act } from './actions.ts';

export type SignerPlace = Extract<CaseCommandBody, { do: 'addSigners' }>['place'];

/** What a dialog was filled in with. */
export type ActInput = {
  readonly opinion: string;
  /** A step to go to or a person, as the action asks. */
  readonly to: string;
  readonly keep: boolean;
  readonly people: readonly string[];
  readonly place: SignerPlace;
  /** Step and seat, `check 4`. */
  readonly seat: string;
  /** The step whose decision is taken back, or whose deadline moves. */
  readonly step: string;
  readonly due: string;
  readonly consultation: number;
};

export const emptyInput: ActInput = {
  opinion: '',
  to: '',
  keep: true,
  people: [],
  place: 'before',
  seat: '',
  step: '',
  due: '',
  consultation: 0,
};

/** What an action needs to be told beside words. */
export type Need = 'step-back' | 'person' | 'people' | 'target' | 'seat' | 'step' | 'due';
export type Missing = Need | 'opinion';

const NEEDS: Partial<Readonly<Record<Act, readonly Need[]>>> = {
  return: ['step-back'],
  transfer: ['person'],
  delegate: ['person'],
  consult: ['person'],
  addSigners: ['people'],
  removeSigner: ['seat'],
  reassign: ['seat', 'person'],
  jump: ['target'],
  takeBack: ['step'],
  changeDue: ['step', 'due'],
};

export const needsOf = (act: Act): readonly Need[] => NEEDS[act] ?? [];

/** Whether the action is recorded with words, and whether it can do without. */
export function wordsFor(act: Act, task: TaskView | undefined): 'none' | 'optional' | 'required' {
  if (act === 'claim' || act === 'release') return 'none';
  if (act === 'agree') return task?.opinion ?? 'optional';
  return act === 'abstain' || act === 'urge' ? 'optional' : 'required';
}

/** What a dialog still lacks. */
export function missingIn(act: Act, input: ActInput, task: TaskView | undefined): readonly Missing[] {
  const given: Readonly<Record<Need, boolean>> = {
    'step-back': input.to !== '',
    person: input.to !== '',
    people: input.people.length > 0,
    target: input.to !== '',
    seat: input.seat !== '',
    step: input.step !== '',
    due: input.due !== '',
  };
  const words = wordsFor(act, task) === 'required' && input.opinion.trim() === '';
  return [...needsOf(act).filter((need) => !given[need]), ...(words ? (['opinion'] as const) : [])];
}

type Values = Extract<CaseCommandBody, { do: 'submit' }>['values'];

/** What a form was filled in on. */
export type Filled = { readonly values: Values; readonly base: CaseView['version'] };

/** The command a dialog stands for. */
export function commandOf(
  act: Act,
  task: TaskView | undefined,
  { to, people, place, ...input }: ActInput,
  { values, base }: Filled,
): CaseCommandBody {
  const opinion = input.opinion.trim();
  const step = task?.step ?? '';
  const seen = task?.seen ?? '';
  const said = opinion === '' ? {} : { opinion };
  const filled = Object.keys(values).length === 0 ? {} : { values };
  const [at = '', seat = ''] = input.seat.split(' ');
  switch (act) {
    case 'agree':
      return { do: 'agree', step, seen, base, ...filled, ...said };
    case 'abstain':
      return { do: 'abstain', step, seen, ...said };
    case 'claim':
    case 'release':
      return { do: act, step };
    case 'return':
      return { do: 'return', step, to, opinion };
    case 'reject':
    case 'advise':
      return { do: act, step, opinion };
    case 'transfer':
    case 'delegate':
      return { do: act, step, to, opinion };
    case 'addSigners':
      return {
        do: 'addSigners',
        step,
        seen,
        place,
        people: [...people],
        opinion,
        ...(place === 'after' ? filled : {}),
      };
    case 'removeSigner':
      return { do: 'removeSigner', step: at, seat: Number(seat), opinion };
    case 'reassign':
      return { do: 'reassign', step: at, seat: Number(seat), to, opinion };
    case 'consult':
      return { do: 'consult', step, to, question: opinion };
    case 'reply':
      return { do: 'reply', consultation: input.consultation, text: opinion };
    case 'takeBack':
      return { do: 'takeBack', step: input.step, opinion };
    case 'changeDue':
      return { do: 'changeDue', step: input.step, due: input.due, opinion };
    case 'withdraw':
      return { do: 'withdraw', keep: input.keep, opinion };
    case 'comment':
      return { do: 'comment', text: opinion };
    case 'urge':
      return { do: 'urge', ...(opinion === '' ? {} : { text: opinion }) };
    case 'jump':
      return { do: 'jump', to, opinion };
    default:
      return { do: act, opinion };
  }
}
