import { useId, useRef, useState } from 'react';
import type { Values } from '#engine';
import type { CreatedLink, Problem, PublicLinkList } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { civilDate } from '../i18n/civil.ts';
import { commonWords } from '../i18n/common.ts';
import { linkWords } from '../i18n/links.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import { bodyOf, type Entry, type Issues, issuesIn, missingIn } from './entry.ts';
import { LinkForm } from './link-form.tsx';
import { ShownLinks } from './shown-links.tsx';

type Processes = PublicLinkList['processes'];
const MONTH_MS = 30 * 86_400_000;

interface MakeLinkProps {
  readonly processes: Processes;
  readonly about: string | undefined;
}

/** The button that makes a public link, its dialog, and then the link itself, which is shown nowhere else. */
export function MakeLink({ processes, about }: MakeLinkProps) {
  const words = useWords(linkWords);
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<{ readonly link: CreatedLink; readonly entry: Entry }>();
  const process = processes.find(({ id }) => id === made?.entry.process);
  return (
    <div>
      <Button tone="primary" icon="plus" onClick={() => setAsking(true)}>
        {words.make}
      </Button>
      {asking && (
        <FormDialog
          {...{ processes, about }}
          onClose={() => setAsking(false)}
          onMade={(link, entry) => {
            setAsking(false);
            setMade({ link, entry });
          }}
        />
      )}
      {made && process && (
        <ShownLinks made={made.link} name={made.entry.name} title={process.title} onClose={() => setMade(undefined)} />
      )}
    </div>
  );
}

interface FormDialogProps extends MakeLinkProps {
  readonly onClose: () => void;
  readonly onMade: (made: CreatedLink, entry: Entry) => void;
}

function FormDialog({ processes, about, onClose, onMade }: FormDialogProps) {
  const locale = useLocale();
  const words = useWords(linkWords);
  const { cancel } = useWords(commonWords);
  const id = useId();
  const zone = zoneOf(useSession());
  const [entry, setEntry] = useState<Entry>(() => firstEntry(processes, zone));
  const [issues, setIssues] = useState<Issues>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const fixed = useRef<() => Values | undefined>(() => ({}));
  const key = useRef(newKey());
  const change = (part: Partial<Entry>) => {
    key.current = newKey();
    setEntry((old) => ({ ...old, ...part }));
  };
  const submit = async () => {
    const missing = missingIn(entry, locale);
    const said = fixed.current();
    setIssues(missing);
    setProblem(undefined);
    if (busy || said === undefined || Object.keys(missing).length > 0) return;
    setBusy(true);
    const answer = await api.post<CreatedLink>('/api/links', bodyOf(entry, about, said), { key: key.current });
    setBusy(false);
    if (answer.ok) {
      onMade(answer.value, entry);
      announceChange();
      return;
    }
    const found = issuesIn(answer.problem, locale);
    if (found) setIssues(found);
    else setProblem(answer.problem);
    // The key is used up: an earlier press made the link, and its answer did not arrive.
    if (answer.problem.code === 'conflict') announceChange();
  };
  const foot = (
    <>
      <Button onClick={onClose}>{cancel}</Button>
      <Button type="submit" form={id} tone="primary" busy={busy}>
        {words.make}
      </Button>
    </>
  );
  return (
    <Dialog open title={words.making} onClose={onClose} foot={foot}>
      <LinkForm {...{ id, entry, change, issues, problem, processes, about, fixed }} onSubmit={() => void submit()} />
    </Dialog>
  );
}

function firstEntry(processes: Processes, zone: string): Entry {
  const [only, ...others] = processes;
  return {
    name: '',
    process: others.length === 0 ? (only?.id ?? '') : '',
    kind: 'open',
    notes: '',
    opens: civilDate(serverNow(), zone),
    closes: civilDate(serverNow() + MONTH_MS, zone),
    quota: '',
  };
}
