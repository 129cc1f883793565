import type { ProcessList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { FieldFrame } from '../components/field-frame.tsx';
import { ErrorNote, Note } from '../components/states.tsx';
import { civilDate } from '../i18n/civil.ts';
import { pick } from '../i18n/locale.ts';
import { tokenWords } from '../i18n/tokens.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import type { useEntry } from './use-entry.ts';

const LONGEST_NAME = 80;

export interface TokenFormProps extends Omit<ReturnType<typeof useEntry>, 'busy'> {
  /** By which the button outside of it sends it. */
  readonly id: string;
}

/** What a start token is for: a name, one process, one person, and a last day. */
export function TokenForm({ id, entry, change, issues, problem, lost, send }: TokenFormProps) {
  const words = useWords(tokenWords);
  return (
    <form id={id} className="stack" noValidate onSubmit={send}>
      <FieldFrame label={words.name} required hint={words.nameHelp} issue={issues.name}>
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={LONGEST_NAME}
            value={entry.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </FieldFrame>
      <ProcessChoice value={entry.process} issue={issues.process} onChoose={(process) => change({ process })} />
      <PersonPicker
        label={words.person}
        help={words.personHelp}
        value={entry.person}
        issue={issues.person}
        onChoose={(person) => change({ person })}
      />
      <LastDay value={entry.expires} issue={issues.expires} onChoose={(expires) => change({ expires })} />
      {lost && (
        <div role="alert">
          <Note tone="return" icon="alert">
            <p>{words.lost}</p>
          </Note>
        </div>
      )}
      {problem && <ErrorNote problem={problem} />}
    </form>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly issue: string | undefined;
  readonly onChoose: (value: string) => void;
}

function ProcessChoice({ value, issue, onChoose }: ChoiceProps) {
  const locale = useLocale();
  const words = useWords(tokenWords);
  const { value: list, problem, reload } = useLoad<ProcessList>('/api/processes');
  if (problem) return <ErrorNote problem={problem} onRetry={reload} />;
  return (
    <FieldFrame label={words.process} required issue={issue}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{words.chooseProcess}</option>
          {list?.processes.map(({ id, title }) => (
            <option key={id} value={id}>
              {pick(title, locale)}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

function LastDay({ value, issue, onChoose }: ChoiceProps) {
  const words = useWords(tokenWords);
  const zone = zoneOf(useSession());
  return (
    <FieldFrame label={words.lastDay} required hint={words.lastDayHelp} issue={issue}>
      {(control) => (
        <input
          {...control}
          className="input"
          type="date"
          min={civilDate(serverNow(), zone)}
          max="9999-12-31"
          value={value}
          onChange={(event) => onChoose(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
