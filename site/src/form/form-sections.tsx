import type { FormView } from '../../../schemas/generated/api.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { FieldSlot } from './field-slot.tsx';
import { domId } from './keys.ts';
import { sectionsOf } from './sections.ts';

/** A form to fill in, section by section; a section whose fields are all hidden is hidden by its style. */
export function FormSections({ form }: { readonly form: FormView }) {
  const locale = useLocale();
  return (
    <div className="form" id={domId(form.id)} tabIndex={-1}>
      {form.help !== undefined && <p className="form-help">{pick(form.help, locale)}</p>}
      {sectionsOf(form).map((section) => (
        <section className="form-section card" key={section.key}>
          {section.title !== undefined && <h2 className="form-section-title">{pick(section.title, locale)}</h2>}
          <div className="form-grid">
            {section.fields.map((field) => (
              <FieldSlot key={field} path={`${form.id}.${field}`} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
