import { textList } from '../../site/src/fields/lists.ts';
import { optionsOf } from '../../site/src/fields/options.ts';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';

/** Ticked options are kept in the order of the list, so that the same choice is the same content. */
export function ChoicesView(props: FieldProps<'choices'>) {
  const locale = useLocale();
  const store = useFormStore();
  const chosen = textList(useValue(props.place));
  const options = optionsOf(props.field.options);
  const toggle = (id: string, on: boolean) => {
    const next = options.map((option) => option.id).filter((each) => (each === id ? on : chosen.includes(each)));
    store.set(props.place, next.length === 0 ? undefined : next);
  };
  return (
    <div {...groupProps(props)} {...asGroup} className="options">
      {options.map((option) => (
        <label className="option" key={option.id}>
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={(event) => toggle(option.id, event.target.checked)}
            onBlur={() => store.leave(props.place)}
          />
          <span>{pick(option.title, locale)}</span>
        </label>
      ))}
    </div>
  );
}
