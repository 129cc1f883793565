import type { addEdition } from '../store/edition-store.ts';
import { ProblemError } from './problem.ts';

/** Why an edition was not made: somebody else was first, nothing would change, or what is wrong with it. */
export function refusedEdition(outcome: Exclude<Awaited<ReturnType<typeof addEdition>>, 'done'>): ProblemError {
  if (outcome === 'moved') return new ProblemError('stale');
  if (outcome === 'same')
    return new ProblemError('invalid-values', { issues: [{ code: 'nothing-changed', path: '' }] });
  const issues = outcome.map(({ code, path, params, process }) => ({
    code,
    path: path.map((key) => `/${key}`).join(''),
    params: { ...params, ...(process !== undefined && { process }) },
  }));
  return new ProblemError('invalid-values', { issues });
}
