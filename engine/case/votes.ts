import type { ApproveStep, AskingStep, Threshold } from '../definition/definition.ts';
import type { Failing } from './events.ts';
import { ownerOf, partOf } from './lineage.ts';
import { isPending } from './move-seat.ts';
import type { Seat, SeatStatus } from './state.ts';

/** The votes of a round, as they are now. */
type Tally = {
  /** Votes that count: without those that left the round, and without abstentions where these shrink it. */
  readonly voters: number;
  /** Agreements needed to pass. */
  readonly needed: number;
  readonly agreed: number;
  readonly rejected: number;
  readonly abstained: number;
  /** Votes that are still to be given. */
  readonly open: number;
};

/**
 * What the votes of a round add up to. `return`: everybody has decided and somebody asked for a return. `nobody`: the
 * people asked can no longer decide it, and nobody has rejected; others have to be asked.
 */
type Verdict =
  | { readonly kind: 'open' | 'pass' | 'return' | 'nobody' }
  | { readonly kind: 'fail'; readonly why: Failing };

/** A seat that ended like this is no part of the round any more. */
const LEFT: ReadonlySet<SeatStatus> = new Set(['moved', 'cancelled', 'superseded', 'advised']);

export function tallyOf(step: ApproveStep, seats: readonly Seat[]): Tally {
  const votes = seats.filter((seat) => !LEFT.has(seat.status) && partOf(seat, seats) === 'vote');
  const count = (status: SeatStatus) => votes.filter((seat) => seat.status === status).length;
  const abstained = count('abstained');
  const voters = votes.length - (step.abstain === 'shrink' ? abstained : 0);
  return {
    voters,
    needed: neededOf(step, voters),
    agreed: count('agreed'),
    rejected: count('rejected'),
    abstained,
    open: votes.filter(isPending).length,
  };
}

/** Agreements needed among so many votes; at least one, so that a round without votes never passes. */
function neededOf({ mode }: ApproveStep, voters: number): number {
  if (mode === 'any') return 1;
  return Math.max(1, typeof mode === 'string' ? voters : shareOf(mode.pass, voters));
}

/** A share is rounded up, in integers: two thirds of four are three. */
function shareOf(pass: Threshold, voters: number): number {
  if (pass.kind === 'votes') return pass.votes;
  const votes = voters * pass.numerator;
  const rest = votes % pass.denominator;
  return (votes - rest) / pass.denominator + (rest > 0 ? 1 : 0);
}

/**
 * Judges a round (rules 3, 4, 5 and 6 of the workflow semantics). It depends on the seats alone, not on the order they
 * decided in, and says `pass` or `fail` as soon as no vote that is still open could change it.
 */
export function verdictOf(step: ApproveStep, seats: readonly Seat[]): Verdict {
  const tally = tallyOf(step, seats);
  if (isVetoed(step, tally, seats)) return { kind: 'fail', why: 'any' };
  if (seats.some(({ status }) => status === 'returned')) return { kind: isDecided(seats) ? 'return' : 'open' };
  if (tally.agreed + tally.open < tally.needed) return lost(step, tally);
  if (tally.agreed < tally.needed || seats.some((seat) => isAwaited(seat, seats))) return { kind: 'open' };
  return { kind: withForm(step, seats) };
}

/** A single rejection decides, where it does; that of somebody whose agreement is needed in any case always does. */
function isVetoed(step: ApproveStep, { rejected }: Tally, seats: readonly Seat[]): boolean {
  if (seats.some((seat) => seat.status === 'rejected' && isBinding(seat, seats))) return true;
  return rejected > 0 && firstRejectionDecides(step);
}

/** Asked after the owner had agreed: there is nobody a no could go back to. */
const isBinding = (seat: Seat, seats: readonly Seat[]): boolean => partOf(seat, seats) === 'after';

function firstRejectionDecides({ mode, reject }: ApproveStep): boolean {
  if (mode === 'any') return reject?.by !== 'all';
  return typeof mode === 'string' || mode.fail === 'any';
}

/** The agreements needed are out of reach: a rejection, unless nobody rejected and there are too few, or nobody may. */
function lost(step: ApproveStep, { voters, needed, abstained, rejected }: Tally): Verdict {
  if (step.reject === undefined || (rejected === 0 && voters < needed)) return { kind: 'nobody' };
  return { kind: 'fail', why: step.mode === 'any' && abstained === 0 ? 'all' : 'impossible' };
}

/**
 * Whether the round waits for somebody whose agreement is needed whatever the votes say. A rejection by somebody asked
 * first goes back to whoever asked, who is then awaited.
 */
function isAwaited(seat: Seat, seats: readonly Seat[]): boolean {
  const part = partOf(seat, seats);
  if (part !== 'before' && part !== 'after') return false;
  const owner = ownerOf(seat, seats);
  return isPending(seat) || (seat.status === 'rejected' && owner !== undefined && isPending(owner));
}

/** A step with a form passes when somebody who was asked to fill it has agreed: added signers are not. */
function withForm(step: ApproveStep, seats: readonly Seat[]): 'pass' | 'open' | 'nobody' {
  const own = seats.filter((seat) => !LEFT.has(seat.status) && asksForForm(step, seat));
  if (step.form === undefined || own.some(({ status }) => status === 'agreed')) return 'pass';
  return own.some(isPending) ? 'open' : 'nobody';
}

/** Whether whoever has the seat fills the form of the step: those whom somebody added see it and edit nothing. */
export const asksForForm = (step: AskingStep, { place, from }: Seat): boolean =>
  step.form !== undefined && (from === undefined || place === 'escalated');

/** Whether everybody in a round has decided. */
const isDecided = (seats: readonly Seat[]): boolean => !seats.some(isPending);
