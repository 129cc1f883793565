import type { CaseView, EntryList } from '../../../schemas/generated/api.ts';
import { caseWords } from '../i18n/case.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import type { Names } from './names.ts';
import { Part } from './part.tsx';
import { duesExplained, lockedExplained, pathExplained, peopleExplained } from './why-lines.ts';

type WhyPanelProps = { readonly view: CaseView; readonly entries: EntryList | undefined; readonly names: Names };

/** Why these people, why this way, why locked, why late: from the reasons that were recorded. */
export function WhyPanel({ view, entries, names }: WhyPanelProps) {
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  const locale = useLocale();
  const questions = [
    { title: words.whyPeople, lines: peopleExplained(view, names) },
    { title: words.whyPath, lines: pathExplained(view, names) },
    { title: words.whyLocked, lines: lockedExplained(view, names) },
    { title: words.whyDue, lines: duesExplained(view, entries, names, { zone, locale }) },
  ].filter(({ lines }) => lines.length > 0);
  if (questions.length === 0) return null;
  return (
    <Part title={words.whyTitle}>
      {questions.map(({ title, lines }) => (
        <details key={title} className="why-question">
          <summary>{title}</summary>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
    </Part>
  );
}
