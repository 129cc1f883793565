import type { CaseView } from '../../../schemas/generated/api.ts';
import { caseWords } from '../i18n/case.ts';
import { formatInstant } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import type { Names } from './names.ts';
import { Part } from './part.tsx';

/** Who was told of the case, and when they opened it. */
export function ToldPeople({ view, names }: { readonly view: CaseView; readonly names: Names }) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  if (view.copies.length === 0) return null;
  return (
    <Part title={words.copiesTitle}>
      <ul className="told">
        {view.copies.map(({ person, at, readAt }) => (
          <li key={`${person} ${at}`}>
            <span>{names.person(person)}</span>{' '}
            <span className="soft small">
              {readAt === undefined ? words.copyUnread : words.copyRead(formatInstant(readAt, zone, locale))}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
