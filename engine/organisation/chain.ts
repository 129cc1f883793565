/**
 * The ids met when following `next` from `start`, nearest first, without `start` itself.
 * A cycle ends the walk before an id repeats, so an unchecked document cannot hang the caller.
 */
export function chain(start: string, next: (id: string) => string | undefined): readonly string[] {
  const met = new Set([start]);
  for (let id = next(start); id !== undefined && !met.has(id); id = next(id)) met.add(id);
  return [...met].slice(1);
}
