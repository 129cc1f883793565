import { useEffect, useId } from 'react';

export type Option = { readonly id: string; readonly title: string; readonly hint?: string };

type OptionChoiceProps = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  /** What to say when nothing was chosen. */
  readonly missing?: string | undefined;
  readonly onChoose: (id: string) => void;
};

/** One of a few; a single one is chosen from the start. */
export function OptionChoice({ label, options, value, missing, onChoose }: OptionChoiceProps) {
  const id = useId();
  const [only, ...others] = options;
  const single = others.length === 0 ? only?.id : undefined;
  useEffect(() => {
    if (single !== undefined && value === '') onChoose(single);
  });
  return (
    <fieldset className="field" aria-describedby={missing === undefined ? undefined : id}>
      <legend className="field-label">{label}</legend>
      <div className="options options-column">
        {options.map(({ id: option, title, hint }) => (
          <label className={hint === undefined ? 'option' : 'option option-tall'} key={option}>
            <input type="radio" name={id} checked={value === option} onChange={() => onChoose(option)} />
            <span>
              {hint === undefined ? title : <strong>{title}</strong>}
              {hint !== undefined && <span className="soft small option-hint">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {missing !== undefined && (
        <p id={id} className="field-issue">
          {missing}
        </p>
      )}
    </fieldset>
  );
}
