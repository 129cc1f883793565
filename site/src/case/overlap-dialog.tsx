import { useId, useState } from 'react';
import type { CaseView } from '../../../schemas/generated/api.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ReadValue } from '../fields/read-value.tsx';
import { partsOf } from '../form/keys.ts';
import { caseWords } from '../i18n/case.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { Names } from './names.ts';
import { type Chosen, type Overlap, wholeRow } from './overlaps.ts';

export type OverlapDialogProps = {
  readonly list: readonly Overlap[];
  readonly view: CaseView;
  readonly names: Names;
  readonly onChoose: (chosen: readonly Chosen[]) => void;
  readonly onClose: () => void;
};

/** Two people changed the same fields: both values side by side, and a choice for each. */
export function OverlapDialog({ list, view, names, onChoose, onClose }: OverlapDialogProps) {
  const words = useWords(caseWords);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const chosen = list.map(({ path, mine, theirs: other }) => ({ path, value: theirs.has(path) ? other : mine }));
  const take = (path: string, other: boolean) => {
    const next = new Set(theirs);
    if (other) next.add(path);
    else next.delete(path);
    setTheirs(next);
  };
  return (
    <Dialog
      open
      wide
      title={words.overlapTitle}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button tone="primary" icon="check" onClick={() => onChoose(chosen)}>
            {words.overlapConfirm}
          </Button>
        </>
      }
    >
      <p>{words.overlapBody}</p>
      {list.map((overlap) => (
        <OneField
          key={overlap.path}
          overlap={overlap}
          field={fieldAt(view, overlap.path)}
          title={names.field(fieldPath(overlap.path))}
          other={theirs.has(overlap.path)}
          onTake={(other) => take(overlap.path, other)}
        />
      ))}
    </Dialog>
  );
}

type OneFieldProps = {
  readonly overlap: Overlap;
  readonly field: Field | undefined;
  readonly title: string;
  readonly other: boolean;
  readonly onTake: (other: boolean) => void;
};

function OneField({ overlap, field, title, other, onTake }: OneFieldProps) {
  const id = useId();
  const words = useWords(caseWords);
  // A whole row is drawn as a table of one, or of none.
  const shown = (value: unknown) => (wholeRow(overlap.path) === undefined ? value : value === null ? [] : [value]);
  const sides = [
    { label: words.overlapMine, value: shown(overlap.mine), chosen: !other },
    { label: words.overlapTheirs, value: shown(overlap.theirs), chosen: other },
  ];
  return (
    <fieldset className="field">
      <legend className="field-label">{title}</legend>
      <div className="options options-column">
        {sides.map(({ label, value, chosen }, index) => (
          <label className="option option-tall" key={label}>
            <input type="radio" name={id} checked={chosen} onChange={() => onTake(index === 1)} />
            <span>
              <strong>{label}</strong>
              <span className="option-hint">
                {field === undefined ? JSON.stringify(value ?? null) : <ReadValue field={field} value={value} />}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What the field of a path is called: cells go by their column. */
function fieldPath(key: string): string {
  const { path, column } = partsOf(key);
  return column === undefined ? path : `${path}.${column}`;
}

function fieldAt({ forms }: CaseView, key: string): Field | undefined {
  const { form, field: name, column } = partsOf(key);
  const field: Field | undefined = forms.find(({ id }) => id === form)?.fields[name];
  return column !== undefined && field?.type === 'table' ? field.columns[column] : field;
}
