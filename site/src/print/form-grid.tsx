import { pick } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { PaperTable } from './paper-table.tsx';
import { PaperValue } from './paper-value.tsx';
import type { SheetCell, SheetForm, SheetRow } from './sheet-forms.ts';

/** A form as a grid of lines: label and value twice, long things over the whole width. */
export function FormGrid({ form: { title, bands } }: { readonly form: SheetForm }) {
  const locale = useLocale();
  return (
    <section className="sheet-form">
      <h2 className="sheet-band">{pick(title, locale)}</h2>
      {bands.map((band) => (
        <div key={band.key} className="sheet-lines">
          {band.title !== undefined && <h3 className="sheet-band sheet-section">{pick(band.title, locale)}</h3>}
          {band.rows.map((row) => (
            <Line key={keyOf(row)} row={row} />
          ))}
        </div>
      ))}
    </section>
  );
}

function keyOf(row: SheetRow): string {
  if (row.kind === 'pair') return row.cells.map(({ id }) => id).join(' ');
  return row.kind === 'wide' ? row.cell.id : row.id;
}

function Line({ row }: { readonly row: SheetRow }) {
  const locale = useLocale();
  switch (row.kind) {
    case 'table':
      return <PaperTable field={row.field} rows={row.rows} />;
    case 'heading':
      return <h4 className="sheet-band sheet-section">{pick(row.title, locale)}</h4>;
    case 'wide':
      return (
        <dl className="sheet-line sheet-wide">
          <Cell cell={row.cell} />
        </dl>
      );
    case 'pair':
      return (
        <dl className={row.cells.length === 1 ? 'sheet-line sheet-wide' : 'sheet-line'}>
          {row.cells.map((cell) => (
            <Cell key={cell.id} cell={cell} />
          ))}
        </dl>
      );
  }
}

function Cell({ cell: { field, value } }: { readonly cell: SheetCell }) {
  const locale = useLocale();
  return (
    <>
      <dt>{pick(field.title, locale)}</dt>
      <dd>
        <PaperValue field={field} value={value} />
      </dd>
    </>
  );
}
