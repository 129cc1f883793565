import type { Formula } from './model.ts';

/**
 * Both have to hold: what stands in something hidden is hidden with it. Nothing given means there is nothing to hold.
 * As everywhere, only a plain yes counts; the second is not asked once the first says no.
 */
export function both(first: Formula | undefined, second: Formula | undefined): Formula | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return {
    reads: [...first.reads, ...second.reads],
    readsRow: first.readsRow || second.readsRow,
    run: (values, facts, row) => first.run(values, facts, row) === true && second.run(values, facts, row) === true,
  };
}
