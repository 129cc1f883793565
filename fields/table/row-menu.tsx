import { useLayoutEffect, useRef } from 'react';
import { Button } from '../../site/src/components/button.tsx';
import { groupNamed } from '../../site/src/fields/table-roles.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import type { RowTools } from './row.tsx';

type RowMenuProps = {
  readonly row: string;
  readonly index: number;
  readonly last: boolean;
  readonly mayAdd: boolean;
  readonly tools: RowTools;
  readonly onClose: () => void;
};

/** The actions of one row on a phone, at the lower edge where the thumb is. */
export function RowMenu({ row, index, last, mayAdd, tools, onClose }: RowMenuProps) {
  const words = useWords(formWords);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    menu.current?.showPopover();
    menu.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }, []);
  const number = index + 1;
  const act = (action: () => void) => () => {
    menu.current?.hidePopover();
    action();
  };
  return (
    <div
      ref={menu}
      popover="auto"
      {...groupNamed(words.rowMenu(number))}
      className="action-menu"
      onToggle={({ newState }) => {
        if (newState === 'closed') onClose();
      }}
    >
      <p className="grid-menu-title">{words.row(number)}</p>
      <Button icon="up" disabled={index === 0} onClick={act(() => tools.move(row, -1))}>
        {words.moveUp(number)}
      </Button>
      <Button icon="down" disabled={last} onClick={act(() => tools.move(row, 1))}>
        {words.moveDown(number)}
      </Button>
      <Button icon="copy" disabled={!mayAdd} onClick={act(() => tools.copy(row))}>
        {words.copyRow(number)}
      </Button>
      <Button icon="trash" onClick={act(() => tools.remove(row))}>
        {words.removeRow(number)}
      </Button>
    </div>
  );
}
