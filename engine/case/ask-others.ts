import type { ApproveStep } from '../definition/definition.ts';
import { type Assignment, administrators, askedByRole, askedInstead } from './assign.ts';
import { type Recorder, refuse } from './recorder.ts';
import type { StepState } from './state.ts';
import { verdictOf } from './votes.ts';

/**
 * The people asked can no longer decide the round: they all abstained, or too few are left. Whoever else the role, the
 * nobody rule and at last the administration offer is asked beside them; nobody twice in a round. A round without votes
 * never passes, so the command that would leave one is refused when there is nobody else.
 */
export function askOthers(step: ApproveStep, state: StepState, recorder: Recorder): void {
  for (const group of candidates(step, recorder)) {
    const people = group.filter(({ person }) => !state.seats.some((seat) => seat.person === person));
    if (people.length > 0) ask(people, step, state.round, recorder);
    if (verdictOf(step, recorder.state.steps[step.id]?.seats ?? []).kind !== 'nobody') return;
  }
  refuse({ code: 'nobody', step: step.id, role: step.role });
}

function* candidates(step: ApproveStep, { context }: Recorder): Iterable<readonly Assignment[]> {
  yield askedByRole(step, context);
  yield askedInstead('nobody', step, context, []);
  yield administrators(step, context, []);
}

function ask(people: readonly Assignment[], step: ApproveStep, round: number, recorder: Recorder): void {
  const waits = step.mode === 'sequential' ? { waiting: true as const } : {};
  const seats = recorder.seats(people.map((each) => ({ ...each, ...waits })));
  recorder.record('SignersAdded', { step: step.id, round, place: 'parallel', seats, opinion: '' });
}
