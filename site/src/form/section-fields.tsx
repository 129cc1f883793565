import type { FormView } from '../../../schemas/generated/api.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { FieldSlot } from './field-slot.tsx';
import type { FormSection } from './sections.ts';

/** The fields of one section under what helps with them. */
export function SectionFields({ form, section }: { readonly form: FormView; readonly section: FormSection }) {
  const locale = useLocale();
  return (
    <>
      {section.help !== undefined && <p className="form-section-help">{pick(section.help, locale)}</p>}
      <div className="form-grid">
        {section.fields.map((field) => (
          <FieldSlot key={field} path={`${form.id}.${field}`} />
        ))}
      </div>
    </>
  );
}
