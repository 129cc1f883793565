import { decide } from '../../engine/case/decide.ts';
import { type Entry, evolve } from '../../engine/case/evolve.ts';
import type { Facts } from '../../engine/case/facts.ts';
import type { CaseState, Seat, StepState } from '../../engine/case/state.ts';
import type { Definition } from '../../engine/definition/definition.ts';
import type { ApproveStep } from '../../schemas/generated/process.ts';
import { type Act, starts, step } from './acts.ts';
import { crowd } from './crowd.ts';
import { given } from './given.ts';
import { approve, fill, processOf } from './small-process.ts';

/** A case whose only approval is the one in question, at the step `check`. */
export type Round = {
  readonly definition: Definition;
  readonly state: CaseState;
  readonly entries: readonly Entry[];
  /** What is refused changes nothing. */
  readonly act: (act: Act) => Round;
};

/** The approval is reached, and so many leads are asked. */
export function roundOf(people: number, rule: Partial<ApproveStep>): Round {
  const definition = processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', rule) }] });
  const { told, state } = given(definition, { organisation: crowd(people) }, starts('ada', { ask: { what: 'a pen' } }));
  return playing({ definition, state, entries: told.entries }, told.facts);
}

function playing(round: Omit<Round, 'act'>, facts: Facts): Round {
  const act = ({ by, command }: Act): Round => {
    const { definition, state, entries } = round;
    const world = { ...facts, by: by as Facts['by'] };
    const decided = decide(definition, state, command, world);
    if (!decided.ok || decided.value.length === 0) return playing(round, facts);
    const entry: Entry = { at: world.now, by: world.by, events: decided.value };
    return playing({ definition, state: evolve(state, entry), entries: [...entries, entry] }, facts);
  };
  return { ...round, act };
}

export function checkOf({ state }: Round): StepState {
  const check = state.steps[step('check')];
  if (check === undefined) throw new Error('the approval is not reached');
  return check;
}

export const isPending = ({ status }: Seat): boolean => status === 'open' || status === 'waiting' || status === 'held';
