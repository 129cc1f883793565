import { useEffect } from 'react';
import { isRecord } from '../../site/src/fields/lists.ts';
import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { useDirectoryVersion } from '../../site/src/form/directory.ts';
import { useReadScope } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { sumColumn } from '../table/totals.ts';
import { cellField, cellText } from './cell-text.ts';
import type { Line } from './line.ts';
import { columnsOf, rowsOf } from './names.ts';

/** A filled matrix. Lines nobody filled in are left out where every unit could have one. */
export function ReadMatrix({ field, value }: ReadProps<'matrix'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  const byUnit = field.rows === 'units';
  useEffect(() => {
    if (byUnit) void directory.loadUnits();
  }, [directory, byUnit]);
  const stored = isRecord(value) ? value : {};
  const columns = columnsOf(field, locale);
  const lines: readonly Line[] = byUnit
    ? Object.keys(stored).map((id) => ({ id, title: pick(directory.unit(id)?.title ?? id, locale) }))
    : rowsOf(field, [], locale);
  if (field.cell === 'choice') return <Answers {...{ lines, columns, stored }} />;
  const kind = cellField(field);
  const cellsOf = (id: string) => (isRecord(stored[id]) ? stored[id] : {});
  const sumOf = (rows: readonly Line[], among: readonly Line[]) =>
    cellText(
      kind,
      sumColumn(
        rows.flatMap((row) => among.map(({ id }) => ({ cell: cellsOf(row.id)[id] }))),
        'cell',
      ),
      locale,
    );
  const sumsRows = field.totals === 'rows' || field.totals === 'both';
  const sumsColumns = field.totals === 'columns' || field.totals === 'both';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="matrix-box" tabIndex={0} aria-label={pick(field.title, locale)}>
      <table className="matrix matrix-numbers matrix-read">
        <thead>
          <tr>
            <th scope="col">{words.matrixRow}</th>
            {columns.map(({ id, title }) => (
              <th scope="col" key={id}>
                {title}
              </th>
            ))}
            {sumsRows && <th scope="col">{words.total}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.title}</th>
              {columns.map(({ id, title }) => (
                <td key={id} className="number" data-label={title}>
                  {cellText(kind, cellsOf(line.id)[id], locale) || words.empty}
                </td>
              ))}
              {sumsRows && (
                <td className="number matrix-sum" data-label={words.total}>
                  {sumOf([line], columns) || words.empty}
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
                <td key={column.id} className="number matrix-sum" data-label={column.title}>
                  {sumOf(lines, [column]) || words.empty}
                </td>
              ))}
              {sumsRows && (
                <td className="number matrix-sum" data-label={words.total}>
                  {sumOf(lines, columns) || words.empty}
                </td>
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

type AnswersProps = {
  readonly lines: readonly Line[];
  readonly columns: readonly Line[];
  readonly stored: Readonly<Record<string, unknown>>;
};

/** Chosen words beside their questions: a grid of circles says less in print and on a phone. */
function Answers({ lines, columns, stored }: AnswersProps) {
  const words = useWords(formWords);
  return (
    <dl className="matrix-answers">
      {lines.map(({ id, title }) => (
        <div key={id}>
          <dt>{title}</dt>
          <dd>{columns.find((column) => column.id === stored[id])?.title ?? words.empty}</dd>
        </div>
      ))}
    </dl>
  );
}
