import type { AskingStep } from '../definition/definition.ts';
import type { UserId } from '../shared/brand.ts';
import { conflictOf, decidesOnSelf } from './apart.ts';
import type { Assignment } from './assign.ts';
import type { Context } from './context.ts';
import type { Absence } from './facts.ts';
import type { Reason } from './reason.ts';

/** The absence of somebody in this process today. */
export function absenceOf(person: UserId, { definition, facts }: Context): Absence | undefined {
  return facts.absences?.find(
    ({ person: absent, from, until, processes }) =>
      absent === person &&
      from <= facts.today &&
      facts.today <= until &&
      (processes === undefined || processes.includes(definition.id)),
  );
}

/**
 * Puts proxies in the place of absent people. One hop: whoever is absent too, has left, is asked already, or may not
 * decide for reasons of their own, stands in for nobody; the vacancy is filled by what `vacant` answers.
 *
 * @param vacant who is asked instead of an absent person without a proxy, told why.
 */
export function withProxies(
  candidates: readonly Assignment[],
  step: AskingStep,
  context: Context,
  vacant: (because: Reason) => readonly Assignment[],
): readonly Assignment[] {
  const away = ({ person }: Assignment) => (fillsIn(person, step, context) ? undefined : absenceOf(person, context));
  const asked = new Set(candidates.filter((each) => away(each) === undefined).map(({ person }) => person));
  return candidates.flatMap((candidate): readonly Assignment[] => {
    const absence = away(candidate);
    if (absence === undefined) return [candidate];
    const reason = proxyReason(absence, candidate.reason);
    if (asked.has(absence.proxy) || !mayStandIn(absence.proxy, step, context)) return vacant(reason);
    asked.add(absence.proxy);
    return [{ person: absence.proxy, for: candidate.person, reason }];
  });
}

export const proxyReason = ({ person, from, until }: Absence, because: Reason): Reason => ({
  rule: 'proxy',
  params: { person, from, until },
  because: [because],
});

/** Whether somebody may act for an absent person at a step, seats aside. */
export function mayStandIn(proxy: UserId, step: AskingStep, context: Context): boolean {
  const known = context.facts.organisation.person(proxy);
  return (
    known?.active === true &&
    !known.external &&
    absenceOf(proxy, context) === undefined &&
    !decidesOnSelf(proxy, step, context) &&
    conflictOf(proxy, step, context) === undefined
  );
}

/** Whoever starts a case or takes it back is there to fill it in, whatever the list of absences says. */
const fillsIn = (person: UserId, step: AskingStep, { facts }: Context): boolean =>
  step.kind === 'fill' && person === facts.by;
