import type { CaseView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Avatar } from '../components/person.tsx';
import { caseWords } from '../i18n/case.ts';
import { formatSince } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import { useActName } from './act-texts.ts';
import type { Names } from './names.ts';
import { Part } from './part.tsx';

type CommentsProps = { readonly view: CaseView; readonly names: Names; readonly onComment: () => void };

export function Comments({ view, names, onComment }: CommentsProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const nameOf = useActName();
  const zone = zoneOf(useSession());
  return (
    <Part title={words.commentsTitle}>
      {view.comments.length === 0 && <p className="soft">{words.commentsEmpty}</p>}
      <ul className="comments">
        {view.comments.map(({ by, at, text }) => (
          <li key={`${by} ${at}`} className="comment">
            <Avatar id={by} name={names.person(by)} />
            <div>
              <p>
                <strong>{names.person(by)}</strong>{' '}
                <time className="soft small" dateTime={at}>
                  {formatSince(at, serverNow(), zone, locale)}
                </time>
              </p>
              <p className="comment-text">{text}</p>
            </div>
          </li>
        ))}
      </ul>
      {view.may.includes('comment') && (
        <Button icon="comment" onClick={onComment}>
          {nameOf('comment')}
        </Button>
      )}
    </Part>
  );
}
