import { type FormEvent, useId, useState } from 'react';
import type { PersonView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { handOverWords } from '../i18n/hand-over.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { PersonPicker } from '../people/person-picker.tsx';

/** From whom, to whom, and why, as far as it is filled in. */
export type Draft = {
  readonly from: PersonView | undefined;
  readonly to: PersonView | undefined;
  readonly opinion: string;
};

export interface OrderFormProps {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onPlan: () => void;
}

export function OrderForm({ draft, busy, onChange, onPlan }: OrderFormProps) {
  const words = useWords(handOverWords);
  const [tried, setTried] = useState(false);
  const { from, to, opinion } = draft;
  const same = from !== undefined && from.id === to?.id;
  const issues = {
    from: from === undefined ? words.missingFrom : undefined,
    to: to === undefined ? words.missingTo : same ? words.samePerson : undefined,
    opinion: opinion.trim() === '' ? words.missingOpinion : undefined,
  };
  const shown = tried ? issues : { from: undefined, to: undefined, opinion: undefined };
  const plan = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(issues).every((issue) => issue === undefined) && !busy) onPlan();
  };
  return (
    <form className="card stack" noValidate aria-label={words.title} onSubmit={plan}>
      <div className="hand-over-people">
        <PersonPicker
          label={words.from}
          help={words.fromHelp}
          left
          value={from}
          issue={shown.from}
          onChoose={(person) => onChange({ from: person })}
        />
        <PersonPicker label={words.to} value={to} issue={shown.to} onChoose={(person) => onChange({ to: person })} />
      </div>
      <Opinion value={opinion} issue={shown.opinion} onChange={(text) => onChange({ opinion: text })} />
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {words.plan}
        </Button>
      </div>
    </form>
  );
}

interface OpinionProps {
  readonly value: string;
  readonly issue: string | undefined;
  readonly onChange: (text: string) => void;
}

function Opinion({ value, issue, onChange }: OpinionProps) {
  const id = useId();
  const words = useWords(handOverWords);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {words.opinion}
        <span className="field-required" aria-hidden="true">
          *
        </span>
      </label>
      <textarea
        id={id}
        className="input"
        rows={2}
        maxLength={4000}
        required
        aria-invalid={issue !== undefined || undefined}
        aria-describedby={`${id}-help${issue === undefined ? '' : ` ${id}-issue`}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-help`} className="field-help">
        {words.opinionHelp}
      </p>
      {issue !== undefined && (
        <p id={`${id}-issue`} className="field-issue">
          {issue}
        </p>
      )}
    </div>
  );
}
