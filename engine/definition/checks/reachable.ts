import type { Finding } from '../finding.ts';
import { type PlacedBranch, type PlacedStep, stepBranches } from '../placed-steps.ts';
import { type CheckingCompiled, fieldAt } from './checking.ts';
import { variablesOf } from './condition.ts';
import { isOutcome } from './outcomes.ts';
import { type Assignment, canHappen, caseOf, caseText, type Domains, type Outcome } from './possible.ts';
import { error, warning } from './report.ts';
import { type Fork, type Routes, routesOf } from './routes.ts';

type Search = Routes & { readonly checking: CheckingCompiled; readonly placed: ReadonlyMap<string, PlacedStep> };

/**
 * Every branch is taken for some values, and every choice knows where to go. Conditions are compared by constants,
 * choices, flags and comparisons of one field with a constant; the rest of them counts as unknown, the same unknown
 * where it is written the same way.
 */
export function checkReachable(checking: CheckingCompiled): readonly Finding[] {
  const placed = new Map(checking.steps.map((step) => [step.id, step]));
  const search: Search = { ...routesOf(checking), checking, placed };
  const dead = new Set<string>();
  const reached = search.forks.flatMap((fork) => checkFork(search, fork, dead));
  return [...reached, ...checkGaps(search), ...checkOverlaps(search)];
}

/** Inside a branch that is never taken nothing more is said. */
function checkFork(search: Search, fork: Fork, dead: Set<string>): readonly Finding[] {
  const { block, index, branch, before, refused, own } = fork;
  const domains = search.domainsAt(block.id);
  const place = search.placed.get(block.id);
  const placedBranch = place && stepBranches(place)[index];
  const [first] = branch.blocks;
  if (placedBranch === undefined || dead.has(block.id)) {
    for (const { id } of branch.blocks) dead.add(id);
    return [];
  }
  if (canHappen([...before.known, ...refused, ...own], domains)) return [];
  for (const { id } of branch.blocks) dead.add(id);
  if (first === undefined) return [];
  if (!canHappen(own, domains)) return [unreachable(placedBranch, first.id, { why: 'never' })];
  const by = necessary([...before.known, ...refused], own, domains);
  return [unreachable(placedBranch, first.id, { why: 'excluded', by: by.map(said).join(', ') })];
}

/** Of what held before, as little as still rules the branch out. */
function necessary(others: readonly Outcome[], own: readonly Outcome[], domains: Domains): readonly Outcome[] {
  return others.reduce<readonly Outcome[]>((kept, each) => {
    const rest = kept.filter((other) => other !== each);
    return canHappen([...rest, ...own], domains) ? kept : rest;
  }, others);
}

const said = ({ source = '', holds }: Outcome): string => (holds ? source : `!(${source})`);

/** An `else` that nothing is left for may be caution; a condition that can never hold is a mistake. */
function unreachable({ when, steps: [first], path }: PlacedBranch, name: string, params: Finding['params']): Finding {
  const at = first?.path ?? path;
  return when === undefined
    ? warning('unreachable-step', at, { name, why: 'exhausted' })
    : error('unreachable-step', at, { name, when, ...params });
}

/** A choice without `else` whose conditions leave some case out. */
function checkGaps(search: Search): readonly Finding[] {
  return search.checking.steps.flatMap((step) => {
    const forks = search.forks.filter(({ block }) => block.id === step.id);
    const last = forks.at(-1);
    const hasElse = forks.some(({ branch }) => branch.when === undefined);
    if (last === undefined || last.block.kind !== 'choose' || hasElse) return [];
    const left = [...last.before.known, ...last.refused, ...last.own.map((each) => ({ ...each, holds: false }))];
    const gap = caseOf(left, search.domainsAt(step.id));
    if (gap === 'never') return [];
    return [error('no-else', step.path, { name: step.id, ...(gap === 'unknown' ? {} : { case: caseText(gap) }) })];
  });
}

/**
 * Two conditions of a choice that can both hold, where neither is part of the other: their order alone decides, which
 * the author may not know. Said only of cases that are proven.
 */
function checkOverlaps(search: Search): readonly Finding[] {
  return search.forks.flatMap(({ block, index, before, own }) => {
    const path = search.placed.get(block.id)?.path;
    if (block.kind !== 'choose' || own.length === 0 || path === undefined) return [];
    const earlier = search.forks.filter((fork) => fork.block === block && fork.index < index && fork.own.length > 0);
    return earlier.flatMap((other) => {
      const found = crossing(search, block.id, before.known, other.own, own);
      if (found === undefined) return [];
      const params = { first: other.own[0]?.source ?? '', second: own[0]?.source ?? '', case: caseText(found) };
      return [warning('branches-overlap', [...path, 'choose', index, 'when'], params)];
    });
  });
}

function crossing(
  search: Search,
  block: string,
  known: readonly Outcome[],
  first: readonly Outcome[],
  second: readonly Outcome[],
): Assignment | undefined {
  const domains = search.domainsAt(block);
  const turned = (outcomes: readonly Outcome[]) => outcomes.map((each) => ({ ...each, holds: false }));
  const cases = [
    [...first, ...second],
    [...first, ...turned(second)],
    [...turned(first), ...second],
  ].map((outcomes) => caseOf([...known, ...outcomes], domains));
  const found = cases.filter((each): each is Assignment => typeof each !== 'string');
  const variables = [...first, ...second].flatMap(({ condition }) => variablesOf(condition));
  return found.length === cases.length && variables.every((path) => isKnown(search.checking, path))
    ? found[0]
    : undefined;
}

/** Whether a variable is a field that values can be given to, not a text nothing is known of. */
export const isKnown = ({ document }: CheckingCompiled, variable: string): boolean =>
  isOutcome(variable) || fieldAt(document, variable) !== undefined;
