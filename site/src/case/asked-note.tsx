import type { CaseView, EntryList, SeatView, TaskView } from '../../../schemas/generated/api.ts';
import { Note } from '../components/states.tsx';
import { isRecord } from '../fields/lists.ts';
import { caseWords } from '../i18n/case.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { Names } from './names.ts';
import { stepsOf } from './steps.ts';

type AskedNoteProps = {
  readonly task: TaskView;
  readonly view: CaseView;
  readonly entries: EntryList | undefined;
  readonly names: Names;
};

/** Who asked me beyond the people of the step and for what; and what those said whom I asked. */
export function AskedNote({ task, view, entries, names }: AskedNoteProps) {
  const words = useWords(caseWords);
  const seats = stepsOf(view.picture).find(({ step }) => step === task.step)?.seats ?? [];
  const asker = seats.find(({ seat }) => seat === task.from)?.person;
  const request = requestOf(task, entries);
  const answers = seats.filter((seat) => seat.from === task.seat && seat.opinion !== undefined);
  const lines = [
    ...(task.for === undefined ? [] : [words.onBehalf(names.person(task.for))]),
    ...(task.place === undefined || asker === undefined ? [] : [words.askedBy[task.place](names.person(asker))]),
  ];
  if (lines.length + answers.length === 0) return null;
  return (
    <Note icon="people">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {request !== undefined && request !== '' && <blockquote className="entry-opinion">{request}</blockquote>}
      {answers.map((seat) => (
        <Answer key={seat.seat} seat={seat} names={names} />
      ))}
    </Note>
  );
}

function Answer({ seat, names }: { readonly seat: SeatView; readonly names: Names }) {
  const words = useWords(caseWords);
  return (
    <>
      <p>
        <strong>{words.answeredBy(names.person(seat.person))}</strong>
      </p>
      <blockquote className="entry-opinion">{seat.opinion}</blockquote>
    </>
  );
}

/** What the person wrote who asked me. */
function requestOf({ seat, place }: TaskView, entries: EntryList | undefined): string | undefined {
  if (place === undefined) return undefined;
  const seatIn = (data: unknown): boolean =>
    isRecord(data) &&
    [data.to, ...(Array.isArray(data.seats) ? data.seats : [])].some((each) => isRecord(each) && each.id === seat);
  return entries?.items.findLast(({ events }) => events.some(({ data }) => seatIn(data)))?.opinion;
}
