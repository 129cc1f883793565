import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { dragRow } from './drag.ts';
import type { TableRowProps } from './row.tsx';

/** The number of a row: what one takes hold of to move or select it. */
export function RowHandle({ row, index, actions, selected, tools }: TableRowProps) {
  const words = useWords(formWords);
  const number = (
    <>
      <span className="grid-number-card">{words.row(index + 1)}</span>
      <span className="grid-number-plain">{index + 1}</span>
    </>
  );
  return (
    <button
      type="button"
      className={actions ? 'grid-handle grid-grip' : 'grid-handle'}
      data-handle
      aria-label={words.row(index + 1)}
      aria-pressed={selected}
      title={actions ? words.handleHint : words.handleHintRead}
      onClick={({ shiftKey, currentTarget }) => {
        const dragged = currentTarget.closest<HTMLElement>('[data-row]')?.dataset.dragged;
        if (dragged === undefined) tools.select(row, shiftKey);
      }}
      onPointerDown={(event) => {
        const box = event.currentTarget.closest<HTMLElement>('.grid-box');
        if (actions && box !== null && !event.shiftKey)
          dragRow(event.nativeEvent, event.currentTarget, { box, onDrop: (onto) => tools.drop(row, onto) });
      }}
    >
      {number}
    </button>
  );
}
