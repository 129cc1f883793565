import { type Command, decide, type Refusal, type StepId, type UserId } from '#engine';
import type { StoredCase } from '../store/case-store.ts';
import type { PresentWorkspace } from '../store/workspace.ts';
import { type DecisionSetting, factsOf, type Setting } from './facts.ts';

/** One undecided seat of somebody, and why it cannot go to the person named; undefined when it can. */
export type SeatToMove = {
  readonly case: StoredCase;
  readonly step: StepId;
  readonly seat: number;
  readonly waiting: boolean;
  readonly refusal: Refusal | undefined;
};

/** Who hands over whose seats to whom, and why. */
export type HandOver = Pick<Setting, 'now'> & {
  readonly workspace: PresentWorkspace;
  readonly by: UserId;
  readonly from: string;
  readonly to: string;
  readonly opinion: string;
};

/** What would happen to every seat, each judged as if it were the only one. */
export function seatsToMove(cases: readonly StoredCase[], handOver: HandOver): readonly SeatToMove[] {
  return cases.flatMap((stored) =>
    pendingSeats(stored, handOver.from).map(({ step, seat, waiting }) => {
      const setting = settingOf(stored, handOver);
      const command = reassignCommand(step, seat, handOver);
      const decided = decide(stored.definition, stored.state, command, factsOf(setting, stored.rows));
      return { case: stored, step, seat, waiting, refusal: decided.ok ? undefined : decided.error };
    }),
  );
}

export const reassignCommand = (step: StepId, seat: number, { to, opinion }: HandOver): Command => ({
  do: 'reassign',
  step,
  seat,
  to,
  opinion,
  leaver: true,
});

export const settingOf = (
  { id, number, definition }: StoredCase,
  { workspace, by, now }: HandOver,
): DecisionSetting => ({
  workspace,
  definition,
  now,
  by,
  case: { id, number },
});

function pendingSeats({ state }: StoredCase, person: string) {
  if (state.status !== 'open') return [];
  return Object.entries(state.steps).flatMap(([step, present]) =>
    (present.status === 'open' ? present.seats : [])
      .filter(({ status }) => status === 'open' || status === 'waiting' || status === 'held')
      .filter((seat) => seat.person === person)
      .map(({ id, status }) => ({ step: step as StepId, seat: id, waiting: status !== 'open' })),
  );
}
