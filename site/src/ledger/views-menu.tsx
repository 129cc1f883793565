import { useId, useState } from 'react';
import type { LedgerView, LedgerViewList, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { useLoad } from '../api/use-load.ts';
import { ActionMenu } from '../case/action-menu.tsx';
import { Button, IconButton } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ProblemSentence } from '../components/problem-sentence.tsx';
import { ledgerWords } from '../i18n/ledger.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { fromQuery, type Look, toQuery } from './query.ts';

type ViewsMenuProps = {
  readonly id: string;
  readonly look: Look;
  readonly onChoose: (look: Look) => void;
};

/** One's saved ways to look at this ledger. */
export function ViewsMenu({ id, look, onChoose }: ViewsMenuProps) {
  const words = useWords(ledgerWords);
  const path = `/api/ledgers/${encodeURIComponent(id)}/views`;
  const { value, reload } = useLoad<LedgerViewList>(path);
  const [saving, setSaving] = useState(false);
  const remove = async (view: LedgerView) => {
    await api.delete(`${path}/${view.id}`);
    reload();
  };
  return (
    <>
      <ActionMenu name={words.views}>
        {value?.items.length === 0 && <p className="small soft menu-note">{words.noViews}</p>}
        {value?.items.map((view) => (
          <div key={view.id} className="view-line">
            <Button tone="plain" onClick={() => onChoose(fromQuery(view.query))}>
              {view.name}
            </Button>
            <IconButton icon="trash" label={`${words.removeView} ${view.name}`} onClick={() => remove(view)} />
          </div>
        ))}
        <Button tone="plain" icon="plus" onClick={() => setSaving(true)}>
          {words.saveView}
        </Button>
      </ActionMenu>
      {saving && (
        <SaveView
          path={path}
          look={look}
          onClose={() => setSaving(false)}
          onSaved={() => {
            setSaving(false);
            reload();
          }}
        />
      )}
    </>
  );
}

type SaveViewProps = {
  readonly path: string;
  readonly look: Look;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

function SaveView({ path, look, onClose, onSaved }: SaveViewProps) {
  const field = useId();
  const words = useWords(ledgerWords);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const save = async () => {
    if (name.trim() === '') return;
    setBusy(true);
    const body = { name: name.trim(), query: toQuery(look) };
    const answer = await api.put<LedgerView>(`${path}/${newKey()}`, body);
    setBusy(false);
    if (answer.ok) onSaved();
    else setProblem(answer.problem);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button tone="primary" busy={busy} onClick={save}>
        {words.save}
      </Button>
    </>
  );
  return (
    <Dialog open title={words.saveView} onClose={onClose} foot={foot}>
      <label className="field-label" htmlFor={field}>
        {words.viewName}
      </label>
      <input
        id={field}
        className="input"
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <p className="small soft">{words.viewHint}</p>
      {problem && <ProblemSentence problem={problem} />}
    </Dialog>
  );
}
