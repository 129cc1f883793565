import { useState } from 'react';
import type { DraftView, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button, IconButton } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/states.tsx';
import { formatSince } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { workbenchWords } from '../i18n/workbench.ts';
import { announceChange } from '../session/refresh.ts';
import { serverNow, useSession, zoneOf } from '../session/session.ts';

/** A form that was begun: go on with it, or delete it. */
export function DraftItem({ draft }: { readonly draft: DraftView }) {
  const locale = useLocale();
  const words = useWords(workbenchWords);
  const zone = zoneOf(useSession());
  const [asking, setAsking] = useState(false);
  const href =
    draft.case === undefined ? page('/fill/', locale, { draft: draft.id }) : page('/case/', locale, { id: draft.case });
  return (
    <div className="draft">
      <a className="card card-link task" href={href}>
        <span className="task-head">
          <Chip tone="note" icon="draft">
            {words.draft}
          </Chip>
          {draft.label !== undefined && <span className="small soft">{pick(draft.title, locale)}</span>}
        </span>
        <span className="task-subject">{draft.label ?? pick(draft.title, locale)}</span>
        <span className="task-foot">
          <time dateTime={draft.savedAt}>{words.savedAt(formatSince(draft.savedAt, serverNow(), zone, locale))}</time>
        </span>
      </a>
      <IconButton icon="trash" label={words.discard} onClick={() => setAsking(true)} />
      <Discard draft={draft} open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

interface DiscardProps {
  readonly draft: DraftView;
  readonly open: boolean;
  readonly onClose: () => void;
}

function Discard({ draft, open, onClose }: DiscardProps) {
  const words = useWords(workbenchWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const discard = async () => {
    setBusy(true);
    const answer = await api.delete(`/api/drafts/${encodeURIComponent(draft.id)}`);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    onClose();
    announceChange();
  };
  const foot = (
    <>
      <Button onClick={onClose}>{words.keep}</Button>
      <Button tone="reject" icon="trash" busy={busy} onClick={() => void discard()}>
        {words.discard}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={words.discardTitle} onClose={onClose} foot={foot}>
      <p>{words.discardText}</p>
      {problem && <ErrorNote problem={problem} />}
    </Dialog>
  );
}
