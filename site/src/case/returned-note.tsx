import type { EntryList, TaskView } from '../../../schemas/generated/api.ts';
import { Note } from '../components/states.tsx';
import { caseWords } from '../i18n/case.ts';
import { formatSince } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import type { Names } from './names.ts';

type ReturnedNoteProps = { readonly task: TaskView; readonly list: EntryList; readonly names: Names };

/** Why a step is done again, in the words of whoever returned it. */
export function ReturnedNote({ task, list, names }: ReturnedNoteProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  const entry = list.items.findLast(({ what }) => what === 'StepReturned');
  if (task.round === 1 || entry === undefined) return null;
  return (
    <Note tone="return" icon="back">
      <p>
        <strong>{words.returnedBy(names.person(entry.by), formatSince(entry.at, serverNow(), zone, locale))}</strong>
      </p>
      {entry.opinion !== undefined && <p className="comment-text">{entry.opinion}</p>}
    </Note>
  );
}
