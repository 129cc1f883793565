import { type CaseEvent, type Entry, replay, sameValue, type Values, valueAt } from '#engine';

type Changed = Readonly<Record<string, unknown>>;

/**
 * What was changed since a version of the case: field paths with the value each had then.
 *
 * @param entries the whole log, or nothing when the case is still at that version.
 */
export function changedSince(base: number, entries: readonly Entry[], present: Values): Changed {
  const before = entries.slice(0, base);
  if (before.length === 0) return {};
  const { values } = replay(before);
  const paths = new Set(entries.slice(base).flatMap(({ events }) => events.flatMap(pathsOf)));
  return Object.fromEntries(
    [...paths]
      .map((path) => [path, valueAt(values, path) ?? null] as const)
      .filter(([path, then]) => !sameValue(then, valueAt(present, path) ?? null)),
  );
}

function pathsOf(event: CaseEvent): readonly string[] {
  if (event.type === 'ChildEnded') return Object.keys(event.data.given);
  const changes = 'changed' in event.data ? event.data.changed : [];
  return Array.isArray(changes) ? [] : Object.keys(changes);
}
