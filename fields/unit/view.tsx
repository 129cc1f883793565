import { useEffect } from 'react';
import { controlProps, type FieldProps } from '../../site/src/fields/props.ts';
import { useDirectoryVersion } from '../../site/src/form/directory.ts';
import { useFormStore, useReadScope, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { unitTree } from './tree.ts';

const INDENT = '\u2003';

/** A native list, indented as the company is built. */
export function UnitSelect(props: FieldProps<'unit'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  useEffect(() => void directory.loadUnits(), [directory]);
  const value = useValue(props.place);
  const chosen = typeof value === 'string' ? value : '';
  const tree = unitTree(directory.units() ?? []);
  return (
    <select
      {...controlProps(props)}
      className="input"
      value={chosen}
      onChange={({ target }) => store.set(props.place, target.value === '' ? undefined : target.value)}
      onBlur={() => store.leave(props.place)}
    >
      <option value="">{directory.units() === undefined ? words.loadingOptions : words.choose}</option>
      {chosen !== '' && directory.unit(chosen) === undefined && <option value={chosen}>{chosen}</option>}
      {tree.map(({ unit, depth }) => (
        <option key={unit.id} value={unit.id}>
          {INDENT.repeat(depth)}
          {pick(unit.title, locale)}
        </option>
      ))}
    </select>
  );
}
