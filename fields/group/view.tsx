import type { ReactNode } from 'react';
import type { FieldOf } from '../../site/src/fields/props.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';

type GroupProps = { readonly field: FieldOf<'group'>; readonly id: string; readonly children: ReactNode };

/** The frame around the members of a group; its style hides it while all of them are hidden. */
export function GroupView({ field, id, children }: GroupProps) {
  const locale = useLocale();
  const help = field.help === undefined ? undefined : `${id}-help`;
  return (
    <fieldset className="field-group slot-wide" id={id} aria-describedby={help}>
      <legend>{pick(field.title, locale)}</legend>
      {field.help !== undefined && (
        <p className="field-help" id={help}>
          {pick(field.help, locale)}
        </p>
      )}
      <div className="form-grid">{children}</div>
    </fieldset>
  );
}
