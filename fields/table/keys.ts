import type { KeyboardEvent } from 'react';

const CONTROL = 'input:not([type="file"]), select, textarea';

/** Steps a key takes through the rows; undefined: the key belongs to the control. */
function stepOf(event: KeyboardEvent<HTMLElement>): number | undefined {
  const { target } = event;
  if (event.nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return undefined;
  if (target.type !== 'text' && !(target.type === 'checkbox' && event.key !== 'Enter')) return undefined;
  if (target.getAttribute('aria-expanded') === 'true') return undefined;
  if (event.key === 'Enter') return event.shiftKey ? -1 : 1;
  const isCombobox = target.getAttribute('role') === 'combobox';
  if (event.key === 'ArrowDown' && !isCombobox) return 1;
  return event.key === 'ArrowUp' && !isCombobox ? -1 : undefined;
}

/** Whether a sideways arrow would leave the text of the box. */
function sideOf(event: KeyboardEvent<HTMLElement>): number | undefined {
  const { target, key } = event;
  if (event.nativeEvent.isComposing || event.shiftKey || !(target instanceof HTMLInputElement)) return undefined;
  if (target.type !== 'text' || target.getAttribute('aria-expanded') === 'true') return undefined;
  if (key === 'ArrowLeft' && target.selectionStart === 0 && target.selectionEnd === 0) return -1;
  const atEnd = target.selectionStart === target.value.length;
  return key === 'ArrowRight' && atEnd ? 1 : undefined;
}

const rowOf = (control: Element): Element | null => control.closest('[data-row]');
const cellsOf = (row: Element): readonly Element[] => [...row.querySelectorAll('[data-cell]')];

export function focusCell(row: Element | undefined, cell: number): boolean {
  const control = row === undefined ? undefined : cellsOf(row)[cell]?.querySelector<HTMLElement>(CONTROL);
  control?.focus();
  return control !== null && control !== undefined;
}

/** Enter and the arrows go from cell to cell; Enter in the last row calls for another one. */
export function moveBetweenCells(event: KeyboardEvent<HTMLElement>, addRow: (() => void) | undefined) {
  const { target, currentTarget } = event;
  const row = target instanceof Element ? rowOf(target) : null;
  if (row === null || !(target instanceof Element)) return;
  const column = cellsOf(row).findIndex((cell) => cell.contains(target));
  const side = sideOf(event);
  if (side !== undefined) {
    if (focusCell(row, column + side)) event.preventDefault();
    return;
  }
  const step = stepOf(event);
  if (step === undefined) return;
  const rows = [...currentTarget.querySelectorAll('[data-row]')];
  const next = rows[rows.indexOf(row) + step];
  event.preventDefault();
  if (next === undefined && event.key === 'Enter' && step > 0) addRow?.();
  else focusCell(next, column);
}
