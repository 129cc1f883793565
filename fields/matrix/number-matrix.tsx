import { isRecord } from '../../site/src/fields/lists.ts';
import { decimalCodec, integerCodec } from '../../site/src/fields/number-codec.ts';
import { controlProps, type FieldProps } from '../../site/src/fields/props.ts';
import { useTextInput } from '../../site/src/fields/use-text-input.ts';
import { IssueList } from '../../site/src/form/issue-list.tsx';
import { cellKey, domId } from '../../site/src/form/keys.ts';
import { LiveText } from '../../site/src/form/live-text.tsx';
import { matrixColumnKey, matrixRowKey } from '../../site/src/form/matrix-cells.ts';
import { useFormStore, useStatus } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { sumColumn } from '../table/totals.ts';
import { cellField, cellText } from './cell-text.ts';
import type { Line, MatrixParts } from './line.ts';

const CODECS = { integer: integerCodec, money: decimalCodec(2), decimal: decimalCodec(), percent: decimalCodec() };

/** A number in each cell, with the sums people look for. */
export function NumberMatrix({ props, rows, columns }: MatrixParts) {
  const words = useWords(formWords);
  const { field } = props;
  const { totals } = field;
  const sumsRows = totals === 'rows' || totals === 'both';
  const sumsColumns = totals === 'columns' || totals === 'both';
  return (
    <table className="matrix matrix-numbers">
      <thead>
        <tr>
          <th scope="col">{words.matrixRow}</th>
          {columns.map((column) => (
            <th scope="col" key={column.id}>
              {column.title}
            </th>
          ))}
          {sumsRows && <th scope="col">{words.total}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.title}</th>
            {columns.map((column) => (
              <td key={column.id} data-label={column.title}>
                <NumberCell {...{ props, row, column }} />
              </td>
            ))}
            {sumsRows && (
              <td className="matrix-sum" data-label={words.total}>
                <Sum props={props} row={row} columns={columns} follows={matrixRowKey(props.place, row.id)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {sumsColumns && (
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {columns.map((column) => (
              <td key={column.id} className="matrix-sum" data-label={column.title}>
                <Sum props={props} columns={[column]} follows={matrixColumnKey(props.place, column.id)} />
              </td>
            ))}
            {sumsRows && (
              <td className="matrix-sum" data-label={words.total}>
                <Sum props={props} columns={columns} follows={props.place} />
              </td>
            )}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type CellProps = { readonly props: FieldProps<'matrix'>; readonly row: Line; readonly column: Line };

function NumberCell({ props, row, column }: CellProps) {
  const { field, place } = props;
  const key = cellKey(place, row.id, column.id);
  const { issues } = useStatus(key);
  const id = domId(key);
  const cell = field.cell === 'choice' ? 'integer' : field.cell;
  const box = useTextInput<HTMLInputElement>(key, CODECS[cell]);
  const control = {
    place: key,
    id,
    label: `${row.title} ${column.title}`,
    required: field.complete === true,
    invalid: issues.length > 0,
    describedBy: issues.length > 0 ? `${id}-issue` : undefined,
  };
  return (
    <>
      <input
        {...controlProps(control)}
        {...box}
        className="input input-number"
        type="text"
        inputMode={cell === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        enterKeyHint="next"
      />
      <IssueList id={`${id}-issue`} issues={issues} />
    </>
  );
}

type SumProps = {
  readonly props: FieldProps<'matrix'>;
  /** All rows unless one is named. */
  readonly row?: Line;
  readonly columns: readonly Line[];
  readonly follows: string;
};

function Sum({ props: { field, place }, row, columns, follows }: SumProps) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const text = () => {
    const stored = store.value(place);
    const rows = isRecord(stored) ? stored : {};
    const lines = row === undefined ? Object.values(rows) : [rows[row.id]];
    const cells = lines.filter(isRecord).flatMap((line) => columns.map(({ id }) => ({ cell: line[id] })));
    return cellText(cellField(field), sumColumn(cells, 'cell'), locale) || words.empty;
  };
  const names = [row?.title, columns.length === 1 ? columns[0]?.title : undefined, words.total];
  return <LiveText follows={follows} text={text} className="computed-number" label={names.filter(Boolean).join(' ')} />;
}
