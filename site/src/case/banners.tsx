import type { CaseView, InterventionView } from '../../../schemas/generated/api.ts';
import { Note } from '../components/states.tsx';
import { caseWords } from '../i18n/case.ts';
import { formatInstant } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import type { Names } from './names.ts';
import { reasonLines } from './reason-text.ts';
import { stepsOf } from './steps.ts';

type BannersProps = { readonly view: CaseView; readonly me: string; readonly names: Names };

/** What everybody has to know before reading on: the case stands still, somebody stepped in, my task is gone. */
export function Banners({ view, me, names }: BannersProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  const { held } = view;
  // The present hold is said already.
  const interventions = view.interventions.filter(({ kind, at }) => kind !== 'held' || at !== held?.at);
  return (
    <>
      {held !== undefined && (
        <Note tone="return" icon="clock">
          <p>
            <strong>{words.heldBy(names.person(held.by), formatInstant(held.at, zone, locale))}</strong>
          </p>
          <p>{words.heldBody}</p>
          {held.opinion !== undefined && <p className="comment-text">{held.opinion}</p>}
        </Note>
      )}
      {view.revocation === true && (
        <Note icon="info">
          <p>{words.revocationAsked}</p>
        </Note>
      )}
      {interventions.length > 0 && <Interventions list={interventions} names={names} />}
      <EndedTask view={view} me={me} names={names} />
    </>
  );
}

function Interventions({ list, names }: { readonly list: readonly InterventionView[]; readonly names: Names }) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  return (
    <Note tone="return" icon="shield">
      <p>
        <strong>{words.interventionsTitle}</strong>
      </p>
      {list.map(({ kind, by, at, opinion, step }) => (
        <div key={`${kind} ${at}`}>
          <p>
            {words.interventions[kind](names.person(by), step === undefined ? '' : names.step(step))}{' '}
            <span className="soft small">{formatInstant(at, zone, locale)}</span>
          </p>
          {opinion !== undefined && <p className="comment-text">{opinion}</p>}
        </div>
      ))}
    </Note>
  );
}

/** Why a task of mine is gone although I did not decide: said as long as nothing else waits for me. */
function EndedTask({ view, me, names }: BannersProps) {
  const words = useWords(caseWords);
  if (view.tasks.length > 0) return null;
  const ended = stepsOf(view.picture).flatMap(({ step, seats }) =>
    seats.flatMap(({ seat, person, status, end }) =>
      person === me && status === 'cancelled' && end !== undefined ? [{ step, seat, end }] : [],
    ),
  );
  return ended.map(({ step, seat, end }) => (
    <Note key={seat} icon="info">
      <p>
        <strong>{words.taskEnded(names.step(step))}</strong>
      </p>
      {reasonLines(end, names).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Note>
  ));
}
