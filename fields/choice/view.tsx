import type { Option, Words } from '../../schemas/generated/process.ts';
import { choiceLook } from '../../site/src/fields/choice-look.ts';
import { Combobox } from '../../site/src/fields/combobox.tsx';
import { optionText } from '../../site/src/fields/option-text.ts';
import { optionsOf } from '../../site/src/fields/options.ts';
import { controlProps, type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { allTexts, pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

/** A cell has room for one line only. */
export function ChoiceView(props: FieldProps<'choice'>) {
  const look = choiceLook(props.field);
  if (look === 'search') return <Search {...props} />;
  return look === 'radio' && props.label === undefined ? <Radios {...props} /> : <Select {...props} />;
}

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

function Search(props: FieldProps<'choice'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { id, label, required, invalid, describedBy, place } = props;
  const value = useValue(place);
  const options = optionsOf(props.field.options);
  const asOption = (option: Option) => ({ id: option.id, title: pick(option.title, locale) });
  return (
    <Combobox
      {...{ id, label, required, invalid, describedBy }}
      placeholder={words.choose}
      selected={
        typeof value === 'string' ? { id: value, title: optionText(props.field.options, value, locale) } : undefined
      }
      search={async (query) => options.filter(({ title }) => isFound(title, query)).map(asOption)}
      onChoose={(option) => store.set(place, option?.id)}
      onLeave={() => store.leave(place)}
    />
  );
}

/** Found by its name in any language. */
const isFound = (title: Words, query: string): boolean => {
  const wanted = query.trim().toLocaleLowerCase();
  return allTexts(title).some((text) => text.toLocaleLowerCase().includes(wanted));
};
