import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { reportWords } from '../i18n/report.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { Choice } from './select-filter.tsx';

type SeveralDialogProps = {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly onClose: () => void;
  readonly onChoose: (values: readonly string[]) => void;
};

/** All values to choose from; those that are ticked are shown together. */
export function SeveralDialog({ title, choices, values, onClose, onChoose }: SeveralDialogProps) {
  const words = useWords(reportWords);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(values));
  const toggle = (id: string) => setTicked((old) => (old.has(id) ? without(old, id) : new Set([...old, id])));
  const foot = (
    <>
      <Button onClick={() => setTicked(new Set())}>{words.tickNone}</Button>
      <Button tone="primary" onClick={() => onChoose(choices.flatMap(({ id }) => (ticked.has(id) ? [id] : [])))}>
        {words.apply}
      </Button>
    </>
  );
  return (
    <Dialog open title={title} onClose={onClose} foot={foot}>
      <div className="report-ticks">
        {choices.map(({ id, title: name }) => (
          <label key={id} className="report-tick">
            <input type="checkbox" checked={ticked.has(id)} onChange={() => toggle(id)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </Dialog>
  );
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((each) => each !== id));
