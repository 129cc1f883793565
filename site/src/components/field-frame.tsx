import { type ReactNode, type Ref, useId } from 'react';

export interface FieldFrameProps {
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string | undefined;
  /** What is wrong; it stands where the hint was. */
  readonly issue?: string | undefined;
}

/** What a control has to say about itself so that its label and its hint belong to it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-required': true | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** One question of a dialog or a page: its label, its control, and what helps or is wrong. */
export function FieldFrame({
  label,
  required = false,
  hint,
  issue,
  children,
}: FieldFrameProps & { readonly children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  const text = issue ?? hint;
  const control: FieldControl = {
    id,
    'aria-required': required || undefined,
    'aria-invalid': issue !== undefined || undefined,
    'aria-describedby': text === undefined ? undefined : `${id}-hint`,
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {required && (
          <span className="field-required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children(control)}
      {text !== undefined && (
        <p id={`${id}-hint`} className={issue === undefined ? 'field-help' : 'field-issue'}>
          {text}
        </p>
      )}
    </div>
  );
}

export interface TextAreaProps extends FieldFrameProps {
  readonly box?: Ref<HTMLTextAreaElement>;
  readonly value: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

/** An opinion or a reason. */
export const TextArea = ({ box, value, rows = 3, maxLength = 4000, onChange, ...frame }: TextAreaProps) => (
  <FieldFrame {...frame}>
    {(control) => (
      <textarea
        {...control}
        ref={box}
        className="input input-long"
        rows={rows}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </FieldFrame>
);
