import type { CaseView, ConsultationView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Avatar } from '../components/person.tsx';
import { caseWords } from '../i18n/case.ts';
import { formatSince } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import { useActName } from './act-texts.ts';
import type { Names } from './names.ts';
import { Part } from './part.tsx';

type ConsultationsProps = {
  readonly view: CaseView;
  readonly me: string;
  readonly names: Names;
  readonly onReply: (consultation: number) => void;
};

/** Questions people asked each other about the case, with the answers. */
export function Consultations({ view, me, names, onReply }: ConsultationsProps) {
  const words = useWords(caseWords);
  if (view.consultations.length === 0) return null;
  const asked = view.consultations.some(({ to, answer }) => to === me && answer === undefined);
  return (
    <Part title={words.consultationsTitle} {...(asked ? { kind: 'waiting' as const } : {})}>
      <ul className="comments">
        {view.consultations.map((each) => (
          <li key={each.id} className="comment">
            <Avatar id={each.by} name={names.person(each.by)} />
            <div>
              <p>
                <strong>{words.asks(names.person(each.by), names.person(each.to))}</strong> <Moment at={each.at} />
              </p>
              <p className="comment-text">{each.question}</p>
              <Answer {...each} mine={each.to === me} names={names} onReply={() => onReply(each.id)} />
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

type AnswerProps = ConsultationView & {
  readonly mine: boolean;
  readonly names: Names;
  readonly onReply: () => void;
};

function Answer({ to, answer, answeredAt, mine, names, onReply }: AnswerProps) {
  const words = useWords(caseWords);
  const nameOf = useActName();
  if (answer === undefined) {
    return mine ? (
      <Button tone="primary" icon="comment" onClick={onReply}>
        {nameOf('reply')}
      </Button>
    ) : (
      <p className="soft small">{words.answerAwaited}</p>
    );
  }
  return (
    <blockquote className="entry-opinion">
      <p>
        <strong>{names.person(to)}</strong> {answeredAt !== undefined && <Moment at={answeredAt} />}
      </p>
      <p className="comment-text">{answer}</p>
    </blockquote>
  );
}

function Moment({ at }: { readonly at: string }) {
  const zone = zoneOf(useSession());
  return (
    <time className="soft small" dateTime={at}>
      {formatSince(at, serverNow(), zone, useLocale())}
    </time>
  );
}
