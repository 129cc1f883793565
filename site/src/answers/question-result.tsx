import type { CaseAnswers } from '../../../schemas/generated/api.ts';
import { linkWords } from '../i18n/links.ts';
import { useWords } from '../i18n/use-locale.tsx';

type Question = CaseAnswers['fields'][number]['questions'][number];

/** What everybody answered to one question: bars, an average, or the texts. */
export function QuestionResult({ question }: { readonly question: Question }) {
  const words = useWords(linkWords);
  const { title, kind, answered, options, average, texts } = question;
  const named = (option: string) => (kind !== 'flag' ? option : option === 'true' ? words.yes : words.no);
  return (
    <li>
      <h3 className="answers-question">{title}</h3>
      <p className="small soft">
        {words.answeredBy(answered)}
        {average !== undefined && ` · ${words.average(average)}`}
      </p>
      {options && (
        <dl className="answers-bars">
          {options.map((option) => (
            <Bar key={option.title} name={named(option.title)} count={option.count} of={answered} />
          ))}
        </dl>
      )}
      {texts && texts.length > 0 && (
        <details>
          <summary>{words.texts(texts.length)}</summary>
          <ul className="answers-texts">
            {texts.map((text, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: texts repeat, and their order never changes
              <li key={index}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Bar({ name, count, of }: { readonly name: string; readonly count: number; readonly of: number }) {
  const words = useWords(linkWords);
  const percent = of === 0 ? 0 : Math.round((count * 100) / of);
  return (
    <div className="answers-bar">
      <dt>{name}</dt>
      <dd>
        <meter min={0} max={Math.max(of, 1)} value={count} aria-hidden="true" />
        <span>{words.share(count, String(percent))}</span>
      </dd>
    </div>
  );
}
