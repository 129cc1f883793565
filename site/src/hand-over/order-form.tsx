import { type FormEvent, useState } from 'react';
import type { PersonView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { TextArea } from '../components/field-frame.tsx';
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
      <TextArea
        label={words.opinion}
        required
        hint={words.opinionHelp}
        issue={shown.opinion}
        value={opinion}
        onChange={(text) => onChange({ opinion: text })}
      />
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {words.plan}
        </Button>
      </div>
    </form>
  );
}
