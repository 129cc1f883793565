import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { api } from '../../site/src/api/api.ts';
import type { Client } from '../../site/src/api/client.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { cellKey } from '../../site/src/form/keys.ts';
import { useFormStore, useReadScope, useRowList } from '../../site/src/form/scope.tsx';
import type { FormStore } from '../../site/src/form/store.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { focusIn, type GridActions } from './keys.ts';
import type { RowTools } from './row.tsx';
import type { RowsHandle } from './rows.tsx';
import { useSelection } from './selection.ts';

const DEFAULT_MAX_ROWS = 500;

/** What has just happened, for everybody to see and hear; perhaps with the way back. */
export type Note = { readonly text: string; readonly undo?: () => void };

/** Where the focus belongs once the rows are drawn. */
type Pending = { readonly row: string; readonly cell: number | 'handle' };

/** Writing into a cell from outside leaves the box alone that somebody is in: it is left for a moment. */
function outside(change: () => void) {
  const active = document.activeElement;
  if (active instanceof HTMLElement) active.blur();
  change();
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
}

function copyDown(store: FormStore, place: string, row: string, column: string) {
  const rows = store.rowList(place);
  const above = rows[rows.indexOf(row) - 1];
  if (above === undefined) return;
  const [from, to] = [cellKey(place, above, column), cellKey(place, row, column)];
  const typed = store.typed(from);
  outside(() => (typed === undefined ? store.set(to, store.value(from)) : store.keepTyped(to, typed)));
}

/** Everything a table does besides drawing itself. */
export function useTable({ field, place }: FieldProps<'table'>, handle: RefObject<RowsHandle | null>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { directory, ledgers } = useReadScope();
  const rows = useRowList(place);
  const { selected, select } = useSelection(rows);
  const [note, setNote] = useState<Note>();
  const [menu, setMenu] = useState<string>();
  const pending = useRef<Pending>(undefined);
  const mayArrange = store.editable.has(place) && field.rows !== 'fixed';
  const room = mayArrange ? Math.max(0, (field.maxRows ?? DEFAULT_MAX_ROWS) - rows.length) : 0;
  // Before anything is painted: the next key may come at once.
  useLayoutEffect(() => {
    const { row, cell } = pending.current ?? {};
    pending.current = undefined;
    if (row !== undefined && cell !== undefined) focusIn(handle.current?.show(row), cell);
  });
  const client: Pick<Client, 'get'> = api;
  const source = { store, field, place, directory, ledgers, client, locale, room };
  const act = {
    add(after?: string) {
      const row = store.addRow(place, after);
      pending.current = { row, cell: 0 };
    },
    remove(row: string) {
      const number = rows.indexOf(row) + 1;
      const next = rows[number] ?? rows[number - 2];
      const undo = store.removeRow(place, row);
      if (next !== undefined) pending.current = { row: next, cell: 'handle' };
      setNote({ text: words.rowRemoved(number), undo });
    },
    move(row: string, by: number, cell: Pending['cell'] = 'handle') {
      const from = rows.indexOf(row) + 1;
      if (rows[from + by - 1] === undefined) return;
      pending.current = { row, cell };
      store.moveRow(place, row, by);
      setNote({ text: words.rowMoved(from, from + by), undo: () => store.moveRow(place, row, -by) });
    },
    copy: (row: string) => {
      pending.current = { row: store.copyRow(place, row), cell: 0 };
    },
    drop(row: string, onto: { readonly row: string; readonly after: boolean }) {
      const [from, over] = [rows.indexOf(row), rows.indexOf(onto.row)];
      const to = over + (onto.after ? 1 : 0) - (over > from ? 1 : 0);
      if (to !== from) act.move(row, to - from);
    },
    async paste(text: string, anchor: { readonly row: string; readonly column: string }) {
      const { pasteInto } = await import('./sheet/paste-into.ts');
      const done = await pasteInto(source, text, anchor);
      outside(() => setNote(done.apply()));
    },
    async copySelected(row: string) {
      const { copyRows } = await import('./sheet/copy-out.ts');
      setNote({ text: await copyRows(source, selected.has(row) ? [...selected] : [row]) });
    },
  };
  const latest = useRef({ act, select });
  latest.current = { act, select };
  const tools = useMemo(
    (): RowTools => ({
      remove: (row) => latest.current.act.remove(row),
      move: (row, by) => latest.current.act.move(row, by),
      copy: (row) => latest.current.act.copy(row),
      drop: (row, onto) => latest.current.act.drop(row, onto),
      select: (row, extend) => latest.current.select(row, extend),
      openMenu: setMenu,
    }),
    [],
  );
  const keys: Omit<GridActions, 'leave'> = {
    rows: () => rows,
    show: (row) => handle.current?.show(row),
    add: room > 0 ? act.add : undefined,
    move: mayArrange ? act.move : undefined,
    remove: mayArrange ? act.remove : undefined,
    copyDown: (row, column) => copyDown(store, place, row, column),
    select,
    copySelected: (row) => void act.copySelected(row),
  };
  return { rows, selected, note, setNote, menu, setMenu, mayArrange, mayAdd: room > 0, source, act, tools, keys };
}

export type TableSource = ReturnType<typeof useTable>['source'];
