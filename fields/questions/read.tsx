import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { questionWords } from '../../site/src/i18n/questions.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { questionsIn } from './kind-question.ts';

/** The questionnaire as it will be asked. */
export function ReadQuestions({ value }: ReadProps<'questions'>) {
  const words = useWords(questionWords);
  return (
    <ol className="questions-read">
      {questionsIn(value).map(({ id, kind, title, required, options = [] }) => (
        <li key={id}>
          <span>{title}</span>
          <span className="small soft">
            {words.kinds[kind]}
            {required === true && ` · ${words.required}`}
          </span>
          {options.length > 0 && (
            <ul className="small">
              {options.map((option) => (
                <li key={option.id}>{option.title}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
