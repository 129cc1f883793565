import { type AskingStep, asks, firstStep } from '../definition/definition.ts';
import type { UserId } from '../shared/brand.ts';
import type { Context } from './context.ts';
import type { Seat, SeatStatus } from './state.ts';

/** Somebody who acts, or has acted, for a role that is kept apart from the one in question. */
export type Conflict = { readonly person: UserId; readonly role: string };

/** What of a seat binds its person: a decision that stands, or the right to make one. Advice decides nothing. */
const BINDS: ReadonlySet<SeatStatus> = new Set([
  'open',
  'waiting',
  'held',
  'submitted',
  'agreed',
  'abstained',
  'rejected',
  'returned',
]);

/**
 * Who may not act at a step because of separation of duties: everybody bound to another role of a group that the role
 * of the step belongs to. A seat binds its person and the absent person it stands in for. An agreement given in an
 * earlier round binds as long as it could still count.
 */
function conflicts(step: AskingStep, context: Context): readonly Conflict[] {
  const others = new Set(
    context.definition.apart.filter((group) => group.includes(step.role)).flatMap((group) => [...group]),
  );
  others.delete(step.role);
  return others.size === 0 ? [] : bound(context).filter(({ role }) => others.has(role));
}

export const conflictOf = (person: string, step: AskingStep, context: Context): Conflict | undefined =>
  conflicts(step, context).find((conflict) => conflict.person === person);

/** Everybody who acts or has acted in the case, with the role; who started it acts for every role that means the starter. */
function bound({ definition, starter, past }: Context): readonly Conflict[] {
  const starts = Object.entries(definition.roles)
    .filter(([, rule]) => 'starter' in rule)
    .map(([role]) => ({ person: starter, role }));
  const present = [...definition.steps.values()].filter(asks).flatMap(({ id, role }) =>
    (past.steps[id]?.seats ?? [])
      .filter(binds)
      .flatMap((seat) => peopleOn(seat))
      .map((person) => ({ person, role })),
  );
  const earlier = past.agreements.flatMap(({ person, step }) => {
    const agreed = definition.steps.get(step);
    return asks(agreed) ? [{ person, role: agreed.role }] : [];
  });
  return [...starts, ...present, ...earlier];
}

const binds = ({ status, place }: Seat): boolean => BINDS.has(status) && place !== 'delegate';

const peopleOn = ({ person, for: absent }: Seat): readonly UserId[] =>
  absent === undefined ? [person] : [person, absent];

/** Whose own matter the case is: who started it, and who handed it in for them. */
export function selves({ definition, starter, past }: Context): ReadonlySet<string> {
  const filed = (past.steps[firstStep(definition).id]?.seats ?? []).filter(({ status }) => status === 'submitted');
  return new Set<string>([starter, ...filed.flatMap(peopleOn)]);
}

/** Whether somebody would decide on their own matter at a step that does not allow it. */
export const decidesOnSelf = (person: string, step: AskingStep, context: Context): boolean =>
  step.kind === 'approve' && !step.selfAllowed && selves(context).has(person);
