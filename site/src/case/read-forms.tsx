import { useMemo } from 'react';
import { type FormFacts, type FormModel, fieldState } from '#engine';
import type { CaseView, FormView, SessionView } from '../../../schemas/generated/api.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { ReadValue } from '../fields/read-value.tsx';
import { buildModel } from '../form/model.ts';
import { sectionsOf } from '../form/sections.ts';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { caseFacts } from './case-facts.ts';
import { Part } from './part.tsx';

type ReadFormsProps = { readonly view: CaseView; readonly session: SessionView };

/** What I may read of the case; the form I am filling in stands above and is left out here. */
export function ReadForms({ view, session }: ReadFormsProps) {
  const words = useWords(caseWords);
  const model = useMemo(() => buildModel(view.forms, [], view.environment), [view]);
  const facts = useMemo(() => caseFacts(view, session), [view, session]);
  const mine = new Set(view.tasks.map(({ form }) => form));
  const forms = view.forms.filter(({ id }) => !mine.has(id) && Object.keys(view.values[id] ?? {}).length > 0);
  if (forms.length === 0 && mine.size === 0) {
    return (
      <Part title={words.formTitle} kind="form">
        <p className="soft">{words.nothingToSee}</p>
      </Part>
    );
  }
  return forms.map((form) => <ReadForm key={form.id} form={form} view={view} model={model} facts={facts} />);
}

type ReadFormProps = {
  readonly form: FormView;
  readonly view: CaseView;
  readonly model: FormModel;
  readonly facts: FormFacts;
};

const WIDE: ReadonlySet<Field['type']> = new Set(['longText', 'table', 'files']);

function ReadForm({ form, view, model, facts }: ReadFormProps) {
  const locale = useLocale();
  const values = view.values[form.id] ?? {};
  const isShown = (id: string): boolean => {
    if (values[id] !== undefined) return true;
    const path = `${form.id}.${id}`;
    return model.nodes.get(path)?.readonly !== true && fieldState(model, view.values, facts, path).visible;
  };
  return (
    <Part title={pick(form.title, locale)} kind="form">
      {sectionsOf(form).map((section) => (
        <section key={section.key} className="read-section">
          {section.title !== undefined && <h3>{pick(section.title, locale)}</h3>}
          <dl className="read-grid">
            {section.fields.filter(isShown).map((id) => {
              const field: Field | undefined = form.fields[id];
              if (field === undefined) return null;
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
