import type { FieldOf } from '../../site/src/fields/props.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';

/** A heading between fields, with the text that helps with what follows. */
export function HeadingView({ field, id }: { readonly field: FieldOf<'heading'>; readonly id?: string }) {
  const locale = useLocale();
  return (
    <div className="field-heading slot-wide" id={id}>
      <h3>{pick(field.title, locale)}</h3>
      {field.help !== undefined && <p className="soft">{pick(field.help, locale)}</p>}
    </div>
  );
}
