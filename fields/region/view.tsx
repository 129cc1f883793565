import { useEffect } from 'react';
import { useStore } from '../../site/src/api/store.ts';
import { controlProps, type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { provinceOf, type Region, regions } from './regions.ts';

/** The province, then the city in it; both are native lists, which phones draw best and letters search. */
export function RegionView(props: FieldProps<'region'>) {
  const { field, place, id } = props;
  const words = useWords(formWords);
  const store = useFormStore();
  const all = useStore(regions.store, []);
  useEffect(() => void regions.load(), []);
  const value = useValue(place);
  const code = typeof value === 'string' ? value : '';
  const province = provinceOf(code);
  const hasCities = field.level !== 'province' && (province?.cities.length ?? 0) > 0;
  const name = (part: string) => (props.label === undefined ? part : `${props.label} ${part}`);
  const shared = { onBlur: () => store.leave(place), className: 'input' };
  return (
    <div {...groupProps(props)} {...asGroup} className="region">
      <select
        {...controlProps({ ...props, id: `${id}-province`, label: name(words.province) })}
        {...shared}
        value={province?.code ?? ''}
        onChange={({ target }) => store.set(place, target.value === '' ? undefined : target.value)}
      >
        <option value="">{all.length === 0 ? words.loadingOptions : words.province}</option>
        <Options of={all} />
      </select>
      {hasCities && province !== undefined && (
        <select
          {...controlProps({ ...props, id: `${id}-city`, label: name(words.city) })}
          {...shared}
          value={code === province.code ? '' : code}
          onChange={({ target }) => store.set(place, target.value === '' ? province.code : target.value)}
        >
          <option value="">{words.city}</option>
          <Options of={province.cities} />
        </select>
      )}
    </div>
  );
}

function Options({ of }: { readonly of: readonly Region[] }) {
  const locale = useLocale();
  return of.map(({ code, names }) => (
    <option key={code} value={code}>
      {names[locale]}
    </option>
  ));
}
