import type { AskingStep } from '../definition/definition.ts';
import type { UserId } from '../shared/brand.ts';
import { conflictOf, decidesOnSelf, selves } from './apart.ts';
import type { Context } from './context.ts';
import { peopleOf, peopleOfRole } from './people.ts';
import { withProxies } from './proxy.ts';
import type { Reason } from './reason.ts';

/** One person to ask, and why; `for` is the absent person they stand in for. */
export type Assignment = { readonly person: UserId; readonly reason: Reason; readonly for?: UserId };

/**
 * Who is asked at a step. In this order: the role; the self rule for whoever would decide on their own case; separation
 * of duties; proxies for the absent; the nobody rule for whom nobody can stand in; the nobody rule again while there
 * are fewer people than the step needs; last the administrators. A person is asked once.
 *
 * Empty when even they are too few: fewer people than a step needs never decide it.
 */
export function assign(step: AskingStep, context: Context): readonly Assignment[] {
  const asked = askedByRole(step, context);
  const because = [peopleOfRole(step.role, context).reason, ...barred(step, context)];
  const rule = asked.length === 0 ? 'nobody' : 'shortage';
  const filled = upTo(step, asked, () => askedInstead(rule, step, context, because));
  const enough = upTo(step, filled, () => administrators(step, context, because));
  return enough.length < peopleNeeded(step) ? [] : enough;
}

/** At least so many seats: as the step says, and as many as its votes need. */
export function peopleNeeded(step: AskingStep): number {
  const votes = step.kind === 'approve' && typeof step.mode !== 'string' ? step.mode.pass : undefined;
  return Math.max(1, step.least, votes?.kind === 'votes' ? votes.votes : 1);
}

function upTo(step: AskingStep, asked: readonly Assignment[], more: () => readonly Assignment[]) {
  return asked.length >= peopleNeeded(step) ? asked : once([...asked, ...more()]);
}

/** The people of the role, with the rules for oneself, for duties kept apart and for absences; nobody twice. */
export function askedByRole(step: AskingStep, context: Context): readonly Assignment[] {
  const { people, reason } = peopleOfRole(step.role, context);
  const without = barred(step, context);
  const why: Reason = without.length === 0 ? reason : { ...reason, because: [...(reason.because ?? []), ...without] };
  const candidates = people.map((person) => ({ person, reason: why }));
  const vacant = (because: Reason) => askedInstead('nobody', step, context, [because]);
  return once(withProxies(suited(step, candidates, context), step, context, vacant));
}

/** The people of the nobody rule, under the same rules; an absent one without a proxy is left out. */
export function askedInstead(
  rule: 'nobody' | 'shortage',
  step: AskingStep,
  context: Context,
  because: readonly Reason[],
): readonly Assignment[] {
  const found = peopleOf(context.definition.document.rules.nobody.to, context);
  const reason: Reason = { rule, because: [found.reason, ...because] };
  const candidates = found.people.map((person) => ({ person, reason }));
  return once(withProxies(suited(step, candidates, context), step, context, () => []));
}

/** The last resort, so that a step is never without anybody: absent or not, an administrator can hand it on. */
export function administrators(step: AskingStep, context: Context, because: readonly Reason[]): readonly Assignment[] {
  const { organisation } = context.facts;
  const people = organisation.people().filter(({ id, external }) => !external && organisation.hasRole(id, 'admin'));
  const instead = peopleOf(context.definition.document.rules.nobody.to, context).reason;
  const reason: Reason = { rule: 'last-resort', because: [instead, ...because] };
  return people
    .map(({ id }): Assignment => ({ person: id, reason }))
    .filter(({ person }) => !decidesOnSelf(person, step, context) && !conflictOf(person, step, context));
}

/** Candidates after the self rule and without those whose duties are kept apart. */
function suited(step: AskingStep, candidates: readonly Assignment[], context: Context): readonly Assignment[] {
  return once(candidates.flatMap((each) => notOneself(each, step, context))).filter(
    ({ person }) => conflictOf(person, step, context) === undefined,
  );
}

/** Nobody decides on their own case unless the process says so (rule 16 of the workflow semantics). */
function notOneself({ person, reason }: Assignment, step: AskingStep, context: Context): readonly Assignment[] {
  const { self } = context.definition.document.rules;
  if (self === 'allow' || !decidesOnSelf(person, step, context)) return [{ person, reason }];
  const found = peopleOf(self.to, context, undefined, person);
  const own = selves(context);
  const because = [found.reason, reason];
  return found.people
    .filter((other) => !own.has(other))
    .map((other) => ({ person: other, reason: { rule: 'self', params: { person }, because } }));
}

/** People of the role who are not asked because they act for a role that is kept apart, as reasons. */
function barred(step: AskingStep, context: Context): readonly Reason[] {
  return peopleOfRole(step.role, context).people.flatMap((person): readonly Reason[] => {
    const conflict = conflictOf(person, step, context);
    return conflict === undefined ? [] : [{ rule: 'apart', params: { person, role: conflict.role } }];
  });
}

const once = (asked: readonly Assignment[]): readonly Assignment[] =>
  asked.filter((each, index) => asked.findIndex((other) => other.person === each.person) === index);
