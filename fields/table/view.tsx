import { useEffect, useRef, useState } from 'react';
import { fieldState } from '#engine';
import { Button } from '../../site/src/components/button.tsx';
import { isRecord } from '../../site/src/fields/lists.ts';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import {
  asCell,
  asColumnHeader,
  asGroup,
  asRow,
  asRowGroup,
  asRowHeader,
  asTable,
} from '../../site/src/fields/table-roles.ts';
import { LiveText } from '../../site/src/form/live-text.tsx';
import { useFormStore, useReadScope, useRowList } from '../../site/src/form/scope.tsx';
import { fieldText, isNumeric } from '../../site/src/i18n/field-text.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { focusCell, moveBetweenCells } from './keys.ts';
import { TableRow } from './row.tsx';
import { sumColumn } from './totals.ts';

const DEFAULT_MAX_ROWS = 500;

/** Rows of native inputs: a grid on a desk, cards on a phone. */
export function TableView(props: FieldProps<'table'>) {
  const { field, place } = props;
  const words = useWords(formWords);
  const store = useFormStore();
  const rows = useRowList(place);
  const grid = useRef<HTMLDivElement>(null);
  const fresh = useRef<string>(undefined);
  const mayArrange = store.editable.has(place) && field.rows !== 'fixed';
  const mayAdd = mayArrange && rows.length < (field.maxRows ?? DEFAULT_MAX_ROWS);
  const [removed, setRemoved] = useState<{ readonly number: number; readonly undo: () => void }>();
  const add = () => {
    fresh.current = store.addRow(place);
  };
  const remove = (id: string) => {
    const number = rows.indexOf(id) + 1;
    setRemoved({ number, undo: store.removeRow(place, id) });
  };
  useEffect(() => {
    const row = fresh.current;
    fresh.current = undefined;
    if (row !== undefined) focusCell(grid.current?.querySelector(`[data-row="${row}"]`) ?? undefined, 0);
  });
  return (
    <div {...groupProps(props)} {...asGroup} className="grid-field">
      {rows.length === 0 ? (
        <p className="grid-empty">{mayArrange ? words.noRows : words.noRowsRead}</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys that the cells do not use move between them
        <div className="grid-box" ref={grid} onKeyDown={(event) => moveBetweenCells(event, mayAdd ? add : undefined)}>
          <div className="grid" {...asTable(`${props.id}-label`, rows.length + 1)}>
            <Headings field={field} place={place} actions={mayArrange} />
            <div {...asRowGroup}>
              {rows.map((row, index) => (
                <TableRow
                  key={row}
                  field={field}
                  place={place}
                  row={row}
                  index={index}
                  last={index === rows.length - 1}
                  actions={mayArrange}
                  mayAdd={mayAdd}
                  onRemove={remove}
                />
              ))}
            </div>
            {field.totals !== undefined && <Totals field={field} place={place} actions={mayArrange} />}
          </div>
        </div>
      )}
      {mayAdd && (
        <Button icon="plus" className="grid-add" onClick={add}>
          {words.addRow}
        </Button>
      )}
      <p className="grid-note" role="status">
        {removed !== undefined && (
          <>
            {words.rowRemoved(removed.number)}
            <Button
              tone="plain"
              onClick={() => {
                removed.undo();
                setRemoved(undefined);
              }}
            >
              {words.undo}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}

type PartProps = Pick<FieldProps<'table'>, 'field' | 'place'> & { readonly actions: boolean };

function Headings({ field, place, actions }: PartProps) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  return (
    <div {...asRowGroup} className="grid-head">
      <div {...asRow} className="grid-row">
        <div {...asColumnHeader} className="grid-number">
          {words.rowNumber}
        </div>
        {Object.entries(field.columns).map(([id, column]) => {
          const state = fieldState(store.model, store.values(), store.facts(), `${place}.${id}`);
          if (!state.visible) return null;
          return (
            <div {...asColumnHeader} key={id} className={`grid-cell cell-${column.type}`}>
              {pick(column.title, locale)}
              {state.required && !state.readonly && (
                <span className="field-required" aria-hidden="true">
                  *
                </span>
              )}
            </div>
          );
        })}
        {actions && (
          <div {...asColumnHeader} className="grid-actions">
            <span className="unseen">{words.rowActions}</span>
          </div>
        )}
      </div>
    </div>
  );
}

function Totals({ field, place, actions }: PartProps) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { directory } = useReadScope();
  const totals = field.totals ?? [];
  const rows = () => {
    const value = store.value(place);
    return Array.isArray(value) ? value.filter(isRecord) : [];
  };
  return (
    <div {...asRowGroup} className="grid-foot">
      <div {...asRow} className="grid-row">
        <div {...asRowHeader} className="grid-number">
          {words.total}
        </div>
        {Object.entries(field.columns).map(([id, column]) => (
          <div
            {...asCell}
            key={id}
            className={`grid-cell cell-${column.type}${totals.includes(id) ? '' : ' grid-blank'}`}
          >
            {totals.includes(id) && (
              <>
                <span className="grid-label" aria-hidden="true">
                  {pick(column.title, locale)}
                </span>
                <LiveText
                  follows={place}
                  className={isNumeric(column) ? 'computed computed-number' : 'computed'}
                  label={`${words.total} ${pick(column.title, locale)}`}
                  text={() =>
                    fieldText(column, sumColumn(rows(), id), { locale, people: directory.people() }) || words.empty
                  }
                />
              </>
            )}
          </div>
        ))}
        {actions && <div {...asCell} className="grid-actions" />}
      </div>
    </div>
  );
}
