import type { ApproveStep } from '../definition/definition.ts';
import { changedIn } from './changed-in.ts';
import { digestOf } from './digest.ts';
import { dueOf } from './due-of.ts';
import type { SeatEntered } from './events.ts';
import { ownerOf } from './lineage.ts';
import { presentPath } from './present-path.ts';
import { absenceOf } from './proxy.ts';
import type { Reason } from './reason.ts';
import type { Recorder } from './recorder.ts';
import { reseat } from './reseat.ts';
import type { Seat, StepState } from './state.ts';
import { keptByReturns } from './straight-back.ts';

/**
 * Asks again whoever agreed to content that this command has changed: exactly those seats of this pass whose recorded
 * digest is not that of what their step shows now (rule 14 of the workflow semantics). Approvals that a return led
 * past are left until the case passes them again, so that they are asked in their order.
 */
export function reopenChanged(recorder: Recorder): void {
  const { definition, state } = recorder;
  const kept = keptByReturns(definition, state);
  const changed = changedIn(recorder.events);
  for (const step of presentPath(definition.blocks, state)) {
    if (step.kind !== 'approve' || (kept.has(step.id) && state.steps[step.id]?.status === 'done')) continue;
    if (changed.some((path) => step.rights.bound.has(path))) reopenSeats(step, changed, recorder);
  }
}

/**
 * Asks again whoever agreed at a step to something else than it shows now. Who was asked before somebody else answers
 * agreed to what there was; the form that this somebody then fills in is their answer, not new content.
 *
 * @param changed paths of fields that may be the reason; those among them that the step is bound to are recorded.
 */
export function reopenSeats(step: ApproveStep, changed: readonly string[], recorder: Recorder): void {
  const present = recorder.state.steps[step.id];
  const agreed = present?.seats.filter(({ status }) => status === 'agreed') ?? [];
  if (present === undefined || agreed.length === 0) return;
  const digest = digestOf(step.rights, recorder.state.values);
  const bound = changed.filter((path) => step.rights.bound.has(path)).sort();
  const inForm = bound.length > 0 && bound.every((path) => step.rights.edit.has(path));
  const outdated = agreed.filter((seat) => seat.digest !== digest && !(inForm && seat.place === 'before'));
  if (outdated.length === 0) return;
  record(step, present, outdated, bound, recorder);
  if (outdated.some(({ person }) => isAway(person, recorder))) reseat({ do: 'reseat' }, recorder);
}

function record(
  step: ApproveStep,
  present: StepState,
  outdated: readonly Seat[],
  changed: readonly string[],
  recorder: Recorder,
) {
  const { by } = recorder.facts;
  const due = dueOf(step, recorder);
  const reason: Reason = { rule: 'reopened', params: { by, fields: changed.join(', ') } };
  const waits = (seat: Seat, index: number) =>
    (step.mode === 'sequential' && index > 0) ||
    outdated.some((helper) => ownerOf(helper, present.seats)?.id === seat.id);
  const fresh = recorder.seats(outdated.map((seat, index) => again(seat, reason, waits(seat, index))));
  recorder.record('SeatsReopened', {
    step: step.id,
    round: present.round,
    seats: fresh.map((seat, index) => ({ was: outdated[index]?.id ?? seat.id, seat })),
    changed,
    ...(due !== undefined && present.status === 'done' ? { due } : {}),
  });
}

/** A fresh seat with the same part in the round. */
export function again(
  { person, reason: before, for: absent, from, place }: Seat,
  reason: Reason,
  waits: boolean,
): Omit<SeatEntered, 'id'> {
  return {
    person,
    reason: { ...reason, because: [before] },
    ...(waits ? { waiting: true as const } : {}),
    ...(absent === undefined ? {} : { for: absent }),
    ...(from === undefined ? {} : { from }),
    ...(place === undefined ? {} : { place }),
  };
}

const isAway = (person: string, { facts, context }: Recorder): boolean => {
  const known = facts.organisation.person(person);
  return known?.active !== true || absenceOf(known.id, context) !== undefined;
};
