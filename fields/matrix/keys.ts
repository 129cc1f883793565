import type { KeyboardEvent } from 'react';
import { isComposing } from '../../site/src/components/composing.ts';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Whether a sideways arrow would leave the text of the box. */
const isAtEdge = ({ selectionStart, selectionEnd, value }: HTMLInputElement, right: number): boolean =>
  selectionStart === selectionEnd && selectionStart === (right < 0 ? 0 : value.length);

/** Enter and the arrows go from number to number, as in a spreadsheet. */
export function moveInMatrix(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key, shiftKey } = event;
  const step = STEPS[key];
  if (step === undefined || isComposing(event.nativeEvent) || !(target instanceof HTMLInputElement)) return;
  const [down, right] = key === 'Enter' && shiftKey ? [-1, 0] : step;
  if (right !== 0 && !isAtEdge(target, right)) return;
  const grid = [...currentTarget.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('input')]);
  const row = grid.findIndex((cells) => cells.includes(target));
  const column = grid[row]?.indexOf(target) ?? -1;
  const next = grid[row + down]?.[column + right];
  event.preventDefault();
  next?.focus();
  next?.select();
}
