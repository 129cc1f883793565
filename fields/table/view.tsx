import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../site/src/components/button.tsx';
import { fetched } from '../../site/src/components/fetched.tsx';
import { useWide } from '../../site/src/components/use-wide.ts';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup, asRowGroup, asTable } from '../../site/src/fields/table-roles.ts';
import { REVEAL } from '../../site/src/form/go-to.ts';
import { partsOf } from '../../site/src/form/keys.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { Headings } from './headings.tsx';
import { drawNeighbours, onGridKey } from './keys.ts';
import { TableRow } from './row.tsx';
import { RowMenu } from './row-menu.tsx';
import { Rows, type RowsHandle } from './rows.tsx';
import { Totals } from './totals-row.tsx';
import { useTable } from './use-table.ts';

const TableTools = fetched(async () => (await import('./sheet/tools.tsx')).TableTools);
const DESK = 720;

/** What is needed once somebody works in a table, so that it is there without a network. */
function preload() {
  void TableTools.preload();
  void import('./sheet/paste-into.ts').catch(() => undefined);
  void import('./sheet/copy-out.ts').catch(() => undefined);
}

/** Rows of native inputs: a grid on a desk, cards on a phone. */
export function TableView(props: FieldProps<'table'>) {
  const { field, place } = props;
  const words = useWords(formWords);
  const area = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const handle = useRef<RowsHandle>(null);
  const wide = useWide(DESK);
  const [toolsOpen, setToolsOpen] = useState(false);
  const table = useTable(props, handle);
  const { rows, selected, mayArrange, mayAdd, note, menu } = table;
  const keys = { ...table.keys, leave: () => foot.current?.querySelector('button')?.focus() };
  useEffect(() => {
    const reveal = (event: Event) => {
      const row = event instanceof CustomEvent ? partsOf(String(event.detail)).row : undefined;
      if (row !== undefined) handle.current?.show(row);
    };
    const element = area.current;
    element?.addEventListener(REVEAL, reveal);
    element?.addEventListener('focusin', preload, { once: true });
    return () => element?.removeEventListener(REVEAL, reveal);
  }, []);
  return (
    <div {...groupProps(props)} {...asGroup} ref={area} className="grid-field">
      {rows.length === 0 ? (
        <p className="grid-empty">{mayArrange ? words.noRows : words.noRowsRead}</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys that the cells do not use move between them
        <div
          className="grid-box"
          ref={box}
          onKeyDown={(event) => {
            drawNeighbours(event, keys);
            onGridKey(event, keys);
          }}
          onPaste={(event) => pasteBlock(event, table.act.paste)}
        >
          <div className="grid" {...asTable(`${props.id}-label`, rows.length + (field.totals === undefined ? 1 : 2))}>
            <Headings field={field} place={place} actions={mayArrange} />
            <div {...asRowGroup} className="grid-body">
              <Rows ids={rows} box={box} handle={handle}>
                {(row, index) => (
                  <TableRow
                    key={row}
                    {...{ field, place, row, index, mayAdd, wide }}
                    last={index === rows.length - 1}
                    actions={mayArrange}
                    selected={selected.has(row)}
                    tools={table.tools}
                  />
                )}
              </Rows>
            </div>
            {field.totals !== undefined && (
              <Totals field={field} place={place} actions={mayArrange} number={rows.length + 2} />
            )}
          </div>
        </div>
      )}
      <div className="grid-under" ref={foot}>
        {mayAdd && (
          <Button icon="plus" className="grid-add" onClick={() => table.act.add()}>
            {words.addRow}
          </Button>
        )}
        <Button
          tone="plain"
          icon="more"
          className="grid-tools"
          aria-haspopup="dialog"
          onClick={() => setToolsOpen(true)}
        >
          {words.tableTools}
        </Button>
      </div>
      <p className="grid-note" role="status">
        {note?.text}
        {note?.undo !== undefined && (
          <Button
            tone="plain"
            onClick={() => {
              flushSync(() => table.setNote(undefined));
              note.undo?.();
            }}
          >
            {words.undo}
          </Button>
        )}
      </p>
      {menu !== undefined && (
        <RowMenu
          key={menu}
          row={menu}
          index={rows.indexOf(menu)}
          last={rows.at(-1) === menu}
          mayAdd={mayAdd}
          tools={table.tools}
          onClose={() => table.setMenu(undefined)}
        />
      )}
      {toolsOpen && <TableTools source={table.source} onNote={table.setNote} onClose={() => setToolsOpen(false)} />}
    </div>
  );
}

/** Several cells go to the table; text for one cell stays with its box. */
function pasteBlock(
  event: ClipboardEvent<HTMLElement>,
  paste: (text: string, at: { readonly row: string; readonly column: string }) => Promise<void>,
) {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  const first = target.closest<HTMLElement>('.grid-row')?.querySelector<HTMLElement>('[data-cell]');
  const column = (target.closest<HTMLElement>('[data-cell]') ?? first)?.dataset.cell;
  const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
  const isBlock = text.includes('\t') || (text.includes('\n') && !target.matches('textarea'));
  if (!isBlock || row === undefined || column === undefined) return;
  event.preventDefault();
  void paste(text, { row, column });
}
