import { controlProps, type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

export const FlagView = (props: FieldProps<'flag'>) =>
  props.required && props.label === undefined ? <YesNo {...props} /> : <Switch {...props} />;

function Switch(props: FieldProps<'flag'>) {
  const store = useFormStore();
  const words = useWords(formWords);
  const checked = useValue(props.place) === true;
  return (
    <label className="switch">
      <input
        {...controlProps(props)}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => store.set(props.place, event.target.checked)}
        onBlur={() => store.leave(props.place)}
      />
      <span className="switch-word" aria-hidden="true">
        {checked ? words.yes : words.no}
      </span>
    </label>
  );
}

/** A required flag has no answer until one is given. */
function YesNo(props: FieldProps<'flag'>) {
  const store = useFormStore();
  const words = useWords(formWords);
  const value = useValue(props.place);
  return (
    <div {...groupProps(props)} role="radiogroup" className="options" aria-required>
      {[true, false].map((answer) => (
        <label className="option" key={String(answer)}>
          <input
            type="radio"
            name={props.id}
            checked={value === answer}
            onChange={() => store.set(props.place, answer)}
            onBlur={() => store.leave(props.place)}
          />
          <span>{answer ? words.yes : words.no}</span>
        </label>
      ))}
    </div>
  );
}
