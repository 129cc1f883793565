import { type ReactNode, type SubmitEvent, useId, useRef, useState } from 'react';
import type { Problem } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { ErrorNote } from '../components/states.tsx';
import { signInWords } from '../i18n/sign-in.ts';
import { useWords } from '../i18n/use-locale.tsx';

export interface SignInFormProps {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly onSignIn: (person: string, password: string) => void;
}

export function SignInForm({ busy, problem, onSignIn }: SignInFormProps) {
  const words = useWords(signInWords);
  const person = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState<'person' | 'password'>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const name = person.current?.value.trim() ?? '';
    const secret = password.current?.value ?? '';
    const absent = name === '' ? 'person' : secret === '' ? 'password' : undefined;
    setMissing(absent);
    if (absent === undefined) onSignIn(name, secret);
    else (absent === 'person' ? person : password).current?.focus();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {problem && <ErrorNote problem={problem} />}
      <Line label={words.person} help={words.personHelp} issue={missing === 'person' ? words.personMissing : undefined}>
        {(describe) => (
          <input
            {...describe}
            ref={person}
            className="input"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Line>
      <Line label={words.password} issue={missing === 'password' ? words.passwordMissing : undefined}>
        {(describe) => (
          <input
            {...describe}
            ref={password}
            className="input"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
          />
        )}
      </Line>
      <label className="check small">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {words.show}
      </label>
      <Button type="submit" tone="primary" wide busy={busy}>
        {words.submit}
      </Button>
    </form>
  );
}

interface Described {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface LineProps {
  readonly label: string;
  readonly help?: string;
  readonly issue: string | undefined;
  readonly children: (described: Described) => ReactNode;
}

function Line({ label, help, issue, children }: LineProps) {
  const id = useId();
  const about = [help && `${id}-help`, issue && `${id}-issue`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': issue !== undefined, 'aria-describedby': about === '' ? undefined : about })}
      {help && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
      {issue && (
        <p id={`${id}-issue`} className="field-issue" role="alert">
          <Icon name="alert" size={18} />
          {issue}
        </p>
      )}
    </div>
  );
}
