import type { ApproveStep } from '../definition/definition.ts';
import type { UserId } from '../shared/brand.ts';
import { advance } from './advance.ts';
import { recordAgreement } from './answer.ts';
import { claimFirst } from './claim.ts';
import { stopClock } from './clock.ts';
import type { CommandOf } from './command.ts';
import { completeIfDecided } from './complete.ts';
import { depthOf } from './lineage.ts';
import { newcomer } from './newcomer.ts';
import type { Reason } from './reason.ts';
import { type Recorder, refuse } from './recorder.ts';
import { type MySeat, mySeat, requiredOpinion } from './seat.ts';

type AddSigners = CommandOf<'addSigners'>;

/** Signers added by added signers, and so on: no further than this. */
const MOST_LEVELS = 3;

/**
 * Adds signers to a round (rule 6 of the workflow semantics). `before`: they are asked first and the adder waits.
 * `after`: the adder agrees with the same command, and they have to agree too. `parallel`: they vote with the others,
 * next in turn where the step asks one after the other. All of them see what the step shows and edit nothing.
 */
export function addSigners(command: AddSigners, recorder: Recorder): void {
  const mine = mySeat(command.step, recorder);
  const { step } = mine;
  if (step.kind !== 'approve' || !step.allow.has('add') || command.people.length === 0)
    refuse({ code: 'not-allowed', action: command.do, why: 'not-in-this-process' });
  const opinion = requiredOpinion(command.opinion);
  const people = signers(command, mine, recorder);
  if (command.place === 'after') recordAgreement(command, recorder);
  else claimFirst(mine, recorder);
  recordSigners(command.place, people, opinion, { ...mine, step }, recorder);
  if (command.place === 'before') stopClock(step, mine.seat.id, recorder);
  completeIfDecided(step, recorder);
  advance(recorder);
}

/** The people named, each of whom may sit at the step and is named once. */
function signers({ people }: AddSigners, { step, state, seat }: MySeat, recorder: Recorder): readonly UserId[] {
  const tooDeep = depthOf(seat, state.seats) >= MOST_LEVELS;
  return people.map((to, index) => {
    if (tooDeep) refuse({ code: 'add-not-allowed', to, why: 'too-deep' });
    if (people.indexOf(to) < index) refuse({ code: 'add-not-allowed', to, why: 'has-a-seat' });
    return newcomer(to, step, recorder, 'add-not-allowed');
  });
}

function recordSigners(
  place: AddSigners['place'],
  people: readonly UserId[],
  opinion: string,
  { step, state, seat }: MySeat & { readonly step: ApproveStep },
  recorder: Recorder,
): void {
  const reason: Reason = { rule: `added-${place}`, params: { from: seat.person }, because: [seat.reason] };
  const waits = place === 'parallel' && step.mode === 'sequential' ? { waiting: true as const } : {};
  const seats = recorder.seats(people.map((person) => ({ person, reason, from: seat.id, place, ...waits })));
  recorder.record('SignersAdded', { step: step.id, round: state.round, seat: seat.id, place, seats, opinion });
}
