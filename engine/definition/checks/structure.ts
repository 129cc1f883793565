import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import { stepBranches } from '../placed-steps.ts';
import type { Checking, CheckingCompiled } from './checking.ts';
import { error } from './report.ts';

/** A step id stands for one step, blocks included. */
export function checkStepIds({ steps }: Checking): readonly Finding[] {
  const seen = new Set<string>();
  return steps.flatMap(({ id, path }) => {
    if (seen.has(id)) return [error('duplicate-step', path, { name: id })];
    seen.add(id);
    return [];
  });
}

/** Every case begins with a form that whoever starts it fills in. */
export function checkFirstStep({ document, steps: [first] }: Checking): readonly Finding[] {
  if (first === undefined) return [];
  if (!('fill' in first.source)) return [error('first-step-not-fill', first.path, { name: first.id })];
  const { by } = first.source;
  const rule = own(document.roles, by);
  return rule === undefined || 'starter' in rule
    ? []
    : [error('first-step-not-starter', [...first.path, 'by'], { name: by })];
}

/** A choice says last what happens when no condition holds. */
export function checkElse({ steps }: Checking): readonly Finding[] {
  return steps.flatMap((step) => {
    if (!('choose' in step.source)) return [];
    const branches = stepBranches(step);
    const misplaced = branches.slice(0, -1).filter(({ isElse }) => isElse);
    return misplaced.map(({ path }) => error('else-not-last', path, { name: step.id }));
  });
}

/** A case that another one starts is given values of its first form only. */
export function checkStartValues({ processes, steps }: CheckingCompiled): readonly Finding[] {
  return steps.flatMap(({ source, path }) => {
    if (!('start' in source)) return [];
    const [first] = Object.values(own(processes, source.start)?.steps[0] ?? {});
    if (first === undefined || !('fill' in first)) return [];
    const form = first.fill;
    const others = Object.keys(source.with ?? {}).filter((target) => target.split('.')[0] !== form);
    return others.map((name) =>
      error('not-in-first-form', [...path, 'with', name], { name, form, process: source.start }),
    );
  });
}
