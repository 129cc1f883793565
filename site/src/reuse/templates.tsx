import { useState } from 'react';
import type { FormValues, TemplateList } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button, IconButton } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { CardSkeletons, ErrorNote } from '../components/states.tsx';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { reuseWords } from '../i18n/reuse.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { SaveTemplate } from './save-template.tsx';

export type TemplatesProps = {
  readonly process: string;
  /** What is filled in now. */
  readonly values: () => FormValues;
  readonly onClose: () => void;
};

/** The templates of a process: begin with one, delete one, make one of what is filled in. */
export function Templates({ process, values, onClose }: TemplatesProps) {
  const words = useWords(reuseWords);
  const { value, problem, reload } = useLoad<TemplateList>(`/api/templates?process=${encodeURIComponent(process)}`);
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState('');
  const saved = (name: string) => {
    setSaving(false);
    setSaid(words.saved(name));
    reload();
  };
  return (
    <Dialog
      open
      title={saving ? words.save : words.templates}
      onClose={onClose}
      foot={
        !saving && (
          <Button tone="primary" icon="plus" onClick={() => setSaving(true)}>
            {words.save}
          </Button>
        )
      }
    >
      <p role="status">{said}</p>
      {problem !== undefined && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={1} />}
      {saving && value !== undefined && (
        <SaveTemplate {...{ process, values }} units={value.units} onSaved={saved} onCancel={() => setSaving(false)} />
      )}
      {!saving && value !== undefined && <Kept list={value} onGone={reload} />}
    </Dialog>
  );
}

function Kept({ list, onGone }: { readonly list: TemplateList; readonly onGone: () => void }) {
  const locale = useLocale();
  const words = useWords(reuseWords);
  if (list.items.length === 0) return <p className="soft">{words.none}</p>;
  const remove = async (id: string) => {
    await api.delete(`/api/templates/${id}`);
    onGone();
  };
  return (
    <ul className="stack reuse-list">
      {list.items.map(({ id, name, mine, unit, process }) => (
        <li key={id}>
          <a className="card card-link" href={page('/fill/', locale, { process, template: id })}>
            <span className="unseen">{words.use(name)}</span>
            <strong aria-hidden="true">{name}</strong>
            <span className="small soft" aria-hidden="true">
              {unit === undefined ? words.mine : words.shared(pick(unit.title, locale))}
            </span>
          </a>
          {mine && <IconButton icon="trash" label={words.remove(name)} onClick={() => void remove(id)} />}
        </li>
      ))}
    </ul>
  );
}
