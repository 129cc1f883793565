import { fieldState } from '#engine';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { asColumnHeader, asNumberedRow, asRowGroup } from '../../site/src/fields/table-roles.ts';
import { useFormStore } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

type HeadingsProps = Pick<FieldProps<'table'>, 'field' | 'place'> & { readonly actions: boolean };

export function Headings({ field, place, actions }: HeadingsProps) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  return (
    <div {...asRowGroup} className="grid-head">
      <div {...asNumberedRow(1)} className="grid-row">
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
