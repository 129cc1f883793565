import { useEffect } from 'react';
import { useDirectoryVersion } from '../form/directory.ts';
import { useFormStore, useReadScope, useValue } from '../form/scope.tsx';
import { formWords } from '../i18n/form.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { controlProps, type FieldProps } from './props.ts';
import { unitTree } from './unit-tree.ts';

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
