import type { FormView } from '../../../schemas/generated/api.ts';
import { fetched } from '../components/fetched.tsx';
import { pick } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { domId } from './keys.ts';
import { SectionFields } from './section-fields.tsx';
import { sectionsOf } from './sections.ts';
import { useEnterNext } from './use-enter-next.ts';

type FormProps = { readonly form: FormView };

/** From so many sections on a form has contents to find one's way by. */
const LONG = 3;

/** Few forms are long: what helps with them is fetched for those. */
const LongPage = fetched(async () => (await import('../long-form/long-page.tsx')).LongPage, PlainSections);
const LongSteps = fetched(async () => (await import('../long-form/long-steps.tsx')).LongSteps, PlainSections);

function layoutOf({ layout, sections = [] }: FormView): typeof LongPage | undefined {
  if (layout === 'steps') return LongSteps;
  return sections.length < LONG ? undefined : LongPage;
}

/** Fetches what long forms need before they are shown, so that nothing moves afterwards. */
export async function fetchLayout(forms: readonly FormView[]): Promise<void> {
  await Promise.all(forms.map((form) => layoutOf(form)?.preload()));
}

/** A form to fill in. */
export function FormSections({ form }: FormProps) {
  const locale = useLocale();
  const box = useEnterNext();
  const Sections = layoutOf(form) ?? PlainSections;
  return (
    <div ref={box} className="form" id={domId(form.id)} tabIndex={-1}>
      {form.help !== undefined && <p className="form-help">{pick(form.help, locale)}</p>}
      <Sections form={form} />
    </div>
  );
}

/** Section by section; a section whose fields are all hidden is hidden by its style. */
function PlainSections({ form }: FormProps) {
  const locale = useLocale();
  return sectionsOf(form).map((section) => (
    <section className="form-section card" key={section.key}>
      {section.title !== undefined && <h2 className="form-section-title">{pick(section.title, locale)}</h2>}
      <SectionFields form={form} section={section} />
    </section>
  ));
}
