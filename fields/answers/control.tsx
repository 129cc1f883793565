import { questionWords } from '../../site/src/i18n/questions.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { type Question, RATING_MARKS, SCALE_TOP } from '../questions/kind-question.ts';
import { MAX_LINE, MAX_TEXT } from './kind-answer.ts';

interface AnswerControlProps {
  readonly question: Question;
  /** `${id}-title` names it. */
  readonly id: string;
  readonly value: unknown;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onAnswer: (next: unknown) => void;
  readonly onLeave: () => void;
}

/** How one question is answered. */
export function AnswerControl(props: AnswerControlProps) {
  switch (props.question.kind) {
    case 'text':
    case 'longText':
      return <Written {...props} />;
    case 'choices':
      return <Several {...props} />;
    default:
      return <OneOf {...props} />;
  }
}

const described = ({ id, invalid, describedBy, question }: AnswerControlProps) => ({
  'aria-labelledby': `${id}-title`,
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
  'aria-required': question.required || undefined,
});

function Written(props: AnswerControlProps) {
  const { question, value, onAnswer, onLeave } = props;
  const shared = {
    ...described(props),
    className: 'input',
    value: typeof value === 'string' ? value : '',
    onBlur: onLeave,
  };
  return question.kind === 'text' ? (
    <input {...shared} maxLength={MAX_LINE} onChange={({ target }) => onAnswer(target.value)} />
  ) : (
    <textarea
      {...shared}
      className="input input-long"
      rows={3}
      maxLength={MAX_TEXT}
      onChange={({ target }) => onAnswer(target.value)}
    />
  );
}

function Several(props: AnswerControlProps) {
  const { question, value, onAnswer, onLeave } = props;
  const { 'aria-required': _, ...names } = described(props);
  const options = question.options ?? [];
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (id: string, on: boolean) =>
    onAnswer(options.map((option) => option.id).filter((each) => (each === id ? on : chosen.includes(each))));
  return (
    // biome-ignore lint/a11y/useSemanticElements: the name of the group stands above it, in the same list item
    <div role="group" {...names} className="options">
      {options.map(({ id, title }) => (
        <label className="option" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
            onBlur={onLeave}
          />
          <span>{title}</span>
        </label>
      ))}
    </div>
  );
}

type Mark = { readonly value: unknown; readonly title: string };

function OneOf(props: AnswerControlProps) {
  const words = useWords(questionWords);
  const { question, id, value, onAnswer, onLeave } = props;
  const marks = marksOf(question, words);
  const numeric = question.kind === 'rating' || question.kind === 'scale';
  const [low, high] = question.kind === 'rating' ? [words.worst, words.best] : [words.least, words.most];
  return (
    <>
      <div role="radiogroup" {...described(props)} className={numeric ? 'answers-marks' : 'options'}>
        {marks.map((mark) => (
          <label className={numeric ? 'answers-mark' : 'option'} key={String(mark.value)}>
            <input
              type="radio"
              name={id}
              checked={value === mark.value}
              onChange={() => onAnswer(mark.value)}
              onBlur={onLeave}
            />
            <span>{mark.title}</span>
          </label>
        ))}
      </div>
      {numeric && (
        <p className="answers-ends small soft">
          <span>{low}</span>
          <span>{high}</span>
        </p>
      )}
    </>
  );
}

function marksOf(
  { kind, options = [] }: Question,
  words: { readonly yes: string; readonly no: string },
): readonly Mark[] {
  if (kind === 'choice') return options.map(({ id, title }) => ({ value: id, title }));
  if (kind === 'rating') return numbers(1, RATING_MARKS);
  if (kind === 'scale') return numbers(0, SCALE_TOP);
  return [
    { value: true, title: words.yes },
    { value: false, title: words.no },
  ];
}

const numbers = (first: number, last: number): readonly Mark[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ value: first + index, title: String(first + index) }));
