import { optionsOf } from '../../site/src/fields/options.ts';
import { controlProps, type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

/** As many as fit in sight at once. */
const RADIO_LIMIT = 5;

export const ChoiceView = (props: FieldProps<'choice'>) =>
  props.label === undefined && optionsOf(props.field.options).length <= RADIO_LIMIT ? (
    <Radios {...props} />
  ) : (
    <Select {...props} />
  );

function Radios(props: FieldProps<'choice'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const value = useValue(props.place);
  return (
    <div {...groupProps(props)} role="radiogroup" className="options" aria-required={props.required || undefined}>
      {optionsOf(props.field.options).map((option) => (
        <label className="option" key={option.id}>
          <input
            type="radio"
            name={props.id}
            checked={value === option.id}
            onChange={() => store.set(props.place, option.id)}
            onBlur={() => store.leave(props.place)}
          />
          <span>{pick(option.title, locale)}</span>
        </label>
      ))}
      {!props.required && value !== undefined && (
        <button type="button" className="button button-plain" onClick={() => store.set(props.place, undefined)}>
          {words.clear}
        </button>
      )}
    </div>
  );
}

function Select(props: FieldProps<'choice'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const value = useValue(props.place);
  return (
    <select
      {...controlProps(props)}
      className="input"
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => store.set(props.place, target.value === '' ? undefined : target.value)}
      onBlur={() => store.leave(props.place)}
    >
      <option value="">{words.choose}</option>
      {optionsOf(props.field.options).map((option) => (
        <option key={option.id} value={option.id}>
          {pick(option.title, locale)}
        </option>
      ))}
    </select>
  );
}
