import { rulesWords } from '../i18n/rules.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { type Choice, namedIn } from './cell-text.ts';

interface CellProps {
  /** What a screen reader calls it: the row and the column. */
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
}

interface TypedProps extends CellProps {
  readonly numeric?: boolean;
}

export const TypedCell = ({ label, value, wrong, readOnly, numeric = false, onChange }: TypedProps) => (
  <input
    className={numeric ? 'input mono rule-input' : 'input rule-input'}
    aria-label={label}
    aria-invalid={wrong || undefined}
    readOnly={readOnly}
    spellCheck={false}
    autoComplete="off"
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);

interface ChosenProps extends CellProps {
  readonly choices: readonly Choice[];
  /** May stay open. */
  readonly any?: string;
}

/** One of the choices; a value that is none of them stays to be seen. */
export function ChosenCell({ label, value, wrong, readOnly, choices, any, onChange }: ChosenProps) {
  const words = useWords(rulesWords);
  const strange = value !== '' && value !== '-' && choices.every(({ id }) => id !== value);
  return (
    <select
      className="input rule-input"
      aria-label={label}
      aria-invalid={wrong || undefined}
      disabled={readOnly}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value={any === undefined ? '' : '-'}>{any ?? words.choose}</option>
      {strange && <option value={value}>{value}</option>}
      {choices.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}

interface SeveralProps extends CellProps {
  readonly choices: readonly Choice[];
}

/** Any of several choices; none ticked is any value. */
export function SeveralCell({ label, value, wrong, readOnly, choices, onChange }: SeveralProps) {
  const words = useWords(rulesWords);
  const named = namedIn(value);
  const titles = named.map((id) => choices.find((each) => each.id === id)?.title ?? id);
  const set = (id: string, on: boolean) => {
    const next = on ? [...named, id] : named.filter((each) => each !== id);
    const known = choices.map((each) => each.id);
    const ordered = next.toSorted((a, b) => known.indexOf(a) - known.indexOf(b));
    onChange(ordered.length === 0 ? '-' : ordered.join(', '));
  };
  return (
    <details className="rule-several">
      <summary className="input rule-input" aria-label={label} data-wrong={wrong || undefined}>
        {titles.length === 0 ? words.any : titles.join(', ')}
      </summary>
      <div className="rule-several-list">
        {choices.map(({ id, title }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              disabled={readOnly}
              checked={named.includes(id)}
              onChange={(event) => set(id, event.target.checked)}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </details>
  );
}
