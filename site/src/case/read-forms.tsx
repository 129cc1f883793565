import { useMemo } from 'react';
import type { CaseView, FormView, SessionView, Words } from '../../../schemas/generated/api.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { ReadValue } from '../fields/read-value.tsx';
import { sectionsOf } from '../form/sections.ts';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { Part } from './part.tsx';
import { type IsShown, shownFields } from './shown-fields.ts';
import { WIDE } from './wide-kinds.ts';

type ReadFormsProps = { readonly view: CaseView; readonly session: SessionView };

/** What I may read of the case; the form I am filling in stands above and is left out here. */
export function ReadForms({ view, session }: ReadFormsProps) {
  const words = useWords(caseWords);
  const isShown = useMemo(() => shownFields(view, session), [view, session]);
  const mine = new Set(view.tasks.map(({ form }) => form));
  const forms = view.forms.filter(({ id }) => !mine.has(id) && Object.keys(view.values[id] ?? {}).length > 0);
  if (forms.length === 0 && mine.size === 0) {
    return (
      <Part title={words.formTitle} kind="form">
        <p className="soft">{words.nothingToSee}</p>
      </Part>
    );
  }
  return forms.map((form) => <ReadForm key={form.id} form={form} view={view} isShown={isShown} />);
}

type ReadFormProps = {
  readonly form: FormView;
  readonly view: CaseView;
  readonly isShown: IsShown;
};

function ReadForm({ form, view, isShown }: ReadFormProps) {
  const locale = useLocale();
  const values = view.values[form.id] ?? {};
  return (
    <Part title={pick(form.title, locale)} kind="form">
      {sectionsOf(form).map((section) => (
        <section key={section.key} className="read-section">
          {section.title !== undefined && <h3>{pick(section.title, locale)}</h3>}
          <dl className="read-grid">
            {withHeadings(form, section.fields, (id) => isShown(form.id, id)).map(([id, field]) => {
              if (field.type === 'heading' || field.type === 'group') return <ReadHeading key={id} field={field} />;
              return (
                <div
                  key={id}
                  className={field.wide === true || WIDE.has(field.type) ? 'read-field read-wide' : 'read-field'}
                >
                  <dt>{pick(field.title, locale)}</dt>
                  <dd>
                    <ReadValue field={field} value={values[id]} />
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </Part>
  );
}

/** What is read of a section: the fields that are shown, and over those of a group its title. */
function withHeadings(
  form: FormView,
  ids: readonly string[],
  isShown: (id: string) => boolean,
): readonly (readonly [string, Field])[] {
  return ids.flatMap((id) => {
    const field: Field | undefined = form.fields[id];
    if (field === undefined || !isShown(id)) return [];
    const members = field.type === 'group' ? withHeadings(form, field.members, isShown) : [];
    return field.type === 'group' && members.length === 0 ? [] : [[id, field] as const, ...members];
  });
}

const ReadHeading = ({ field }: { readonly field: { readonly title: Words } }) => (
  <div className="read-wide read-heading">
    <dt>{pick(field.title, useLocale())}</dt>
    <dd hidden />
  </div>
);
