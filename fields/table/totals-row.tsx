import { useMemo } from 'react';
import type { Column } from '../../schemas/generated/process.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { asCell, asNumberedRow, asRowGroup, asRowHeader } from '../../site/src/fields/table-roles.ts';
import { LiveText } from '../../site/src/form/live-text.tsx';
import { useFormStore, useReadScope } from '../../site/src/form/scope.tsx';
import { fieldText, isNumeric } from '../../site/src/i18n/field-text.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { runningSum } from './totals.ts';

type TotalsProps = Pick<FieldProps<'table'>, 'field' | 'place'> & {
  readonly actions: boolean;
  /** Its number among the rows, the headings being the first. */
  readonly number: number;
};

/** The sums under a table; they follow what is typed without being drawn again. */
export function Totals({ field, place, actions, number }: TotalsProps) {
  const words = useWords(formWords);
  const totals = field.totals ?? [];
  return (
    <div {...asRowGroup} className="grid-foot">
      <div {...asNumberedRow(number)} className="grid-row">
        <div {...asRowHeader} className="grid-number">
          {words.total}
        </div>
        {Object.entries(field.columns).map(([id, column]) => (
          <div
            {...asCell}
            key={id}
            className={`grid-cell cell-${column.type}${totals.includes(id) ? '' : ' grid-blank'}`}
          >
            {totals.includes(id) && <Total column={column} id={id} place={place} />}
          </div>
        ))}
        {actions && <div {...asCell} className="grid-actions" />}
      </div>
    </div>
  );
}

type TotalProps = { readonly column: Column; readonly id: string; readonly place: string };

function Total({ column, id, place }: TotalProps) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { directory } = useReadScope();
  const sum = useMemo(() => runningSum(id), [id]);
  const title = pick(column.title, locale);
  const rows = (): readonly unknown[] => {
    const value = store.value(place);
    return Array.isArray(value) ? value : [];
  };
  return (
    <>
      <span className="grid-label" aria-hidden="true">
        {title}
      </span>
      <LiveText
        follows={place}
        className={isNumeric(column) ? 'computed computed-number' : 'computed'}
        label={`${words.total} ${title}`}
        text={() => fieldText(column, sum(rows()), { locale, people: directory.people() }) || words.empty}
      />
    </>
  );
}
