import { useId } from 'react';
import { type Locale, pick } from '../../../site/src/i18n/locale.ts';
import { tableWords } from '../../../site/src/i18n/table.ts';
import { useLocale, useWords } from '../../../site/src/i18n/use-locale.tsx';
import type { TableSource } from '../use-table.ts';
import type { ImportMode } from './import.ts';
import type { ImportState } from './use-import.ts';

type ImportModesProps = { readonly plan: ImportState; readonly source: TableSource };

/** What becomes of the rows that are there, and of rows that something is wrong with. */
export function ImportModes({ plan, source }: ImportModesProps) {
  const words = useWords(tableWords);
  const locale = useLocale();
  const wrong = plan.judged?.issues.length ?? 0;
  return (
    <>
      {plan.modes.length > 1 && (
        <Choice
          title={words.mode}
          value={plan.mode}
          options={plan.modes.map((mode) => [mode, modeText(mode, source, locale)])}
          onChoose={plan.setMode}
        />
      )}
      {wrong > 0 && (
        <Choice
          title={words.wrong}
          value={plan.skipWrong ? 'skip' : 'keep'}
          options={[
            ['keep', words.wrongModes.keep],
            ['skip', words.wrongModes.skip],
          ]}
          onChoose={(choice) => plan.setSkipWrong(choice === 'skip')}
        />
      )}
    </>
  );
}

function modeText(mode: ImportMode, { field }: TableSource, locale: Locale): string {
  const { modes } = tableWords[locale];
  if (mode !== 'match') return modes[mode];
  const titles = (field.unique ?? []).map((id) => pick(field.columns[id]?.title ?? id, locale));
  return modes.match(titles.join(' + '));
}

type ChoiceProps<T extends string> = {
  readonly title: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
};

function Choice<T extends string>({ title, value, options, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="import-choice">
      <legend>{title}</legend>
      {options.map(([option, text]) => (
        <label className="option" key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
