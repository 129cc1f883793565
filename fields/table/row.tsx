import { memo } from 'react';
import { covers, isDerived } from '#engine';
import type { Column } from '../../schemas/generated/process.ts';
import { CellView } from '../../site/src/fields/cell-views.tsx';
import { ComputedView } from '../../site/src/fields/computed.tsx';
import type { FieldOf } from '../../site/src/fields/props.ts';
import { ReadPlain } from '../../site/src/fields/read-plain.tsx';
import { asCell, asNumberedRow, asRowHeader } from '../../site/src/fields/table-roles.ts';
import { IssueList } from '../../site/src/form/issue-list.tsx';
import { cellKey, domId } from '../../site/src/form/keys.ts';
import { useFormStore, useStatus, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { KeptText } from './kept-text.tsx';
import { RowActions } from './row-actions.tsx';
import { RowHandle } from './row-handle.tsx';

export type RowTools = {
  readonly remove: (row: string) => void;
  readonly move: (row: string, by: number) => void;
  readonly copy: (row: string) => void;
  readonly drop: (row: string, onto: { readonly row: string; readonly after: boolean }) => void;
  readonly select: (row: string, extend: boolean) => void;
  /** Opens what can be done with a row where there is no room for buttons. */
  readonly openMenu: (row: string) => void;
};

export type TableRowProps = {
  readonly field: FieldOf<'table'>;
  readonly place: string;
  readonly row: string;
  readonly index: number;
  readonly last: boolean;
  /** Whether rows may be added, removed and moved. */
  readonly actions: boolean;
  readonly mayAdd: boolean;
  readonly selected: boolean;
  /** There is room for a button for each action. */
  readonly wide: boolean;
  /** The same object as long as the table is shown. */
  readonly tools: RowTools;
};

/** Drawn again only when its place among the rows changes; its cells follow their own values. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { field, place, row, index, selected } = props;
  return (
    <div
      {...asNumberedRow(index + 2)}
      className="grid-row grid-body-row"
      data-row={row}
      data-selected={selected || undefined}
    >
      <div {...asRowHeader} className="grid-number">
        <RowHandle {...props} />
      </div>
      {Object.entries(field.columns).map(([id, column]) => (
        <Cell key={id} column={column} columnId={id} place={place} row={row} index={index} />
      ))}
      {props.actions && <RowActions {...props} />}
    </div>
  );
});

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
          {issues.length > 0 && <KeptText kind={column.type} text={store.typed(key)} />}
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
