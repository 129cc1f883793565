import { FieldFrame } from '../components/field-frame.tsx';
import { caseWords } from '../i18n/case.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';

type DueChoiceProps = {
  readonly value: string;
  readonly missing: boolean;
  readonly onChoose: (due: string) => void;
};

/** A moment of the company's own clock. */
export function DueChoice({ value, missing, onChoose }: DueChoiceProps) {
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  return (
    <FieldFrame
      label={words.dueLabel}
      required
      hint={words.dueHint(zone)}
      issue={missing ? words.dueMissing : undefined}
    >
      {(control) => (
        <input
          {...control}
          className="input"
          type="datetime-local"
          value={value}
          onChange={(event) => onChoose(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
