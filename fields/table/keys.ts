import type { KeyboardEvent } from 'react';

const CONTROL = 'input:not([type="file"]), select, textarea';
/** Native boxes whose arrow keys change the value. */
const STEPPED: ReadonlySet<string> = new Set(['date', 'time', 'month', 'week', 'datetime-local', 'number', 'radio']);

/** What the keys of a table do. */
export type GridActions = {
  readonly rows: () => readonly string[];
  /** Draws a row that is out of sight. */
  readonly show: (row: string) => Element | undefined;
  /** Absent: rows are neither added nor moved here. */
  readonly add: ((after: string | undefined) => void) | undefined;
  readonly move: ((row: string, by: number, focus: number | 'handle') => void) | undefined;
  readonly remove: ((row: string) => void) | undefined;
  /** Takes over what stands in the row above. */
  readonly copyDown: (row: string, column: string) => void;
  readonly select: (row: string, extend: boolean) => void;
  readonly copySelected: (row: string) => void;
  /** Goes on behind the table. */
  readonly leave: () => void;
};

type Key = KeyboardEvent<HTMLElement>;

const rowOf = (control: Element): HTMLElement | null => control.closest<HTMLElement>('[data-row]');
const cellsOf = (row: Element): readonly HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[data-cell]')];
const isHandle = (target: Element): boolean => target.matches('[data-handle]');
const isCommand = ({ ctrlKey, metaKey, altKey }: Key): boolean => (ctrlKey || metaKey) && !altKey;

/** Puts the focus into a cell, or on the handle of its row. */
export function focusIn(row: Element | undefined, cell: number | 'handle'): boolean {
  const control =
    row === undefined
      ? undefined
      : cell === 'handle'
        ? row.querySelector<HTMLElement>('[data-handle]')
        : cellsOf(row)[cell]?.querySelector<HTMLElement>(CONTROL);
  control?.focus();
  return control !== null && control !== undefined;
}

/** Whether an open list, a calendar or several lines need the arrow keys themselves. */
function keepsArrows(target: Element): boolean {
  if (target instanceof HTMLInputElement) return STEPPED.has(target.type) || target.getAttribute('role') === 'combobox';
  return !isHandle(target);
}

/** Whether a sideways arrow would leave the text of the box. */
function sideOf({ target, key, shiftKey }: Key): number | undefined {
  if (shiftKey || !(target instanceof HTMLInputElement) || target.type !== 'text') return undefined;
  if (key === 'ArrowLeft' && target.selectionStart === 0 && target.selectionEnd === 0) return -1;
  return key === 'ArrowRight' && target.selectionStart === target.value.length ? 1 : undefined;
}

/** Rows a key goes up or down; Enter also leaves lists and calendars, where it would send the form. */
function stepOf({ key, shiftKey, target }: Key): number | undefined {
  if (!(target instanceof Element)) return undefined;
  const isBox = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if (key === 'Enter') return isBox ? (shiftKey ? -1 : 1) : undefined;
  if (keepsArrows(target)) return undefined;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : undefined;
}

/** The keys of a table, as spreadsheets have them. Keys that belong to the control, or to an input method, stay there. */
export function onGridKey(event: Key, actions: GridActions) {
  const { target } = event;
  if (event.nativeEvent.isComposing || !(target instanceof Element)) return;
  const row = rowOf(target);
  const id = row?.dataset.row;
  if (row === null || id === undefined || target.getAttribute('aria-expanded') === 'true') return;
  const column = cellsOf(row).findIndex((cell) => cell.contains(target));
  const at = isHandle(target) ? 'handle' : column;
  if (at === -1) return;
  const done = isHandle(target)
    ? handleKey(event, id, actions)
    : isCommand(event) && cellCommand(event, id, cellsOf(row)[column]?.dataset.cell ?? '', actions);
  if (done || rowKey(event, row, id, at, actions)) event.preventDefault();
}

function cellCommand({ key }: Key, row: string, column: string, { add, copyDown }: GridActions): boolean {
  if (key === 'Enter') add?.(row);
  else if (key === 'd') copyDown(row, column);
  else return false;
  return true;
}

/** With the focus on the number of a row: the row as a whole. */
function handleKey(event: Key, row: string, { add, remove, select, copySelected, rows, show }: GridActions): boolean {
  const { key, shiftKey } = event;
  if (isCommand(event) && key === 'c') copySelected(row);
  else if (isCommand(event) && key === 'Enter') add?.(row);
  else if (key === 'Delete' && remove !== undefined) remove(row);
  else if (shiftKey && !event.altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
    const all = rows();
    const next = all[all.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)];
    select(row, true);
    if (next !== undefined) select(next, true);
    focusIn(next === undefined ? undefined : show(next), 'handle');
  } else return false;
  return true;
}

function rowKey(event: Key, row: Element, id: string, at: number | 'handle', actions: GridActions): boolean {
  const { key, altKey, target } = event;
  if (key === 'Escape') {
    if (at === 'handle') actions.leave();
    else focusIn(row, 'handle');
    return true;
  }
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (altKey) {
    const mayMove = by !== 0 && target instanceof Element && !keepsArrows(target);
    if (mayMove) actions.move?.(id, by, at);
    return mayMove;
  }
  if (isCommand(event)) return false;
  const side = at === 'handle' ? undefined : sideOf(event);
  if (side !== undefined && at !== 'handle') return focusIn(row, at + side);
  const step = stepOf(event);
  return step !== undefined && goTo(id, step, key === 'Enter', at, actions);
}

function goTo(id: string, step: number, isEnter: boolean, at: number | 'handle', actions: GridActions): boolean {
  const all = actions.rows();
  const next = all[all.indexOf(id) + step];
  if (next !== undefined) focusIn(actions.show(next), at);
  else if (isEnter && step > 0) actions.add?.(undefined);
  return true;
}

/** Before Tab goes on, the next rows must be there. */
export function drawNeighbours(event: Key, { rows, show }: Pick<GridActions, 'rows' | 'show'>) {
  if (event.key !== 'Tab' || !(event.target instanceof Element)) return;
  const all = rows();
  const at = all.indexOf(rowOf(event.target)?.dataset.row ?? '');
  const next = at < 0 ? undefined : all[at + (event.shiftKey ? -1 : 1)];
  if (next !== undefined) show(next);
}
