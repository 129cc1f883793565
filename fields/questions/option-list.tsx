import { Button, IconButton } from '../../site/src/components/button.tsx';
import { questionWords } from '../../site/src/i18n/questions.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { freshId } from './edit.ts';
import { MAX_OPTION, MAX_OPTIONS, type QuestionOption } from './kind-question.ts';

interface OptionListProps {
  readonly id: string;
  readonly options: readonly QuestionOption[];
  readonly onChange: (next: readonly QuestionOption[]) => void;
  readonly onLeave: () => void;
}

/** What can be chosen; Enter in the last one adds another. */
export function OptionList({ id, options, onChange, onLeave }: OptionListProps) {
  const words = useWords(questionWords);
  const fresh = () =>
    freshId(
      'o',
      options.map((option) => option.id),
    );
  const add = () => onChange([...options, { id: fresh(), title: '' }]);
  const full = options.length >= MAX_OPTIONS;
  return (
    <div className="question-options">
      {options.map((option, index) => (
        <div className="question-option" key={option.id}>
          <input
            id={`${id}-${option.id}`}
            className="input"
            aria-label={words.option(index + 1)}
            placeholder={words.option(index + 1)}
            maxLength={MAX_OPTION}
            value={option.title}
            onChange={({ target }) => onChange(options.with(index, { ...option, title: target.value }))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              if (index === options.length - 1 && !full) add();
            }}
            onBlur={onLeave}
          />
          <IconButton
            icon="close"
            label={words.removeOption(index + 1)}
            onClick={() => onChange(options.toSpliced(index, 1))}
          />
        </div>
      ))}
      {!full && (
        <Button tone="plain" icon="plus" onClick={add}>
          {words.addOption}
        </Button>
      )}
    </div>
  );
}
