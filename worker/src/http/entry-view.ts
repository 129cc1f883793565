import {
  type CaseEvent,
  type CaseState,
  evolve,
  type FieldPath,
  isObject,
  ROW_KEY,
  type SealedEntry,
  valueAt,
} from '#engine';
import type { ChangeView, EntryView } from '../../../schemas/generated/api.ts';
import { type ActReader, headlineOf, partOf } from './entry-act.ts';

/** Who reads the log; `opinions`: whether they may read what was said with a decision. */
export type Reader = ActReader & {
  /** True for those who verify the log: then the events are as they were hashed. */
  readonly whole: boolean;
};

/** The log as somebody may read it: what changed in the fields they see, and the events with everything else left out. */
export function entryViews(entries: readonly SealedEntry[], reader: Reader): EntryView[] {
  let state: CaseState | undefined;
  return entries.map((entry) => {
    const before = state;
    state = evolve(before, entry);
    return entryView(entry, before, state, reader);
  });
}

function entryView(entry: SealedEntry, before: CaseState | undefined, after: CaseState, reader: Reader): EntryView {
  const { seq, at, by, hash, previous, events } = entry;
  const { sight, whole } = reader;
  return {
    seq,
    at,
    by,
    hash,
    previous,
    ...headlineOf(entry, before, after, reader),
    changes: changedFields(events, before === undefined)
      .filter((field) => sight.has(field))
      .map((field) => changeOf(field, before, after, sight)),
    events: events.map((event) => (whole ? { ...event } : { ...event, data: partOf(event, entry, after, reader) })),
  };
}

/**
 * Fields that the actor, or whoever opened the case, gave values; each once. Defaults of forms that a later step will
 * fill are not the actor's.
 */
function changedFields(events: readonly CaseEvent[], first: boolean): readonly FieldPath[] {
  const changed = events.flatMap((event) => (first || event.type !== 'ValuesGiven' ? pathsOf(event) : []));
  return [...new Set(changed)];
}

function pathsOf({ data }: CaseEvent): readonly FieldPath[] {
  if ('given' in data) return Object.keys(data.given);
  return 'changed' in data && !Array.isArray(data.changed) ? Object.keys(data.changed) : [];
}

function changeOf(
  field: FieldPath,
  before: CaseState | undefined,
  after: CaseState,
  sight: ReadonlySet<FieldPath>,
): ChangeView {
  const old = before && valueAt(before.values, field);
  const present = valueAt(after.values, field);
  return {
    path: `/${field.replace('.', '/')}`,
    field,
    ...(old !== undefined && { before: visible(old, field, sight) }),
    ...(present !== undefined && { after: visible(present, field, sight) }),
  };
}

/** Rows of a table without the columns that are hidden. */
function visible(value: unknown, field: FieldPath, sight: ReadonlySet<FieldPath>): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((row) =>
    isObject(row) && Object.hasOwn(row, ROW_KEY)
      ? Object.fromEntries(
          Object.entries(row).filter(([column]) => column === ROW_KEY || sight.has(`${field}.${column}`)),
        )
      : row,
  );
}
