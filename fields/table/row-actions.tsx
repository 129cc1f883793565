import { IconButton } from '../../site/src/components/button.tsx';
import { asCell } from '../../site/src/fields/table-roles.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import type { TableRowProps } from './row.tsx';

/** What can be done with a row: buttons where there is room, a menu on a phone. */
export function RowActions(props: TableRowProps) {
  const { row, index, last, mayAdd, wide, tools } = props;
  const words = useWords(formWords);
  const number = index + 1;
  if (!wide)
    return (
      <div {...asCell} className="grid-actions">
        <IconButton icon="more" label={words.rowMenu(number)} onClick={() => tools.openMenu(row)} />
      </div>
    );
  return (
    <div {...asCell} className="grid-actions">
      <IconButton icon="up" label={words.moveUp(number)} disabled={index === 0} onClick={() => tools.move(row, -1)} />
      <IconButton icon="down" label={words.moveDown(number)} disabled={last} onClick={() => tools.move(row, 1)} />
      <IconButton icon="copy" label={words.copyRow(number)} disabled={!mayAdd} onClick={() => tools.copy(row)} />
      <IconButton icon="trash" label={words.removeRow(number)} onClick={() => tools.remove(row)} />
    </div>
  );
}
