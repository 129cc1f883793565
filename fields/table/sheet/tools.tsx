import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '../../../site/src/components/dialog.tsx';
import { Icon, type IconName } from '../../../site/src/components/icon.tsx';
import { pick } from '../../../site/src/i18n/locale.ts';
import { tableWords } from '../../../site/src/i18n/table.ts';
import { useLocale, useWords } from '../../../site/src/i18n/use-locale.tsx';
import type { Note, TableSource } from '../use-table.ts';
import { isWritable } from './block.ts';
import { copyRows } from './copy-out.ts';
import { saveCsv, saveTemplate, saveXlsx } from './export.ts';
import { ImportDialog } from './import-dialog.tsx';

type TableToolsProps = {
  readonly source: TableSource;
  readonly onNote: (note: Note) => void;
  readonly onClose: () => void;
};

/** What can be done with a table as a whole; outside the form, which Enter in one of its boxes would send. */
export const TableTools = (props: TableToolsProps) => createPortal(<Tools {...props} />, document.body);

function Tools({ source, onNote, onClose }: TableToolsProps) {
  const words = useWords(tableWords);
  const locale = useLocale();
  const [page, setPage] = useState<'menu' | 'keys' | 'import'>('menu');
  const { store, place, field } = source;
  const rows = store.rowList(place);
  const node = store.model.nodes.get(place);
  const writes = node?.columns.some((column) => isWritable(column, store.editable)) === true;
  const say = (text: string) => {
    onNote({ text });
    onClose();
  };
  if (page === 'import') return <ImportDialog {...{ source, onNote, onClose }} />;
  return (
    <Dialog open title={page === 'keys' ? words.keys : pick(field.title, locale)} onClose={onClose}>
      {page === 'keys' ? (
        <Shortcuts />
      ) : (
        <div className="table-tools">
          {writes && (
            <Tool icon="upload" name={words.import} hint={words.importHint} onChoose={() => setPage('import')} />
          )}
          {writes && (
            <Tool
              icon="file"
              name={words.template}
              hint={words.templateHint}
              onChoose={() => {
                saveTemplate(source);
                say(words.templateDone);
              }}
            />
          )}
          <Tool
            icon="download"
            name={words.exportXlsx}
            onChoose={() => {
              saveXlsx(source);
              say(words.exported(rows.length));
            }}
          />
          <Tool
            icon="download"
            name={words.exportCsv}
            onChoose={() => {
              saveCsv(source);
              say(words.exported(rows.length));
            }}
          />
          <Tool
            icon="copy"
            name={words.copyTable}
            hint={words.copyHint}
            onChoose={async () => say(await copyRows(source, rows, true))}
          />
          <Tool icon="grid" name={words.keys} hint={words.keysHint} onChoose={() => setPage('keys')} />
        </div>
      )}
    </Dialog>
  );
}

type ToolProps = {
  readonly icon: IconName;
  readonly name: string;
  readonly hint?: string;
  readonly onChoose: () => void;
};

const Tool = ({ icon, name, hint, onChoose }: ToolProps) => (
  <button type="button" className="table-tool" onClick={onChoose}>
    <Icon name={icon} />
    <span>
      <span className="table-tool-name">{name}</span>
      {hint !== undefined && <span className="table-tool-hint">{hint}</span>}
    </span>
  </button>
);

function Shortcuts() {
  const words = useWords(tableWords);
  return (
    <dl className="shortcuts">
      {words.shortcuts.map(([keys = '', does = '']) => (
        <div key={keys + does}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
