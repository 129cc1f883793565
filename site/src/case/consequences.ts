import type { EntryView } from '../../../schemas/generated/api.ts';
import { isRecord } from '../fields/lists.ts';
import { caseWords } from '../i18n/case.ts';
import { commonWords } from '../i18n/common.ts';
import { consequenceWords } from '../i18n/consequences.ts';
import { formatDate, formatDeadline } from '../i18n/format.ts';
import type { Names } from './names.ts';

type Data = Readonly<Record<string, unknown>>;
type Tell = { readonly names: Names; readonly zone: string };

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const list = (value: unknown): readonly Data[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : []);
const peopleOf = (seats: unknown): readonly string[] => list(seats).map(({ person }) => text(person));

/** What followed from an entry, a line each; steps that were over at once and events that need no line give none. */
export function consequencesOf(entry: EntryView, names: Names, zone: string): readonly string[] {
  const facts = entry.events.flatMap((event) =>
    isRecord(event.data) ? [{ type: text(event.type), data: event.data }] : [],
  );
  const over = new Set(facts.flatMap(({ type, data }) => (type === 'StepCompleted' ? [data.step] : [])));
  const lasting = facts.filter(({ type, data }) => type !== 'StepEntered' || !over.has(data.step));
  return [...new Set(lasting.flatMap(({ type, data }) => lineOf(type, data, { names, zone })))];
}

function lineOf(type: string, data: Data, tell: Tell): readonly string[] {
  const { names, zone } = tell;
  const words = consequenceWords[names.locale];
  const step = names.step(text(data.step));
  switch (type) {
    case 'CaseStarted':
      if (data.link !== undefined) return [words.byLink(text(data.link))];
      if (isRecord(data.row)) return [words.byRow(formatDate(text(data.row.on), names.locale))];
      return data.via === undefined ? [] : [words.byToken(text(data.via))];
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
      return [...deadlineLine(step, data, names), ...cancelledLine(data, names)];
    case 'CaseWithdrawn':
      return data.to === undefined ? cancelledLine(data, names) : [words.withdrawnTo(names.step(text(data.to)))];
    case 'CaseCompleted':
      return [words.completed];
    case 'LedgerWritten':
      return [data.archive === true ? words.archived : words.ledger(step)];
    case 'StartRequested':
      return [words.started(step)];
    case 'StartPlanned':
      return [words.planned(step, formatDate(text(data.on), names.locale))];
    case 'StartDropped':
      return [words.dropped(step)];
    case 'SeriesOpened':
    case 'SeriesAdvanced':
      return [words.series(step, formatDate(text(data.next), names.locale))];
    case 'SeriesClosed':
      return [words.seriesClosed(step)];
    case 'Copied':
      return [words.copied(joined(peopleOf(data.seats), names))];
    case 'DeadlinePassed':
      return [words.deadline(step, formatDeadline(text(data.due), zone, names.locale)), ...copiedLine(data, names)];
    case 'AskedFirstLate':
      return [words.askedFirstLate(step), ...copiedLine(data, names)];
    case 'RowDeadlinePassed':
      return [words.rowLate(step), ...copiedLine(data, names)];
    default:
      return signerLine(type, data, step, tell);
  }
}

/** More people, fewer people, other people. */
function signerLine(type: string, data: Data, step: string, tell: Tell): readonly string[] {
  const { names } = tell;
  const words = consequenceWords[names.locale];
  const to = isRecord(data.to) ? names.person(text(data.to.person)) : '';
  switch (type) {
    case 'SignersAdded':
      return [words.added(placeName(text(data.place), names), joined(peopleOf(data.seats), names))];
    case 'SignerRemoved':
    case 'CaseCancelled':
      return cancelledLine(data, names);
    case 'SeatDelegated':
      return [words.delegated(to)];
    case 'Consulted':
      return data.question === undefined ? [] : [words.asked(to, text(data.question))];
    case 'SeatTakenBack':
      return [words.takenBack(step), ...cancelledLine(data, names)];
    case 'SeatsReopened': {
      const people = peopleOf(list(data.seats).map(({ seat }) => seat));
      return [words.reopened(step, joined(people, names), titled(data.changed, names.field, names))];
    }
    case 'PathsReset':
      return [words.pathsReset(titled(data.reset, names.step, names)), ...cancelledLine(data, names)];
    case 'BranchRejected':
      return [words.branchEnded, ...cancelledLine(data, names)];
    default:
      return caseLine(type, data, step, tell);
  }
}

/** The case as a whole, its clocks and the cases beside it. */
function caseLine(type: string, data: Data, step: string, { names, zone }: Tell): readonly string[] {
  const { locale } = names;
  const words = consequenceWords[locale];
  const dueLine = (id: unknown, due: unknown) =>
    isRecord(due) ? [words.dueNow(names.step(text(id)), formatDeadline(text(due.at), zone, locale))] : [];
  switch (type) {
    case 'CaseJumped': {
      const passed = texts(data.passed).length === 0 ? [] : [words.passed(titled(data.passed, names.step, names))];
      return [words.jumped(names.step(text(data.to))), ...passed, ...cancelledLine(data, names)];
    }
    case 'CaseResumed':
      return list(data.dues).flatMap(({ step: id, due }) => dueLine(id, due));
    case 'DueChanged':
    case 'ClockResumed':
      return dueLine(data.step, data.due);
    case 'ClockStopped':
      return [words.clockStopped(step)];
    case 'Reminded':
      return [words.reminded(step)];
    case 'ChildOpened':
      return [words.childOpened(text(data.number))];
    case 'ChildEnded':
      return [words.childEnded(statusName(text(data.status), names))];
    case 'ChildStopped':
      return [words.childStopped];
    case 'RevocationAsked':
      return [words.revocation];
    case 'CaseRevoked':
      return [words.revoked];
    default:
      return [];
  }
}

const joined = (ids: readonly string[], names: Names): string =>
  ids.map(names.person).join(commonWords[names.locale].listMark);

const titled = (ids: unknown, titleOf: (id: string) => string, { locale }: Names): string =>
  texts(ids).map(titleOf).join(commonWords[locale].listMark);

function placeName(place: string, { locale }: Names): string {
  const places: Readonly<Record<string, string>> = caseWords[locale].seatPlaces;
  return places[place] ?? place;
}

function statusName(status: string, { locale }: Names): string {
  const statuses: Readonly<Record<string, string>> = commonWords[locale].status;
  return statuses[status] ?? status;
}

/** The words the process gives for what it decided by itself when time was up. */
function deadlineLine(step: string, { why, because }: Data, { locale }: Names): readonly string[] {
  if (why !== 'deadline') return [];
  const given = isRecord(because) ? (because[locale] ?? because['zh-CN']) : because;
  return [consequenceWords[locale].byDeadline(step, text(given))];
}

function copiedLine({ copied }: Data, names: Names): readonly string[] {
  const told = peopleOf(copied);
  return told.length === 0 ? [] : [consequenceWords[names.locale].copied(joined(told, names))];
}

function cancelledLine({ cancelled }: Data, names: Names): readonly string[] {
  const count = Array.isArray(cancelled) ? cancelled.length : 0;
  return count === 0 ? [] : [consequenceWords[names.locale].cancelled(count)];
}
