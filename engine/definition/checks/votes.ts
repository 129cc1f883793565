import type { ApproveStep } from '../../../schemas/generated/process.ts';
import { compileRatio } from '../compile-ratio.ts';
import type { Finding } from '../finding.ts';
import type { PlacedStep } from '../placed-steps.ts';
import { stepBranches } from '../placed-steps.ts';
import type { Checking } from './checking.ts';
import { error } from './report.ts';

/** How votes are counted makes sense: shares between nothing and all, and rules that do not contradict each other. */
export function checkVotes({ steps }: Checking): readonly Finding[] {
  const inParallel = new Set(steps.flatMap(insideParallel));
  return steps.flatMap(({ id, source, path }) => {
    if (!('approve' in source)) return [];
    return [...checkRatio(source, path), ...contradictions(source, path, inParallel.has(id))];
  });
}

/** Ids of everything inside the branches of a parallel block. */
function insideParallel(step: PlacedStep): readonly string[] {
  const inner = (each: PlacedStep): readonly string[] => [
    each.id,
    ...stepBranches(each).flatMap((branch) => branch.steps.flatMap(inner)),
  ];
  return 'parallel' in step.source ? stepBranches(step).flatMap((branch) => branch.steps.flatMap(inner)) : [];
}

function checkRatio({ mode }: ApproveStep, path: Finding['path']): readonly Finding[] {
  if (typeof mode !== 'object') return [];
  const { pass } = compileRatio(mode);
  if (pass.kind === 'votes' || (pass.numerator > 0 && pass.numerator <= pass.denominator)) return [];
  return [error('bad-ratio', [...path, 'mode', 'pass'], { ratio: String(mode.pass) })];
}

function contradictions(source: ApproveStep, path: Finding['path'], isParallel: boolean): readonly Finding[] {
  const { mode = 'any', reject, claim } = source;
  const rule = typeof reject === 'object' ? reject : {};
  const failsAtOnce = typeof mode === 'object' && mode.fail === 'any';
  const wrong: readonly (readonly [boolean, string, readonly string[]])[] = [
    [rule.ends === 'branch' && !isParallel, 'branch-outside', ['reject', 'ends']],
    [rule.by === 'all' && mode !== 'any', 'reject-by-all', ['reject', 'by']],
    [failsAtOnce && reject === false, 'fail-without-reject', ['mode', 'fail']],
    [claim === true && mode !== 'any', 'claim-for-all', ['claim']],
  ];
  return wrong.flatMap(([isWrong, why, at]) => (isWrong ? [error('contradiction', [...path, ...at], { why })] : []));
}
