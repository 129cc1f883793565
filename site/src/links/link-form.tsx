import type { RefObject } from 'react';
import type { Values } from '#engine';
import type { Problem, PublicLinkList } from '../../../schemas/generated/api.ts';
import { fetched } from '../components/fetched.tsx';
import { FieldFrame } from '../components/field-frame.tsx';
import { ErrorNote, Note } from '../components/states.tsx';
import { linkWords } from '../i18n/links.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { Entry, Issues } from './entry.ts';

const LONGEST_NAME = 80;

/** Few public forms have anything that a link says. */
const FixedFields = fetched(async () => (await import('./fixed-fields.tsx')).FixedFields);

interface LinkFormProps {
  /** By which the button outside of it sends it. */
  readonly id: string;
  readonly entry: Entry;
  readonly change: (part: Partial<Entry>) => void;
  readonly issues: Issues;
  readonly problem: Problem | undefined;
  readonly processes: PublicLinkList['processes'];
  readonly about: string | undefined;
  /** Gives what the link says; undefined while something in it is wrong. */
  readonly fixed: RefObject<() => Values | undefined>;
  readonly onSubmit: () => void;
}

/** What a public link is for, how it is used, and when it is open. */
export function LinkForm(props: LinkFormProps) {
  const { id, entry, change, issues, problem, processes, about, fixed, onSubmit } = props;
  const locale = useLocale();
  const words = useWords(linkWords);
  const said = processes.find((process) => process.id === entry.process)?.fixed;
  return (
    <form
      id={id}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {about !== undefined && <Note>{words.aboutHere}</Note>}
      {issues.about !== undefined && (
        <div role="alert">
          <Note tone="reject" icon="alert">
            {issues.about}
          </Note>
        </div>
      )}
      {processes.length > 1 && (
        <FieldFrame label={words.process} required issue={issues.process}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={entry.process}
              onChange={({ target }) => change({ process: target.value })}
            >
              <option value="">{words.chooseProcess}</option>
              {processes.map((process) => (
                <option key={process.id} value={process.id}>
                  {pick(process.title, locale)}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      )}
      <FieldFrame label={words.name} required hint={words.nameHelp} issue={issues.name}>
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={LONGEST_NAME}
            value={entry.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </FieldFrame>
      <KindChoice {...props} />
      <Window {...props} />
      {said && <FixedFields key={entry.process} {...{ said, fixed }} />}
      {problem && <ErrorNote problem={problem} />}
      {problem?.code === 'conflict' && <p>{words.lost}</p>}
    </form>
  );
}

function KindChoice({ entry, change, issues }: LinkFormProps) {
  const words = useWords(linkWords);
  return (
    <>
      <fieldset className="link-kinds">
        <legend>{words.kind}</legend>
        {(['open', 'personal'] as const).map((kind) => (
          <label className="option" key={kind}>
            <input type="radio" name="kind" checked={entry.kind === kind} onChange={() => change({ kind })} />
            <span>
              {words.kinds[kind]} <span className="small soft">{words.kindHelp[kind]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {entry.kind === 'personal' && (
        <FieldFrame label={words.notes} required hint={words.notesHelp} issue={issues.notes}>
          {(control) => (
            <textarea
              {...control}
              className="input input-long"
              rows={4}
              value={entry.notes}
              onChange={({ target }) => change({ notes: target.value })}
            />
          )}
        </FieldFrame>
      )}
    </>
  );
}

function Window({ entry, change, issues }: LinkFormProps) {
  const words = useWords(linkWords);
  return (
    <div className="link-window">
      <FieldFrame label={words.opens} required issue={issues.opens}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="date"
            value={entry.opens}
            onChange={({ target }) => change({ opens: target.value })}
          />
        )}
      </FieldFrame>
      <FieldFrame label={words.closes} required hint={words.closesHelp} issue={issues.closes}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="date"
            value={entry.closes}
            onChange={({ target }) => change({ closes: target.value })}
          />
        )}
      </FieldFrame>
      <FieldFrame label={words.quota} hint={words.quotaHelp} issue={issues.quota}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="number"
            inputMode="numeric"
            min={1}
            max={100000}
            value={entry.quota}
            onChange={({ target }) => change({ quota: target.value })}
          />
        )}
      </FieldFrame>
    </div>
  );
}
