import type { CaseView, SeatView, StepNode } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { DueChip } from '../components/chip.tsx';
import { Avatar } from '../components/person.tsx';
import { caseWords } from '../i18n/case.ts';
import { formatDeadline, formatInstant, formatSince } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { seatWords } from '../i18n/picture.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import { useActName } from './act-texts.ts';
import type { Names } from './names.ts';
import { Part } from './part.tsx';
import { reasonLines } from './reason-text.ts';
import { seatMarks } from './seat-marks.ts';
import { openSteps } from './steps.ts';

type WaitingNowProps = {
  readonly view: CaseView;
  readonly me: string;
  readonly names: Names;
  readonly onUrge: () => void;
};

/** What waits, for whom, since when, until when, and why for them. */
export function WaitingNow({ view, me, names, onUrge }: WaitingNowProps) {
  const words = useWords(caseWords);
  const steps = openSteps(view.picture);
  if (view.status !== 'open') return null;
  return (
    <Part title={words.waitingTitle} kind="waiting">
      {steps.length === 0 && <p className="soft">{words.nobodyWaits}</p>}
      <ul className="waiting">
        {steps.map((step) => (
          <WaitingStep key={step.step} step={step} me={me} names={names} />
        ))}
      </ul>
      {view.may.includes('urge') && <Urge from={view.urgeFrom} onUrge={onUrge} />}
    </Part>
  );
}

/** Once in a while those who are asked can be asked to hurry. */
function Urge({ from, onUrge }: { readonly from: string | undefined; readonly onUrge: () => void }) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const nameOf = useActName();
  const zone = zoneOf(useSession());
  const tooSoon = from !== undefined && Date.parse(from) > serverNow();
  return (
    <div className="waiting-urge">
      <Button icon="alert" disabled={tooSoon} onClick={onUrge}>
        {nameOf('urge')}
      </Button>
      {tooSoon && <span className="soft small">{words.urgeFrom(formatInstant(from, zone, locale))}</span>}
    </div>
  );
}

type WaitingStepProps = Pick<WaitingNowProps, 'me' | 'names'> & { readonly step: StepNode };

function WaitingStep({ step, me, names }: WaitingStepProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  const seats = step.seats.filter(({ status }) => status === 'open' || status === 'waiting' || status === 'held');
  return (
    <li className="waiting-step">
      <p className="waiting-title">
        <strong>{step.title === undefined ? step.step : pick(step.title, locale)}</strong>
        {step.due !== undefined && <DueChip due={step.due} />}
      </p>
      <ul>
        {seats.map((seat) => (
          <WaitingSeat key={seat.seat} seat={seat} mine={seat.person === me} names={names} />
        ))}
      </ul>
      <p className="soft small">
        {step.since !== undefined && <span>{words.since(formatSince(step.since, serverNow(), zone, locale))}</span>}
        {step.due !== undefined && (
          <span>
            {' · '}
            {step.due.overdue
              ? words.overdue(formatDeadline(step.due.at, zone, locale))
              : words.due(formatDeadline(step.due.at, zone, locale))}
            {step.due.provisional && <span title={words.provisionalHint}>（{words.provisional}）</span>}
          </span>
        )}
        {step.stopped !== undefined && <span> · {words.clockStopped}</span>}
      </p>
    </li>
  );
}

function WaitingSeat({
  seat,
  mine,
  names,
}: {
  readonly seat: SeatView;
  readonly mine: boolean;
  readonly names: Names;
}) {
  const words = useWords(caseWords);
  const states = useWords(seatWords);
  const name = names.person(seat.person);
  return (
    <li className="waiting-seat">
      <Avatar id={seat.person} name={name} />
      <div>
        <span>{mine && seat.status === 'open' ? `${name}（${words.waitingYou}）` : name}</span>
        {seat.status !== 'open' && <span className="waiting-mark">{states[seat.status]}</span>}
        {seatMarks(seat, names).map((mark) => (
          <span key={mark} className="waiting-mark">
            {mark}
          </span>
        ))}
        <details className="why">
          <summary>{mine ? words.whyYou : words.why(name)}</summary>
          {reasonLines(seat.reason, names).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </details>
      </div>
    </li>
  );
}
