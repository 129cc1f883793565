import type { Command } from '../../engine/case/command.ts';
import type { Cause } from '../../engine/case/events.ts';
import type { Facts } from '../../engine/case/facts.ts';
import type { CaseStatus } from '../../engine/case/state.ts';
import type { Values } from '../../engine/form/value.ts';
import type { CivilDate, StepId, UserId } from '../../engine/shared/brand.ts';

/** Somebody does something. `at` is Beijing wall-clock time, `2026-11-02 09:00`; by default no time has passed. */
export type Act = { readonly by: string; readonly command: Command; readonly at?: string };
/** An act, or a change of the world: other people, other ledger rows. */
export type Happening = Act | Partial<Facts>;

export const step = (id: string): StepId => id as StepId;
export const day = (date: string): CivilDate => date as CivilDate;
export const person = (id: string): UserId => id as UserId;

type Answer = {
  readonly values?: unknown;
  readonly opinion?: string;
  readonly seen?: string;
  /** What others have changed since the form was opened: path to the value it had. */
  readonly changed?: Readonly<Record<string, unknown>>;
};

export const starts = (by: string, values: unknown): Act => ({ by, command: { do: 'start', values } });

export const opens = (starter: string, values: Values, cause: Cause): Act => ({
  by: 'system:schedule',
  command: { do: 'open', starter: person(starter), values, cause },
});

export const submits = (by: string, at: string, { values = {}, ...more }: Omit<Answer, 'opinion'> = {}): Act => ({
  by,
  command: { do: 'submit', step: step(at), values, ...more },
});

export const agrees = (by: string, at: string, answer: Answer = {}): Act => ({
  by,
  command: { do: 'agree', step: step(at), ...answer },
});

export const rejects = (by: string, at: string, opinion = 'No.'): Act => ({
  by,
  command: { do: 'reject', step: step(at), opinion },
});

export const returns = (by: string, at: string, to: string, opinion = 'Look again.'): Act => ({
  by,
  command: { do: 'return', step: step(at), to: step(to), opinion },
});

export const transfers = (by: string, at: string, to: string, opinion = 'Your field.'): Act => ({
  by,
  command: { do: 'transfer', step: step(at), to, opinion },
});

export const withdraws = (by: string, how: 'keep' | 'end', opinion = 'My mistake.'): Act => ({
  by,
  command: { do: 'withdraw', keep: how === 'keep', opinion },
});

export const comments = (by: string, text: string): Act => ({ by, command: { do: 'comment', text } });

export const ticks = (at: string): Act => ({ by: 'system:schedule', command: { do: 'tick' }, at });

/** The same act at another time. */
export const on = (at: string, act: Act): Act => ({ ...act, at });

/** The nightly check of people who have left or are away. */
export const reseats = (at?: string): Act => ({
  by: 'system:schedule',
  command: { do: 'reseat' },
  ...(at === undefined ? {} : { at }),
});

export const reassigns = (by: string, at: string, seat: number, to: string, opinion = 'On leave.'): Act => ({
  by,
  command: { do: 'reassign', step: step(at), seat, to, opinion },
});

/** One seat of the hand-over of somebody who leaves. */
export const handsOver = (by: string, at: string, seat: number, to: string, opinion = 'Leaves.'): Act => ({
  by,
  command: { do: 'reassign', step: step(at), seat, to, opinion, leaver: true },
});

export const jumps = (by: string, to: string, opinion = 'Stuck.'): Act => ({
  by,
  command: { do: 'jump', to: step(to), opinion },
});

export const cancels = (by: string, opinion = 'Not needed.'): Act => ({ by, command: { do: 'cancel', opinion } });

export const terminates = (by: string, opinion = 'Entered twice.'): Act => ({
  by,
  command: { do: 'terminate', opinion },
});

export const abstains = (by: string, at: string, answer: Omit<Answer, 'values'> = {}): Act => ({
  by,
  command: { do: 'abstain', step: step(at), ...answer },
});

type Place = 'before' | 'after' | 'parallel';

export const adds = (by: string, at: string, place: Place, people: readonly string[], answer: Answer = {}): Act => ({
  by,
  command: { do: 'addSigners', step: step(at), place, people, opinion: 'Ask them too.', ...answer },
});

export const removes = (by: string, at: string, seat: number, opinion = 'Not needed.'): Act => ({
  by,
  command: { do: 'removeSigner', step: step(at), seat, opinion },
});

export const delegates = (by: string, at: string, to: string, opinion = 'What do you think?'): Act => ({
  by,
  command: { do: 'delegate', step: step(at), to, opinion },
});

export const advises = (by: string, at: string, opinion = 'Looks right.'): Act => ({
  by,
  command: { do: 'advise', step: step(at), opinion },
});

export const claims = (by: string, at: string): Act => ({ by, command: { do: 'claim', step: step(at) } });

export const releases = (by: string, at: string): Act => ({ by, command: { do: 'release', step: step(at) } });

export const urges = (by: string, text?: string): Act => ({
  by,
  command: { do: 'urge', ...(text === undefined ? {} : { text }) },
});

export const consults = (by: string, at: string, to: string, question = 'Is it in the budget?'): Act => ({
  by,
  command: { do: 'consult', step: step(at), to, question },
});

export const replies = (by: string, consultation: number, text = 'It is.'): Act => ({
  by,
  command: { do: 'reply', consultation, text },
});

const bySystem = (command: Command): Act => ({ by: 'system:schedule', command });

/** A case that the order with this key has opened. */
export const childOpens = (key: string, id = 'child-1', number = 'C-1'): Act =>
  bySystem({ do: 'childOpened', key, case: id, number });

export const childEnds = (key: string, status: CaseStatus = 'completed', values: Values = {}, id = 'child-1'): Act =>
  bySystem({ do: 'childEnded', key, case: id, status, values });

/** The case that started this one says that it is to end. */
export const stops = (opinion = ''): Act => bySystem({ do: 'stop', opinion });

export const revokes = (by: string, opinion = 'The event is off.'): Act => ({ by, command: { do: 'revoke', opinion } });

export const holds = (by: string, opinion = 'Waiting for the audit.'): Act => ({
  by,
  command: { do: 'hold', opinion },
});

export const resumes = (by: string, opinion = 'The audit is done.'): Act => ({
  by,
  command: { do: 'resume', opinion },
});

/** `due` is Beijing wall-clock time, `2026-11-30T18:00`. */
export const changesDue = (by: string, at: string, due: string, opinion = 'The papers come late.'): Act => ({
  by,
  command: { do: 'changeDue', step: step(at), due, opinion },
});

export const takesBack = (by: string, at: string, opinion = 'Too fast.'): Act => ({
  by,
  command: { do: 'takeBack', step: step(at), opinion },
});
