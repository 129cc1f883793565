import { useMemo } from 'react';
import type { FormView } from '../../../schemas/generated/api.ts';
import { SectionFields } from '../form/section-fields.tsx';
import { sectionsOf } from '../form/sections.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { BarRow, InBar } from './bar.tsx';
import { ContentsBeside } from './contents-beside.tsx';
import { PartMark } from './part-mark.tsx';
import { type FormPart, partId, partsOfForm } from './parts.ts';
import { useCurrentPart } from './use-current-part.ts';
import { useProgress } from './use-progress.ts';

/** A form of many sections on one page: each folds, and the contents lead to each. */
export function LongPage({ form }: { readonly form: FormView }) {
  const locale = useLocale();
  const sections = useMemo(() => sectionsOf(form), [form]);
  const progress = useProgress(form.id, sections);
  const parts = partsOfForm(form, progress, locale);
  const current = useCurrentPart(parts);
  const contents = { parts, current, numbered: false, onJump: jumpTo };
  return (
    <div className="long-form">
      <div className="long-body">
        {sections.map((section) => {
          const { title, key } = section;
          const part = parts.find((each) => each.key === key);
          if (title === undefined)
            return (
              <section className="form-section card" key={key} id={partId(form, key)} tabIndex={-1}>
                <SectionFields form={form} section={section} />
              </section>
            );
          return (
            <details className="form-section form-fold card" key={key} id={partId(form, key)} open>
              <summary>
                <h2 className="form-section-title">{pick(title, locale)}</h2>
                {part !== undefined && <PartMark needed={part.needed} done={part.done} wrong={part.wrong} />}
              </summary>
              <SectionFields form={form} section={section} />
            </details>
          );
        })}
      </div>
      <ContentsBeside {...contents} tally={progress} />
      <InBar>
        <BarRow form={form} sections={sections} contents={contents} tally={progress} />
      </InBar>
    </div>
  );
}

function jumpTo({ id }: FormPart) {
  const part = document.getElementById(id);
  if (part === null) return;
  if (part instanceof HTMLDetailsElement) part.open = true;
  (part.querySelector('summary') ?? part).focus({ preventScroll: true });
  part.scrollIntoView({ block: 'start' });
}
