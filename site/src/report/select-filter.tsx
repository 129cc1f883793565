import { useState } from 'react';
import { commonWords } from '../i18n/common.ts';
import { reportWords } from '../i18n/report.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { FilterProps } from './filter-bar.tsx';
import { SeveralDialog } from './several-dialog.tsx';

export type Choice = { readonly id: string; readonly title: string };

type SelectFilterProps = FilterProps & { readonly choices: readonly Choice[] };

const CHOSEN = ' chosen';
const SEVERAL = ' several';

/** One of some values, all, or several that are ticked in a dialog. */
export function SelectFilter({ id, title, values, choices, onChange }: SelectFilterProps) {
  const words = useWords(reportWords);
  const { listMark } = useWords(commonWords);
  const [ticking, setTicking] = useState(false);
  const [first = ''] = values;
  const known = choices.some((each) => each.id === first);
  const choose = (chosen: string) => {
    if (chosen === SEVERAL) setTicking(true);
    else if (chosen !== CHOSEN) onChange(chosen === '' ? [] : [chosen]);
  };
  return (
    <>
      <select
        id={id}
        className="input"
        value={values.length > 1 ? CHOSEN : first}
        onChange={({ target }) => {
          choose(target.value);
          // What only opens the dialog is never chosen itself.
          if (target.value === SEVERAL) target.value = values.length > 1 ? CHOSEN : first;
        }}
      >
        <option value="">{words.all}</option>
        {values.length > 1 && <option value={CHOSEN}>{words.several(values.length)}</option>}
        {values.length === 1 && !known && <option value={first}>{first}</option>}
        {choices.length > 2 && <option value={SEVERAL}>{words.chooseSeveral}</option>}
        {choices.map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
      </select>
      {values.length > 1 && <p className="field-help">{namesOf(values, choices).join(listMark)}</p>}
      {ticking && (
        <SeveralDialog
          title={title}
          choices={choices}
          values={values}
          onClose={() => setTicking(false)}
          onChoose={(chosen) => {
            setTicking(false);
            onChange(chosen);
          }}
        />
      )}
    </>
  );
}

const namesOf = (values: readonly string[], choices: readonly Choice[]): readonly string[] =>
  values.map((value) => choices.find(({ id }) => id === value)?.title.trim() ?? value);
