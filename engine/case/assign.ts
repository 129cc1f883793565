import type { AskingStep } from '../definition/definition.ts';
import type { UserId } from '../shared/brand.ts';
import type { Context } from './context.ts';
import { type Found, peopleOf, peopleOfRole } from './people.ts';
import type { Reason } from './reason.ts';

/** One person to ask, and why. */
export type Assignment = { readonly person: UserId; readonly reason: Reason };

/**
 * Who is asked at a step: the role, then the self rule for each person who started the case, then the nobody rule, with
 * the self rule again. A person is asked once. Empty only when even the nobody rule finds nobody.
 */
export function assign(step: AskingStep, context: Context): readonly Assignment[] {
  const found = peopleOfRole(step.role, context);
  const asked = suited(step, asIs(found), context);
  return asked.length > 0 ? asked : suited(step, instead(found.reason, context), context);
}

const asIs = (found: Found): readonly Assignment[] => found.people.map((person) => ({ person, reason: found.reason }));

/** Those who may be asked, each once. */
function suited(step: AskingStep, candidates: readonly Assignment[], context: Context): readonly Assignment[] {
  const asked =
    step.kind === 'approve' && !step.selfAllowed
      ? candidates.flatMap(({ person, reason }) => notOneself(person, reason, context))
      : candidates;
  return asked.filter((each, index) => asked.findIndex((other) => other.person === each.person) === index);
}

/** Nobody decides on their own case unless the process says so (rule 16 of the workflow semantics). */
function notOneself(person: UserId, reason: Reason, context: Context): readonly Assignment[] {
  const { self } = context.definition.document.rules;
  if (person !== context.starter || self === 'allow') return [{ person, reason }];
  const found = peopleOf(self.to, context, undefined, person);
  const because = [found.reason, reason];
  return found.people
    .filter((other) => other !== context.starter)
    .map((other) => ({ person: other, reason: { rule: 'self', params: { person }, because } }));
}

function instead(reason: Reason, context: Context): readonly Assignment[] {
  const { nobody } = context.definition.document.rules;
  const found = peopleOf(nobody.to, context);
  return found.people.map((person) => ({ person, reason: { rule: 'nobody', because: [found.reason, reason] } }));
}
