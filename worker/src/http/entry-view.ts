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

/** Who reads the log. */
export type Reader = {
  readonly sight: ReadonlySet<FieldPath>;
  /** Whether they may read what was said with a decision. */
  readonly opinions: boolean;
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

function entryView(
  entry: SealedEntry,
  before: CaseState | undefined,
  after: CaseState,
  { sight, opinions, whole }: Reader,
): EntryView {
  const { seq, at, by, hash, previous, events } = entry;
  const act = events[0];
  if (!act) throw new Error(`entry ${seq} records nothing`);
  return {
    seq,
    at,
    by,
    hash,
    previous,
    what: act.type,
    ...detailsOf(act, opinions),
    changes: changedFields(events, before === undefined)
      .filter((field) => sight.has(field))
      .map((field) => changeOf(field, before, after, sight)),
    events: events.map((event) => (whole ? { ...event } : { ...event, data: partOf(event.data, opinions) })),
  };
}

const TEXTS = ['step', 'opinion', 'text'] as const;

function detailsOf(
  { data }: CaseEvent,
  opinions: boolean,
): Pick<EntryView, 'step' | 'round' | 'opinion' | 'text' | 'to' | 'seen'> {
  const known: Readonly<Record<string, unknown>> = data;
  const shown = TEXTS.filter((key) => (opinions || key !== 'opinion') && typeof known[key] === 'string');
  const texts = shown.map((key) => [key, known[key]] as const);
  const to = isObject(known.to) ? known.to.person : known.to;
  return {
    ...Object.fromEntries(texts),
    ...(typeof known.round === 'number' && { round: known.round }),
    ...(typeof to === 'string' && { to }),
    ...(typeof known.digest === 'string' && 'seat' in known && { seen: known.digest }),
  };
}

/**
 * Fields that the actor, or whoever opened the case, gave values; each once. Defaults of forms that a later step will
 * fill are not the actor's.
 */
function changedFields(events: readonly CaseEvent[], first: boolean): readonly FieldPath[] {
  const changed = events.flatMap((event) =>
    'changed' in event.data && (first || event.type !== 'ValuesGiven') ? Object.keys(event.data.changed) : [],
  );
  return [...new Set(changed)];
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

const VALUES = new Set(['changed', 'cells', 'values']);

const partOf = (data: CaseEvent['data'], opinions: boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !VALUES.has(key) && (opinions || key !== 'opinion')));
