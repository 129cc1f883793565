import { useState } from 'react';
import type { AbsenceView, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote, Note } from '../components/states.tsx';
import { absenceWords } from '../i18n/absence.ts';
import { commonWords } from '../i18n/common.ts';
import { formatDate } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession } from '../session/session.ts';

export interface AbsenceCardProps {
  readonly absence: AbsenceView;
  readonly today: string;
  readonly onEnded: () => void;
}

/** One absence: who, when, who acts instead, and the way to end it. */
export function AbsenceCard({ absence, today, onEnded }: AbsenceCardProps) {
  const locale = useLocale();
  const words = useWords(absenceWords);
  const { listMark } = useWords(commonWords);
  const session = useSession();
  const { person, proxy, from, until, processes, by, proxyAway } = absence;
  const begun = from <= today;
  return (
    <li className="card stack absence-card">
      <div className="absence-line">
        <h3>{`${formatDate(from, locale)} — ${formatDate(until, locale)}`}</h3>
        <Chip tone={begun ? 'accent' : 'normal'}>{begun ? words.now : words.later}</Chip>
      </div>
      <p>
        {person.id !== session?.person.id && <strong>{`${pick(person.name, locale)} · `}</strong>}
        {words.proxyIs(pick(proxy.name, locale))}
      </p>
      <p className="small soft">
        {processes?.map(({ title }) => pick(title, locale)).join(listMark) ?? words.everywhere}
        {by && ` · ${words.enteredBy(pick(by.name, locale))}`}
      </p>
      {proxyAway && (
        <Note tone="return" icon="alert">
          <p>{words.proxyAway(formatDate(proxyAway.from, locale), formatDate(proxyAway.until, locale))}</p>
        </Note>
      )}
      <EndAbsence id={absence.id} begun={begun} onEnded={onEnded} />
    </li>
  );
}

interface EndAbsenceProps {
  readonly id: string;
  readonly begun: boolean;
  readonly onEnded: () => void;
}

function EndAbsence({ id, begun, onEnded }: EndAbsenceProps) {
  const words = useWords(absenceWords);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const close = () => setAsking(false);
  const end = async () => {
    setBusy(true);
    const answer = await api.delete(`/api/absences/${id}`);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    close();
    onEnded();
  };
  const action = begun ? words.end : words.callOff;
  const foot = (
    <>
      <Button onClick={close}>{words.keep}</Button>
      <Button tone="primary" busy={busy} onClick={() => void end()}>
        {action}
      </Button>
    </>
  );
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{action}</Button>
      <Dialog open={asking} title={begun ? words.endTitle : words.callOffTitle} onClose={close} foot={foot}>
        <p>{begun ? words.endText : words.callOffText}</p>
        {problem && <ErrorNote problem={problem} />}
      </Dialog>
    </div>
  );
}
