import type { CaseView, SeatView, StepNode } from '../../../schemas/generated/api.ts';
import { DueChip } from '../components/chip.tsx';
import { Avatar } from '../components/person.tsx';
import { caseWords } from '../i18n/case.ts';
import { formatDeadline, formatSince } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import type { Names } from './names.ts';
import { Part } from './part.tsx';
import { reasonLines } from './reason-text.ts';
import { openSteps } from './steps.ts';

type WaitingNowProps = { readonly view: CaseView; readonly me: string; readonly names: Names };

/** What waits, for whom, since when, until when, and why for them. */
export function WaitingNow({ view, me, names }: WaitingNowProps) {
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
    </Part>
  );
}

type WaitingStepProps = Omit<WaitingNowProps, 'view'> & { readonly step: StepNode };

function WaitingStep({ step, me, names }: WaitingStepProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  const seats = step.seats.filter(({ status }) => status === 'open' || status === 'waiting');
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
  const name = names.person(seat.person);
  return (
    <li className="waiting-seat">
      <Avatar id={seat.person} name={name} />
      <div>
        <span>{mine ? `${name}（${words.waitingYou}）` : name}</span>
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
