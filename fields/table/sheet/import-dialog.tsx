import { useId, useState } from 'react';
import { Button } from '../../../site/src/components/button.tsx';
import { Dialog } from '../../../site/src/components/dialog.tsx';
import { Icon } from '../../../site/src/components/icon.tsx';
import { pick } from '../../../site/src/i18n/locale.ts';
import { tableWords } from '../../../site/src/i18n/table.ts';
import { useLocale, useWords } from '../../../site/src/i18n/use-locale.tsx';
import { readSheet } from '../../../site/src/sheet/read-sheet.ts';
import type { SheetFault, SheetRow } from '../../../site/src/sheet/sheet.ts';
import type { Note, TableSource } from '../use-table.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportModes } from './import-modes.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useImport } from './use-import.ts';

type ImportProps = {
  readonly source: TableSource;
  readonly onNote: (note: Note) => void;
  readonly onClose: () => void;
};

type Loaded = { readonly name: string; readonly rows: readonly SheetRow[] };

/** Rows of a file into the table: everything is read and judged here before anything changes. */
export function ImportDialog({ source, onNote, onClose }: ImportProps) {
  const words = useWords(tableWords);
  const locale = useLocale();
  const [loaded, setLoaded] = useState<Loaded>();
  const [fault, setFault] = useState<SheetFault>();
  const [busy, setBusy] = useState(false);
  const load = async (file: File) => {
    setBusy(true);
    const sheet = readSheet(new Uint8Array(await file.arrayBuffer()), locale);
    setBusy(false);
    setFault(sheet.ok ? undefined : sheet.error);
    setLoaded(sheet.ok ? { name: file.name, rows: sheet.value } : undefined);
  };
  const title = words.importTitle(pick(source.field.title, locale));
  if (loaded !== undefined)
    return <Plan {...{ source, onNote, onClose, title, loaded }} onOther={() => setLoaded(undefined)} />;
  return (
    <Dialog open title={title} onClose={onClose}>
      <FileChoice busy={busy} onFile={(file) => void load(file)} />
      {fault !== undefined && (
        <p className="field-issue" role="alert">
          <Icon name="alert" size={16} />
          <span>{words.fault[fault]}</span>
        </p>
      )}
    </Dialog>
  );
}

function FileChoice({ busy, onFile }: { readonly busy: boolean; readonly onFile: (file: File) => void }) {
  const words = useWords(tableWords);
  const id = useId();
  return (
    <div className="stack">
      <p className="soft" id={`${id}-hint`}>
        {words.chooseHint}
      </p>
      <label className="button button-primary file-choice" htmlFor={id}>
        <Icon name="upload" size={18} />
        {busy ? words.reading : words.chooseFile}
        <input
          id={id}
          type="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={`${id}-hint`}
          className="unseen"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file !== undefined) onFile(file);
          }}
        />
      </label>
    </div>
  );
}

type PlanProps = ImportProps & {
  readonly title: string;
  readonly loaded: Loaded;
  readonly onOther: () => void;
};

function Plan({ source, onNote, onClose, title, loaded, onOther }: PlanProps) {
  const words = useWords(tableWords);
  const plan = useImport(source, loaded.rows);
  const possible = plan.judged !== undefined && plan.judged.tooMany === undefined && plan.mapping.size > 0;
  return (
    <Dialog
      open
      wide
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            disabled={!possible || plan.ready === 0}
            onClick={() => {
              const note = plan.apply();
              if (note !== undefined) onNote(note);
              onClose();
            }}
          >
            {words.doImport(plan.ready)}
          </Button>
        </>
      }
    >
      <div className="stack import-plan">
        <p className="import-file">
          <span>{words.file(loaded.name, plan.body.length)}</span>
          <Button tone="plain" onClick={onOther}>
            {words.otherFile}
          </Button>
        </p>
        <ImportOutcome plan={plan} />
        <ImportModes plan={plan} source={source} />
        <ImportColumns plan={plan} rows={loaded.rows} />
        <ImportPreview plan={plan} source={source} />
      </div>
    </Dialog>
  );
}
