import type { IncidentView } from '../../../schemas/generated/api.ts';
import { Chip } from '../components/chip.tsx';
import { formatInstant } from '../i18n/format.ts';
import { incidentWords } from '../i18n/incidents.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { Reason } from './reason.tsx';
import { Retry } from './retry.tsx';

export interface IncidentCardProps {
  readonly incident: IncidentView;
  readonly mayRetry: boolean;
}

/** One thing that could not be done: what, for which case, why, how often it was tried. */
export function IncidentCard({ incident, mayRetry }: IncidentCardProps) {
  const locale = useLocale();
  const words = useWords(incidentWords);
  const { kind, process, state } = incident;
  return (
    <li className="card stack incident">
      <div className="incident-head">
        <h2>{words.kinds[kind]}</h2>
        <Chip tone={state === 'open' ? 'reject' : 'agree'} icon={state === 'open' ? 'alert' : 'check'}>
          {words.states[state]}
        </Chip>
      </div>
      <p className="incident-facts">
        {process && <span>{words.process(pick(process.title, locale))}</span>}
        {incident.case && (
          <span>
            {words.from} <CaseNumber from={incident.case} />
          </span>
        )}
      </p>
      <p>
        <strong>{words.why}</strong> <Reason incident={incident} />
      </p>
      <Tries incident={incident} />
      {state === 'open' && mayRetry && <Retry incident={incident} />}
    </li>
  );
}

/** A link only for whoever may open the case. */
function CaseNumber({ from: { id, number, mayRead } }: { readonly from: NonNullable<IncidentView['case']> }) {
  const locale = useLocale();
  if (!mayRead) return <span className="mono">{number}</span>;
  return (
    <a className="mono" href={page('/case/', locale, { id })}>
      {number}
    </a>
  );
}

function Tries({ incident }: Pick<IncidentCardProps, 'incident'>) {
  const locale = useLocale();
  const words = useWords(incidentWords);
  const zone = zoneOf(useSession());
  const { attempts, firstAt, lastAt, retriedBy, resolvedBy, resolvedAt } = incident;
  const at = (moment: string) => formatInstant(moment, zone, locale);
  const tries = [
    words.attempts(attempts),
    words.first(at(firstAt)),
    ...(lastAt === firstAt ? [] : [words.last(at(lastAt))]),
  ];
  return (
    <p className="small soft incident-facts">
      {tries.map((text) => (
        <span key={text}>{text}</span>
      ))}
      {resolvedAt === undefined && retriedBy && <span>{words.retriedBy(pick(retriedBy.name, locale))}</span>}
      {resolvedAt !== undefined && (
        <span>
          {resolvedBy
            ? words.resolvedBy(pick(resolvedBy.name, locale), at(resolvedAt))
            : words.resolvedItself(at(resolvedAt))}
        </span>
      )}
    </p>
  );
}
