import type { EntryView } from '../../../schemas/generated/api.ts';
import { isRecord } from '../fields/lists.ts';
import { commonWords } from '../i18n/common.ts';
import { consequenceWords } from '../i18n/events.ts';
import { formatDate, formatDeadline } from '../i18n/format.ts';
import type { Names } from './names.ts';

type Data = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const list = (value: unknown): readonly Data[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const peopleOf = (seats: unknown): readonly string[] => list(seats).map(({ person }) => text(person));

/** What followed from an entry, a line each; steps that were over at once and events that need no line give none. */
export function consequencesOf(entry: EntryView, names: Names, zone: string): readonly string[] {
  const facts = entry.events.flatMap((event) =>
    isRecord(event.data) ? [{ type: text(event.type), data: event.data }] : [],
  );
  const over = new Set(facts.flatMap(({ type, data }) => (type === 'StepCompleted' ? [data.step] : [])));
  const lasting = facts.filter(({ type, data }) => type !== 'StepEntered' || !over.has(data.step));
  return [...new Set(lasting.flatMap(({ type, data }) => lineOf(type, data, names, zone)))];
}

function lineOf(type: string, data: Data, names: Names, zone: string): readonly string[] {
  const words = consequenceWords[names.locale];
  const step = names.step(text(data.step));
  switch (type) {
    case 'StepEntered':
      return [words.entered(step, joined(peopleOf(data.seats), names))];
    case 'SeatAgreed':
      return isRecord(data.like) ? [words.autoAgreed(step)] : [];
    case 'StepReturned':
      return [words.returned(names.step(text(data.to))), ...cancelledLine(data, names)];
    case 'SeatMoved':
      return isRecord(data.to) ? [words.moved(names.person(text(data.to.person)))] : [];
    case 'StepCompleted':
    case 'CaseRejected':
      return cancelledLine(data, names);
    case 'CaseWithdrawn':
      return data.to === undefined ? cancelledLine(data, names) : [words.withdrawnTo(names.step(text(data.to)))];
    case 'CaseCompleted':
      return [words.completed];
    case 'LedgerWritten':
      return [words.ledger(step)];
    case 'StartRequested':
      return [words.started(step)];
    case 'StartPlanned':
      return [words.planned(step, formatDate(text(data.on), names.locale))];
    case 'SeriesOpened':
    case 'SeriesAdvanced':
      return [words.series(step, formatDate(text(data.next), names.locale))];
    case 'SeriesClosed':
      return [words.seriesClosed(step)];
    case 'Copied':
      return [words.copied(joined(peopleOf(data.seats), names))];
    case 'DeadlinePassed': {
      const told = peopleOf(data.copied);
      const late = words.deadline(step, formatDeadline(text(data.due), zone, names.locale));
      return told.length === 0 ? [late] : [late, words.copied(joined(told, names))];
    }
    default:
      return [];
  }
}

const joined = (ids: readonly string[], names: Names): string =>
  ids.map(names.person).join(commonWords[names.locale].listMark);

function cancelledLine({ cancelled }: Data, names: Names): readonly string[] {
  const count = Array.isArray(cancelled) ? cancelled.length : 0;
  return count === 0 ? [] : [consequenceWords[names.locale].cancelled(count)];
}
