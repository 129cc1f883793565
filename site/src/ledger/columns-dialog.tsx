import type { LedgerPage } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ledgerWords } from '../i18n/ledger.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

type ColumnsDialogProps = {
  readonly ledger: LedgerPage;
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
  readonly onClose: () => void;
};

/** Which columns are in sight; the one that names the rows always is. */
export function ColumnsDialog({ ledger, hidden, onChange, onClose }: ColumnsDialogProps) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const columns = Object.entries(ledger.columns).filter(([id]) => id !== ledger.name);
  const foot = (
    <>
      <Button onClick={() => onChange([])}>{words.allColumns}</Button>
      <Button tone="primary" onClick={onClose}>
        {words.done}
      </Button>
    </>
  );
  return (
    <Dialog open title={words.columns} onClose={onClose} foot={foot}>
      <div className="ledger-values">
        {columns.map(([id, column]) => (
          <label key={id} className="ledger-value">
            <input
              type="checkbox"
              checked={!hidden.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? hidden.filter((other) => other !== id) : [...hidden, id])
              }
            />
            <span>{pick(column.title, locale)}</span>
          </label>
        ))}
      </div>
    </Dialog>
  );
}
