import {
  type CaseEvent,
  type CaseEventType,
  type CaseState,
  type FieldPath,
  isObject,
  type SealedEntry,
} from '#engine';
import type { EntryView } from '../../../schemas/generated/api.ts';

/** What somebody may read of an entry beside the values it changed. */
export type ActReader = { readonly viewer: string; readonly opinions: boolean; readonly sight: ReadonlySet<FieldPath> };
type Headline = Pick<EntryView, 'what' | 'step' | 'round' | 'opinion' | 'text' | 'to' | 'seen' | 'as' | 'forced'>;

/** Events that come along with another one and name an entry only when they are alone. */
const COMPANIONS: ReadonlySet<CaseEventType> = new Set([
  'ChildStopped',
  'ClockResumed',
  'ClockStopped',
  'LedgerWritten',
  'SeatActivated',
  'SeatClaimed',
  'SeatReleased',
  'ValuesGiven',
]);

const TEXTS = ['step', 'opinion', 'text'] as const;

/** What an entry is about: the act that its author carried out, for whom, and what was said. */
export function headlineOf(
  entry: SealedEntry,
  before: CaseState | undefined,
  after: CaseState,
  reader: ActReader,
): Headline {
  const act = entry.events.find(({ type }) => !COMPANIONS.has(type)) ?? entry.events[0];
  if (!act) throw new Error(`entry ${entry.seq} records nothing`);
  const data: Readonly<Record<string, unknown>> = partOf(act, entry, after, reader);
  const texts = TEXTS.flatMap((key) => (typeof data[key] === 'string' ? [[key, data[key]] as const] : []));
  const to = isObject(data.to) ? data.to.person : data.to;
  const forced = before !== undefined && after.interventions.length > before.interventions.length;
  return {
    what: act.type,
    ...Object.fromEntries(texts),
    ...(typeof data.round === 'number' && { round: data.round }),
    ...(typeof to === 'string' && { to }),
    ...(typeof data.digest === 'string' && 'seat' in data && { seen: data.digest }),
    ...standIn(act, before ?? after),
    ...(forced && { forced }),
  };
}

/** The absent person whose seat the author had. */
function standIn({ data }: CaseEvent, { steps }: CaseState): Pick<Headline, 'as'> {
  if (!('seat' in data) || typeof data.seat !== 'number') return {};
  const seats = Object.values(steps).flatMap((step) => step.seats);
  const absent = seats.find(({ id }) => id === data.seat)?.for;
  return absent === undefined ? {} : { as: absent };
}

const VALUES = new Set(['changed', 'cells', 'values', 'given']);
const WORDS = new Set(['opinion', 'question']);

/** An event without the values it carries, and without what was said where that is not for the reader. */
export function partOf(
  event: CaseEvent,
  entry: SealedEntry,
  after: CaseState,
  reader: ActReader,
): Readonly<Record<string, unknown>> {
  const hears = reader.opinions || concerns(event, entry, after, reader.viewer);
  const hidden = (key: string) => (event.type === 'Replied' && key === 'text') || WORDS.has(key);
  const kept = Object.entries(event.data).filter(([key]) => !VALUES.has(key) && (hears || !hidden(key)));
  const fields = 'changed' in event.data && Array.isArray(event.data.changed) ? event.data.changed : undefined;
  return {
    ...Object.fromEntries(kept),
    ...(fields && { changed: fields.filter((field) => reader.sight.has(field)) }),
  };
}

/** Whether a question or its answer is the reader's own, or for them. */
function concerns(event: CaseEvent, { by }: SealedEntry, { consultations }: CaseState, viewer: string): boolean {
  if (event.type === 'Consulted') return by === viewer || event.data.to.person === viewer;
  if (event.type !== 'Replied') return false;
  const asked = consultations.find(({ id }) => id === event.data.consultation);
  return by === viewer || asked?.by === viewer;
}
