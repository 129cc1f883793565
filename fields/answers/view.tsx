import type { Flaw, IssueCode } from '#engine';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { issueWords } from '../../site/src/i18n/issues.ts';
import { questionWords } from '../../site/src/i18n/questions.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { answerPointer, type Question } from '../questions/kind-question.ts';
import { AnswerControl } from './control.tsx';
import { answersIn } from './kind.ts';
import { isUnanswered } from './kind-answer.ts';

/** One card a question, in the order they are asked. */
export function AnswersView(props: FieldProps<'answers'>) {
  const words = useWords(questionWords);
  const store = useFormStore();
  const value = useValue(props.place);
  const { questions, given } = answersIn(value);
  const answer = (id: string, next: unknown) => {
    const { [id]: _, ...others } = given;
    store.set(props.place, { questions, given: isUnanswered(next) ? others : { ...others, [id]: next } });
  };
  const flaws = props.invalid
    ? (store.model.nodes.get(props.place)?.limits(value, { values: {}, facts: store.facts() }) ?? [])
    : [];
  const answered = questions.filter(({ id }) => !isUnanswered(given[id])).length;
  return (
    <div {...groupProps(props)} {...asGroup} className="answers">
      <p className="small soft" role="status">
        {words.answered(answered, questions.length)}
      </p>
      <ol className="answers-list">
        {questions.map((question, index) => (
          <Asked
            key={question.id}
            {...{ question, number: index + 1, id: `${props.id}-${question.id}`, value: given[question.id] }}
            flaw={flaws.find(({ under }) => under.startsWith(answerPointer(question.id)))}
            onAnswer={(next) => answer(question.id, next)}
            onLeave={() => store.leave(props.place)}
          />
        ))}
      </ol>
    </div>
  );
}

interface AskedProps {
  readonly question: Question;
  readonly number: number;
  readonly id: string;
  readonly value: unknown;
  readonly flaw: Flaw | undefined;
  readonly onAnswer: (next: unknown) => void;
  readonly onLeave: () => void;
}

function Asked({ question, number, id, value, flaw, onAnswer, onLeave }: AskedProps) {
  const words = useWords(questionWords);
  const issues = useWords(issueWords);
  const describedBy = flaw === undefined ? undefined : `${id}-issue`;
  return (
    <li className={flaw === undefined ? 'answers-one' : 'answers-one answers-wrong'}>
      <p className="answers-title" id={`${id}-title`}>
        <span className="answers-number">
          <span className="unseen">{words.number(number)}</span>
          <span aria-hidden="true">{number}</span>
        </span>
        <span>
          {question.title}
          {question.required === true && (
            <span className="field-required" aria-hidden="true">
              *
            </span>
          )}
        </span>
      </p>
      <AnswerControl {...{ question, id, value, describedBy, onAnswer, onLeave }} invalid={flaw !== undefined} />
      {flaw !== undefined && (
        <p className="field-issue" id={`${id}-issue`}>
          {issueOf(issues, flaw)}
        </p>
      )}
    </li>
  );
}

const issueOf = (words: Readonly<Record<IssueCode, (params: Flaw['params']) => string>>, { code, params }: Flaw) =>
  words[code](params);
