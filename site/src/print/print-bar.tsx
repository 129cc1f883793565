import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { groupNamed } from '../fields/table-roles.ts';
import { page } from '../i18n/paths.ts';
import { printWords } from '../i18n/print.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { type PrintSettings, papers, sizes } from './settings.ts';

type PrintBarProps = {
  readonly caseId: string;
  readonly settings: PrintSettings;
  readonly onChange: (settings: PrintSettings) => void;
};

/** What is chosen before printing; it is not printed itself. */
export function PrintBar({ caseId, settings, onChange }: PrintBarProps) {
  const locale = useLocale();
  const words = useWords(printWords);
  return (
    <div className="print-bar">
      <a className="print-back small" href={page('/case/', locale, { id: caseId })}>
        <Icon name="left" size={16} />
        {words.back}
      </a>
      <div className="print-choices" {...groupNamed(words.settings)}>
        <Choice
          label={words.paper}
          names={words.papers}
          values={papers}
          value={settings.paper}
          onChange={(paper) => onChange({ ...settings, paper })}
        />
        <Choice
          label={words.size}
          names={words.sizes}
          values={sizes}
          value={settings.size}
          onChange={(size) => onChange({ ...settings, size })}
        />
        <label className="print-check">
          <input
            type="checkbox"
            checked={settings.record}
            onChange={({ target }) => onChange({ ...settings, record: target.checked })}
          />
          {words.withRecord}
        </label>
      </div>
      <Button tone="primary" icon="print" onClick={() => print()}>
        {words.print}
      </Button>
      <p className="soft small print-hint">{words.hint}</p>
    </div>
  );
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly names: Readonly<Record<T, string>>;
  readonly values: readonly T[];
  readonly value: T;
  readonly onChange: (value: T) => void;
};

function Choice<T extends string>({ label, names, values, value, onChange }: ChoiceProps<T>) {
  const choose = (text: string) => {
    const chosen = values.find((each) => each === text);
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <label className="print-choice">
      <span>{label}</span>
      <select className="input" value={value} onChange={({ target }) => choose(target.value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
