import type { Flaw } from '#engine';
import { IconButton } from '../../site/src/components/button.tsx';
import { issueWords } from '../../site/src/i18n/issues.ts';
import { questionWords } from '../../site/src/i18n/questions.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { withKind } from './edit.ts';
import { hasOptions, MAX_TITLE, QUESTION_KINDS, type Question } from './kind-question.ts';
import { OptionList } from './option-list.tsx';

interface QuestionCardProps {
  readonly question: Question;
  readonly index: number;
  readonly count: number;
  readonly id: string;
  readonly flaws: readonly Flaw[];
  readonly onChange: (next: Question) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onLeave: () => void;
}

/** One question being written. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, index, id, flaws, onChange, onLeave } = props;
  const words = useWords(questionWords);
  const issues = useWords(issueWords);
  const flaw = flaws[0];
  const wrongTitle = flaws.some(({ under }) => under === `/${index}/title`);
  return (
    <li className={flaw === undefined ? 'question-card' : 'question-card question-wrong'}>
      <CardHead {...props} />
      <label className="unseen" htmlFor={`${id}-title`}>
        {words.title}
      </label>
      <textarea
        id={`${id}-title`}
        className="input question-title"
        rows={1}
        maxLength={MAX_TITLE}
        placeholder={words.title}
        value={question.title}
        aria-invalid={wrongTitle || undefined}
        aria-describedby={flaw === undefined ? undefined : `${id}-issue`}
        onChange={({ target }) => onChange({ ...question, title: target.value })}
        onBlur={onLeave}
      />
      <div className="question-row">
        <select
          className="input question-kind"
          aria-label={words.kind}
          value={question.kind}
          onChange={({ target }) => {
            const kind = QUESTION_KINDS.find((each) => each === target.value);
            if (kind !== undefined) onChange(withKind(question, kind));
          }}
        >
          {QUESTION_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
        <label className="option question-required">
          <input
            type="checkbox"
            checked={question.required === true}
            onChange={({ target }) => onChange({ ...question, required: target.checked })}
          />
          <span>{words.required}</span>
        </label>
      </div>
      {hasOptions(question.kind) && (
        <OptionList
          id={id}
          options={question.options ?? []}
          onChange={(options) => onChange({ ...question, options })}
          onLeave={onLeave}
        />
      )}
      {flaw !== undefined && (
        <p className="field-issue" id={`${id}-issue`}>
          {issues[flaw.code](flaw.params)}
        </p>
      )}
    </li>
  );
}

function CardHead({ index, count, onMove, onRemove }: QuestionCardProps) {
  const words = useWords(questionWords);
  const number = index + 1;
  return (
    <div className="question-head">
      <span className="question-number">{words.number(number)}</span>
      <IconButton icon="up" label={words.up(number)} disabled={index === 0} onClick={() => onMove(index - 1)} />
      <IconButton
        icon="down"
        label={words.down(number)}
        disabled={number === count}
        onClick={() => onMove(index + 1)}
      />
      <IconButton icon="trash" label={words.remove(number)} onClick={onRemove} />
    </div>
  );
}
