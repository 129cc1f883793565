import { memo } from 'react';
import { covers, isDerived } from '#engine';
import type { Column } from '../../schemas/generated/process.ts';
import { IconButton } from '../../site/src/components/button.tsx';
import { CellView } from '../../site/src/fields/cell-views.tsx';
import { ComputedView } from '../../site/src/fields/computed.tsx';
import type { FieldOf } from '../../site/src/fields/props.ts';
import { ReadPlain } from '../../site/src/fields/read-plain.tsx';
import { asCell, asRow, asRowHeader } from '../../site/src/fields/table-roles.ts';
import { IssueList } from '../../site/src/form/issue-list.tsx';
import { cellKey, domId } from '../../site/src/form/keys.ts';
import { useFormStore, useStatus, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

export type TableRowProps = {
  readonly field: FieldOf<'table'>;
  readonly place: string;
  readonly row: string;
  readonly index: number;
  readonly last: boolean;
  readonly actions: boolean;
  readonly mayAdd: boolean;
  readonly onRemove: (row: string) => void;
};

/** Drawn again only when its place among the rows changes; its cells follow their own values. */
export const TableRow = memo(
  function TableRow(props: TableRowProps) {
    const { field, place, row, index } = props;
    const words = useWords(formWords);
    return (
      <div {...asRow} className="grid-row grid-body-row" data-row={row}>
        <div {...asRowHeader} className="grid-number">
          <span className="grid-number-card">{words.row(index + 1)}</span>
          <span className="grid-number-plain">{index + 1}</span>
        </div>
        {Object.entries(field.columns).map(([id, column]) => (
          <Cell key={id} column={column} columnId={id} place={place} row={row} index={index} />
        ))}
        {props.actions && <RowActions {...props} />}
      </div>
    );
  },
  (before, after) =>
    before.index === after.index &&
    before.last === after.last &&
    before.actions === after.actions &&
    before.mayAdd === after.mayAdd,
);

type CellProps = {
  readonly column: Column;
  readonly columnId: string;
  readonly place: string;
  readonly row: string;
  readonly index: number;
};

function Cell({ column, columnId, place, row, index }: CellProps) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const key = cellKey(place, row, columnId);
  const { visible, required, readonly, issues } = useStatus(key);
  const node = store.model.nodes.get(`${place}.${columnId}`);
  const title = pick(column.title, locale);
  const id = domId(key);
  const label = words.cellLabel(title, index + 1);
  const writable = node !== undefined && covers(store.editable, node) && !isDerived(node) && !readonly;
  return (
    <div {...asCell} className={`grid-cell cell-${column.type}${visible ? '' : ' grid-blank'}`} data-cell={columnId}>
      {visible && (
        <>
          <span className="grid-label" aria-hidden="true">
            {title}
            {required && writable && <span className="field-required">*</span>}
          </span>
          {node !== undefined && isDerived(node) ? (
            <ComputedView field={column} place={key} id={id} label={label} />
          ) : writable ? (
            <CellView
              field={column}
              place={key}
              id={id}
              label={label}
              required={required}
              invalid={issues.length > 0}
              describedBy={issues.length > 0 ? `${id}-issue` : undefined}
            />
          ) : (
            <ReadCell column={column} place={key} />
          )}
          <IssueList id={`${id}-issue`} issues={issues} />
        </>
      )}
    </div>
  );
}

const ReadCell = ({ column, place }: { readonly column: Column; readonly place: string }) => (
  <span className="grid-read">
    <ReadPlain field={column} value={useValue(place)} />
  </span>
);

function RowActions({ place, row, index, last, mayAdd, onRemove }: TableRowProps) {
  const words = useWords(formWords);
  const store = useFormStore();
  const number = index + 1;
  return (
    <div {...asCell} className="grid-actions">
      <IconButton
        icon="up"
        label={words.moveUp(number)}
        disabled={index === 0}
        onClick={() => store.moveRow(place, row, -1)}
      />
      <IconButton
        icon="down"
        label={words.moveDown(number)}
        disabled={last}
        onClick={() => store.moveRow(place, row, 1)}
      />
      <IconButton
        icon="copy"
        label={words.copyRow(number)}
        disabled={!mayAdd}
        onClick={() => store.copyRow(place, row)}
      />
      <IconButton icon="trash" label={words.removeRow(number)} onClick={() => onRemove(row)} />
    </div>
  );
}
