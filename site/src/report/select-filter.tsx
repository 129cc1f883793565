import { reportWords } from '../i18n/report.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { FilterProps } from './filter-bar.tsx';

export type Choice = { readonly id: string; readonly title: string };

const SEVERAL = ' ';

/** One of some values, or all. A link may ask for several at once: they stay until something else is chosen. */
export function SelectFilter({ id, values, choices, onChange }: FilterProps & { readonly choices: readonly Choice[] }) {
  const words = useWords(reportWords);
  const [first = ''] = values;
  const known = choices.some((each) => each.id === first);
  return (
    <select
      id={id}
      className="input"
      value={values.length > 1 ? SEVERAL : first}
      onChange={({ target }) => onChange(target.value === '' ? [] : [target.value])}
    >
      <option value="">{words.all}</option>
      {values.length > 1 && <option value={SEVERAL}>{words.several(values.length)}</option>}
      {values.length === 1 && !known && <option value={first}>{first}</option>}
      {choices.map((each) => (
        <option key={each.id} value={each.id}>
          {each.title}
        </option>
      ))}
    </select>
  );
}
