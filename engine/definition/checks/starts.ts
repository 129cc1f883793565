import type { ProcessDocument, StartStep } from '../../../schemas/generated/process.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import { type PlacedStep, placeSteps, stepBranches, withInner } from '../placed-steps.ts';
import type { Checking } from './checking.ts';
import { error, warning } from './report.ts';

type Processes = Checking['processes'];

/** A case that waits for another gets on: it does not wait for itself, nor for what goes on without end. */
export const checkStarts = (checking: Checking): readonly Finding[] =>
  checking.steps.flatMap((step) => ('start' in step.source ? checkStart(checking, step.source, step) : []));

function checkStart(checking: Checking, source: StartStep, { path }: PlacedStep): readonly Finding[] {
  const { every, each, wait } = source;
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [wait === true && every !== undefined, 'waits-for-series', 'wait'],
    [each !== undefined && every !== undefined, 'series-of-rows', 'each'],
    [source.while !== undefined && every === undefined && source.at === undefined, 'no-day-to-look', 'while'],
  ];
  const contradictions = wrong.flatMap(([isWrong, why, key]) =>
    isWrong ? [error('contradiction', [...path, key], { why })] : [],
  );
  return wait === true && every === undefined
    ? [...contradictions, ...checkWait(checking, source, path)]
    : contradictions;
}

/** Processes that wait for each other in a ring: for ever when each has to, again and again when some choose to. */
function checkWait({ document, processes }: Checking, { start }: StartStep, path: Finding['path']): readonly Finding[] {
  const known = { ...processes, [document.id]: document };
  const round = wayBack(known, start, document.id, [document.id, start]);
  if (round === undefined) return [];
  const params = { name: start, round: round.join(' > ') };
  const canEnd = endingProcesses(known).has(start);
  return [
    canEnd
      ? warning('wait-cycle', [...path, 'start'], { ...params, why: 'sometimes' })
      : error('wait-cycle', [...path, 'start'], { ...params, why: 'always' }),
  ];
}

/** How waiting leads from one process to another, shortest way first met. */
function wayBack(
  processes: Processes,
  from: string,
  to: string,
  met: readonly string[],
): readonly string[] | undefined {
  if (from === to) return met;
  for (const next of waitedFor(own(processes, from))) {
    if (met.includes(next) && next !== to) continue;
    const found = next === to ? [...met, next] : wayBack(processes, next, to, [...met, next]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const waitedFor = (document: ProcessDocument | undefined): readonly string[] =>
  withInner(placeSteps(document?.steps ?? [])).flatMap(({ source }) => waits(source));

const waits = (source: PlacedStep['source']): readonly string[] =>
  'start' in source && source.wait === true && source.every === undefined ? [source.start] : [];

/** The processes that some way through is finite: found step by step, beginning with those that wait for nobody. */
function endingProcesses(processes: Processes): ReadonlySet<string> {
  let ending = new Set<string>();
  for (;;) {
    const more = Object.entries(processes).filter(([, { steps }]) => canEnd(placeSteps(steps), ending));
    if (more.length === ending.size) return ending;
    ending = new Set(more.map(([id]) => id));
  }
}

/** Rows may be none, and a branch with a condition need not be taken. */
function canEnd(steps: readonly PlacedStep[], ending: ReadonlySet<string>): boolean {
  return steps.every((step) => {
    const { source } = step;
    if ('start' in source) return source.each !== undefined || waits(source).every((process) => ending.has(process));
    const branches = stepBranches(step);
    const ends = branches.filter((branch) => canEnd(branch.steps, ending));
    if ('choose' in source) return ends.length > 0;
    return branches.every((branch) => branch.when !== undefined || ends.includes(branch));
  });
}
