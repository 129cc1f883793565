import type { CaseAnswers } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Part } from '../case/part.tsx';
import { LinkButton } from '../components/button.tsx';
import { ErrorNote, Skeleton } from '../components/states.tsx';
import { linkWords } from '../i18n/links.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { QuestionResult } from './question-result.tsx';

/** What came in by public links about this case, and the way to make one. */
export function AnswersPart({ id }: { readonly id: string }) {
  const locale = useLocale();
  const words = useWords(linkWords);
  const { value, problem, reload } = useLoad<CaseAnswers>(`/api/cases/${id}/answers`);
  if (problem) return <ErrorNote problem={problem} onRetry={reload} />;
  if (value === undefined) return <Skeleton />;
  if (value.fields.length === 0) return null;
  return (
    <Part title={words.answers} kind="form">
      {value.links.length > 0 && (
        <div className="answers-links">
          {value.links.map((process) => (
            <LinkButton key={process.id} icon="globe" href={page('/links/', locale, { about: id })}>
              {words.makeHere(pick(process.title, locale))}
            </LinkButton>
          ))}
        </div>
      )}
      {value.fields.map((field) => (
        <section key={pick(field.title, locale)} className="answers-field">
          <p>{field.received === 0 ? words.answersNone : words.answersCount(field.received)}</p>
          {field.received > 0 && (
            <ol className="answers-results">
              {field.questions.map((question) => (
                <QuestionResult key={question.id} question={question} />
              ))}
            </ol>
          )}
        </section>
      ))}
    </Part>
  );
}
