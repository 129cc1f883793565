import { useState } from 'react';
import { Button } from '../../site/src/components/button.tsx';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { questionWords } from '../../site/src/i18n/questions.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { BankButton } from './bank.tsx';
import { blankQuestion, moved } from './edit.ts';
import { MAX_QUESTIONS, type Question, questionsIn } from './kind-question.ts';
import { QuestionCard } from './question-card.tsx';

/** Writes a questionnaire: a card a question, in the order they will be asked. */
export function QuestionsView(props: FieldProps<'questions'>) {
  const { field, place, invalid } = props;
  const words = useWords(questionWords);
  const store = useFormStore();
  const value = useValue(place);
  const [gone, setGone] = useState<{ readonly question: Question; readonly at: number }>();
  const questions = questionsIn(value);
  const max = field.max ?? MAX_QUESTIONS;
  const keep = (next: readonly Question[]) => store.set(place, next.length === 0 ? undefined : next);
  const flaws = invalid
    ? (store.model.nodes.get(place)?.limits(value, { values: {}, facts: store.facts() }) ?? [])
    : [];
  const undo = () => {
    if (gone !== undefined) keep(questions.toSpliced(gone.at, 0, gone.question));
    setGone(undefined);
  };
  return (
    <div {...groupProps(props)} {...asGroup} className="questions">
      {questions.length === 0 && <p className="soft">{words.none}</p>}
      <ol className="questions-list">
        {questions.map((question, index) => (
          <QuestionCard
            key={question.id}
            {...{ question, index, count: questions.length, id: `${props.id}-${question.id}` }}
            flaws={flaws.filter(({ under }) => under.startsWith(`/${index}/`))}
            onChange={(next) => keep(questions.with(index, next))}
            onMove={(to) => keep(moved(questions, index, to))}
            onRemove={() => {
              setGone({ question, at: index });
              keep(questions.toSpliced(index, 1));
            }}
            onLeave={() => store.leave(place)}
          />
        ))}
      </ol>
      <div role="status" className="questions-gone">
        {gone !== undefined && (
          <>
            {words.removed(gone.at + 1)}
            <Button tone="plain" onClick={undo}>
              {words.undo}
            </Button>
          </>
        )}
      </div>
      {questions.length >= max ? (
        <p className="small soft">{words.full(max)}</p>
      ) : (
        <div className="questions-foot">
          <Button icon="plus" onClick={() => keep([...questions, blankQuestion(questions)])}>
            {words.add}
          </Button>
          {field.bank !== undefined && (
            <BankButton ledger={field.bank} questions={questions} room={max - questions.length} onAdd={keep} />
          )}
        </div>
      )}
    </div>
  );
}
