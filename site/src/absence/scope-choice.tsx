import { useId } from 'react';
import type { ProcessName } from '../../../schemas/generated/api.ts';
import { absenceWords } from '../i18n/absence.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

interface ScopeChoiceProps {
  readonly processes: readonly ProcessName[];
  /** Undefined: everywhere. */
  readonly chosen: readonly string[] | undefined;
  readonly issue: string | undefined;
  readonly onChoose: (chosen: readonly string[] | undefined) => void;
}

/** Everywhere, or in the processes that are ticked. */
export function ScopeChoice({ processes, chosen, issue, onChoose }: ScopeChoiceProps) {
  const id = useId();
  const words = useWords(absenceWords);
  return (
    <fieldset className="stack absence-scope" aria-describedby={issue === undefined ? undefined : `${id}-issue`}>
      <legend className="field-label">{words.scope}</legend>
      <label className="check">
        <input type="radio" name={id} checked={chosen === undefined} onChange={() => onChoose(undefined)} />
        {words.allProcesses}
      </label>
      <label className="check">
        <input type="radio" name={id} checked={chosen !== undefined} onChange={() => onChoose(chosen ?? [])} />
        {words.someProcesses}
      </label>
      {chosen !== undefined && <Ticks processes={processes} chosen={chosen} onChoose={onChoose} />}
      {issue !== undefined && (
        <p id={`${id}-issue`} className="field-issue">
          {issue}
        </p>
      )}
    </fieldset>
  );
}

type TicksProps = Pick<ScopeChoiceProps, 'processes'> & {
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

function Ticks({ processes, chosen, onChoose }: TicksProps) {
  const locale = useLocale();
  const words = useWords(absenceWords);
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <ul className="absence-processes" aria-label={words.processes}>
      {processes.map(({ id, title }) => (
        <li key={id}>
          <label className="check">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {pick(title, locale)}
          </label>
        </li>
      ))}
    </ul>
  );
}
