import type { RoleRule } from '../../../schemas/generated/process.ts';
import { firstStep } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { placeSteps, withInner } from '../placed-steps.ts';
import { type Remaining, remainingOf } from './barred.ts';
import { allOf, anybody, candidatesOf, type People } from './candidates.ts';
import type { CheckingCompiled } from './checking.ts';
import { alwaysFinds } from './people.ts';
import { error, warning } from './report.ts';
import {
  type Asking,
  administrators,
  asked,
  askedInstead,
  isAsking,
  peopleNeeded,
  roleOf,
  type Seating,
} from './seating.ts';

/**
 * Whoever starts a case, every step finds people to decide it, and as many as it needs, after nobody may judge their
 * own case and whoever has acted for a role that is kept apart is out. Tried for every starter and every set of people
 * that the organisation gives a role; one finding a step.
 */
export function checkDeciders(checking: CheckingCompiled): readonly Finding[] {
  if (!alwaysFinds(checking.document.rules.nobody.to, checking.workspace.organisation)) return [];
  const first = firstStep(checking.definition).id;
  const steps = checking.steps.filter(isAsking);
  const findings = startersOf(checking).flatMap((starter) => {
    const seatings = steps.map((step): Seating => ({ checking, step, starter }));
    const left = remainingOf(seatings);
    return seatings.flatMap((seating) => (seating.step.id === first ? [] : checkSeating(seating, left)));
  });
  return steps.flatMap(({ path }) => worstAt(findings, path));
}

function worstAt(findings: readonly Finding[], path: Finding['path']): readonly Finding[] {
  const here = findings.filter((finding) => path.every((key, index) => finding.path[index] === key));
  const worst = here.find(({ severity }) => severity === 'error') ?? here[0];
  return worst === undefined ? [] : [worst];
}

/** An error only where even the last resort is not enough; who is asked in the first place is worth a warning. */
function checkSeating(seating: Seating, left: Remaining): readonly Finding[] {
  const { step, starter } = seating;
  const at = [...step.path, 'fill' in step.source ? 'by' : 'approve'];
  const params = { name: roleOf(step.source), starter };
  const needed = peopleNeeded(step);
  return asked(seating).flatMap((people): readonly Finding[] => {
    const filled = people.length >= needed ? people : [...new Set([...people, ...askedInstead(seating)])];
    const everybody = [...new Set([...people, ...askedInstead(seating), ...administrators(seating)])];
    const sure = Math.max(0, left(step, everybody));
    const worst = sure < everybody.length && everybody.length >= needed ? { ...params, apart: 'yes' } : params;
    if (sure === 0) return [error('nobody-left', at, worst)];
    if (sure < needed)
      return [error('too-few-people', neededAt(step), { ...worst, needed: String(needed), found: String(sure) })];
    return filled.length < needed ? [warning('nobody-left', at, { ...params, administrators: 'yes' })] : [];
  });
}

const neededAt = ({ source, path }: Asking): Finding['path'] =>
  source.least === undefined ? [...path, 'mode', 'pass'] : [...path, 'least'];

/** Everybody who can start a case. */
function startersOf(checking: CheckingCompiled): People {
  const { starters, startable } = checking.document;
  if (startable === false || startsByItself(checking)) return anybody(checking);
  const inside = anybody(checking).filter((id) => checking.workspace.organisation.person(id)?.external !== true);
  if (starters === undefined) return inside;
  const named = starters.flatMap((rule: RoleRule) =>
    inside.filter((id) => allOf(candidatesOf(checking, rule, id)).has(id)),
  );
  return [...new Set(named)];
}

/** Other processes and ledgers start it for whomever they name. */
const startsByItself = ({ document, processes }: CheckingCompiled): boolean =>
  document.triggers !== undefined ||
  Object.values(processes)
    .flatMap(({ steps }) => withInner(placeSteps(steps)))
    .some(({ source }) => 'start' in source && source.start === document.id);
