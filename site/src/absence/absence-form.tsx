import { type FormEvent, useRef, useState } from 'react';
import type { AbsenceList, AbsenceView, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { FieldFrame } from '../components/field-frame.tsx';
import { ErrorNote } from '../components/states.tsx';
import { absenceWords } from '../i18n/absence.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { useSession } from '../session/session.ts';
import { bodyOf, type Entry, emptyEntry, type Issues, issuesIn, missingIn } from './entry.ts';
import { ScopeChoice } from './scope-choice.tsx';

export interface AbsenceFormProps {
  readonly list: AbsenceList;
  readonly onSaved: () => void;
}

export function AbsenceForm({ list, onSaved }: AbsenceFormProps) {
  const words = useWords(absenceWords);
  const session = useSession();
  const administers = session?.roles.includes('admin') === true;
  const { entry, change, issues, problem, busy, saved, send } = useEntry(onSaved);
  return (
    <form className="card stack absence-form" noValidate aria-label={words.add} onSubmit={send}>
      <h2>{words.add}</h2>
      {administers && (
        <PersonPicker
          label={words.person}
          help={words.personHelp}
          value={entry.person ?? session?.person}
          issue={issues.person}
          onChoose={(person) => change({ person })}
        />
      )}
      <PersonPicker
        label={words.proxy}
        help={words.proxyHelp}
        value={entry.proxy}
        issue={issues.proxy}
        onChoose={(proxy) => change({ proxy })}
      />
      <div className="absence-days">
        <Day
          label={words.from}
          min={list.today}
          value={entry.from}
          issue={issues.from}
          onChange={(from) => change({ from, ...(entry.until < from && { until: from }) })}
        />
        <Day
          label={words.until}
          min={entry.from === '' ? list.today : entry.from}
          value={entry.until}
          issue={issues.until}
          onChange={(until) => change({ until })}
        />
      </div>
      <p className="field-help">{words.daysHelp}</p>
      <ScopeChoice
        processes={list.processes}
        chosen={entry.processes}
        issue={issues.processes}
        onChoose={(processes) => change({ processes })}
      />
      {problem && <ErrorNote problem={problem} />}
      <div className="absence-foot">
        <Button type="submit" tone="primary" busy={busy}>
          {words.save}
        </Button>
        <span role="status">{saved && words.saved}</span>
      </div>
    </form>
  );
}

/** One intention keeps its key until it is changed, so that a repeated press enters one absence. */
function useEntry(onSaved: () => void) {
  const locale = useLocale();
  const [entry, setEntry] = useState<Entry>(emptyEntry);
  const [issues, setIssues] = useState<Issues>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const key = useRef(newKey());

  const change = (part: Partial<Entry>) => {
    key.current = newKey();
    setSaved(false);
    setEntry((old) => ({ ...old, ...part }));
  };
  const refused = (answer: Problem) => {
    const found = issuesIn(answer, locale);
    if (found === undefined) setProblem(answer);
    else setIssues(found);
  };
  const submit = async () => {
    setBusy(true);
    const answer = await api.post<AbsenceView>('/api/absences', bodyOf(entry), { key: key.current });
    setBusy(false);
    if (!answer.ok) return refused(answer.problem);
    change(emptyEntry);
    setSaved(true);
    onSaved();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingIn(entry, locale);
    setIssues(missing);
    setProblem(undefined);
    if (Object.keys(missing).length === 0) void submit();
  };
  return { entry, change, issues, problem, busy, saved, send };
}

interface DayProps {
  readonly label: string;
  readonly min: string;
  readonly value: string;
  readonly issue: string | undefined;
  readonly onChange: (day: string) => void;
}

function Day({ label, min, value, issue, onChange }: DayProps) {
  return (
    <FieldFrame label={label} required issue={issue}>
      {(control) => (
        <input
          {...control}
          className="input"
          type="date"
          min={min}
          max="9999-12-31"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
