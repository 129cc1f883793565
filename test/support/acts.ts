import type { Command } from '../../engine/case/command.ts';
import type { Cause } from '../../engine/case/events.ts';
import type { Facts } from '../../engine/case/facts.ts';
import type { Values } from '../../engine/form/value.ts';
import type { CivilDate, StepId, UserId } from '../../engine/shared/brand.ts';

/** Somebody does something. `at` is Beijing wall-clock time, `2026-11-02 09:00`; by default no time has passed. */
export type Act = { readonly by: string; readonly command: Command; readonly at?: string };
/** An act, or a change of the world: other people, other ledger rows. */
export type Happening = Act | Partial<Facts>;

export const step = (id: string): StepId => id as StepId;
export const day = (date: string): CivilDate => date as CivilDate;
export const person = (id: string): UserId => id as UserId;

type Answer = { readonly values?: unknown; readonly opinion?: string; readonly seen?: string };

export const starts = (by: string, values: unknown): Act => ({ by, command: { do: 'start', values } });

export const opens = (starter: string, values: Values, cause: Cause): Act => ({
  by: 'system:schedule',
  command: { do: 'open', starter: person(starter), values, cause },
});

export const submits = (by: string, at: string, { values = {}, seen }: Answer = {}): Act => ({
  by,
  command: { do: 'submit', step: step(at), values, ...(seen === undefined ? {} : { seen }) },
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
