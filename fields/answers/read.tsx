import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { questionWords } from '../../site/src/i18n/questions.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import type { Question } from '../questions/kind-question.ts';
import { answersIn } from './kind.ts';
import { isUnanswered } from './kind-answer.ts';

/** Each question with what was answered to it. */
export function ReadAnswers({ value }: ReadProps<'answers'>) {
  const words = useWords(questionWords);
  const { questions, given } = answersIn(value);
  return (
    <dl className="answers-read">
      {questions.map((question) => (
        <div key={question.id}>
          <dt>{question.title}</dt>
          <dd>
            {isUnanswered(given[question.id]) ? (
              <span className="read-empty">{words.unanswered}</span>
            ) : (
              answerText(question, given[question.id], words)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** An answer in words; options by their titles. */
function answerText({ options = [] }: Question, value: unknown, words: { readonly yes: string; readonly no: string }) {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const title = (id: unknown) => options.find((option) => option.id === id)?.title ?? String(id);
  return Array.isArray(value) ? value.map(title).join('、') : title(value);
}
