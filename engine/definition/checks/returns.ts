import { comesBefore } from '../../case/rewind.ts';
import type { StepId } from '../../shared/brand.ts';
import { asks, firstStep } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { type PlacedStep, withInner } from '../placed-steps.ts';
import type { CheckingCompiled } from './checking.ts';
import { canHappen } from './possible.ts';
import { formsIn } from './progress.ts';
import { blocksIn } from './race.ts';
import { error } from './report.ts';
import { type Routes, routesOf, without } from './routes.ts';

type Search = Routes & { readonly checking: CheckingCompiled };

/** A case goes back only to an earlier step that asks somebody, and that some case has done by then. */
export function checkReturns(checking: CheckingCompiled): readonly Finding[] {
  const search: Search = { ...routesOf(checking), checking };
  return checking.steps.flatMap((step) => {
    const targets = ('return' in step.source ? step.source.return?.to : undefined) ?? [];
    return targets.flatMap((to, at) => checkReturn(search, step, to, [...step.path, 'return', 'to', at]));
  });
}

function checkReturn(search: Search, step: PlacedStep, to: string, path: Finding['path']): readonly Finding[] {
  const { definition, steps } = search.checking;
  if (!steps.some(({ id }) => id === to)) return [];
  if (!asks(definition.steps.get(to as StepId))) return [error('return-to-effect', path, { name: to })];
  const asking = withInner([step]).filter(({ source }) => 'fill' in source || 'approve' in source);
  const wrong = asking.find(({ id }) => !comesBefore(definition, to as StepId, id as StepId));
  if (wrong !== undefined) return [error('return-not-earlier', path, { name: to, from: wrong.id })];
  return asking.some(({ id }) => canHaveBeen(search, to, id))
    ? []
    : [error('return-never-done', path, { name: to, from: step.id })];
}

/** Whether one case can have done both: what led to the first still holds unless it was filled in again since. */
function canHaveBeen({ checking, routes, domainsAt }: Search, to: string, from: string): boolean {
  const blocks = blocksIn(checking.definition.blocks);
  const [start, end] = [to, from].map((id) => blocks.findIndex((block) => block.id === id));
  const [earlier, later] = [routes.get(to), routes.get(from)];
  if (earlier === undefined || later === undefined) return true;
  const between = blocks.slice(start, end).flatMap((block) => formsIn({ blocks: [block] }));
  return canHappen([...without(earlier, between).known, ...later.known], domainsAt(from));
}

/** A case can be withdrawn while some step is not done, so not the one that hands it in. */
export function checkWithdraw({ document, definition }: CheckingCompiled): readonly Finding[] {
  const until = document.withdraw?.until;
  return until === firstStep(definition).id ? [error('withdraw-never', ['withdraw', 'until'], { name: until })] : [];
}
