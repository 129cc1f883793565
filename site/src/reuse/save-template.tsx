import { type SubmitEvent, useId, useState } from 'react';
import type { FormValues, Problem, TemplateList } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/states.tsx';
import { pick } from '../i18n/locale.ts';
import { reuseWords } from '../i18n/reuse.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

type SaveTemplateProps = {
  readonly process: string;
  readonly values: () => FormValues;
  /** The units one may share with; none for most people. */
  readonly units: TemplateList['units'];
  readonly onSaved: (name: string) => void;
  readonly onCancel: () => void;
};

/** Gives what is filled in a name, under which it can begin another form. */
export function SaveTemplate({ process, values, units, onSaved, onCancel }: SaveTemplateProps) {
  const locale = useLocale();
  const words = useWords(reuseWords);
  const ids = useId();
  // One intention keeps its id, so that saving again after a lost answer saves once.
  const [id] = useState(newKey);
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const missing = asked && name.trim() === '';
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') return;
    setBusy(true);
    const body = { process, name: name.trim(), values: values(), ...(unit === '' ? {} : { unit }) };
    const answer = await api.put(`/api/templates/${id}`, body);
    setBusy(false);
    if (answer.ok) return onSaved(name.trim());
    setProblem(answer.problem);
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event)}>
      {problem !== undefined && <ErrorNote problem={problem} />}
      <div className="field">
        <label className="field-label" htmlFor={`${ids}name`}>
          {words.name}
        </label>
        <input
          id={`${ids}name`}
          className="input"
          maxLength={60}
          placeholder={words.namePlaceholder}
          value={name}
          aria-invalid={missing}
          aria-describedby={missing ? `${ids}missing` : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        {missing && (
          <p id={`${ids}missing`} className="field-error">
            {words.nameMissing}
          </p>
        )}
      </div>
      {units.length > 0 && (
        <div className="field">
          <label className="field-label" htmlFor={`${ids}unit`}>
            {words.shareWith}
          </label>
          <select id={`${ids}unit`} className="input" value={unit} onChange={(event) => setUnit(event.target.value)}>
            <option value="">{words.onlyMe}</option>
            {units.map((each) => (
              <option key={each.id} value={each.id}>
                {words.withUnit(pick(each.title, locale))}
              </option>
            ))}
          </select>
        </div>
      )}
      <p className="small soft">{words.notKept}</p>
      <div className="reuse-foot">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button type="submit" tone="primary" busy={busy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
