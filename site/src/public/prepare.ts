import { initialValues } from '#engine';
import type { PublicFormView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { fetchViews } from '../fields/rare-views.ts';
import { createDirectory, type Directory } from '../form/directory.ts';
import { factsOf } from '../form/facts.ts';
import { fetchLayout } from '../form/form-sections.tsx';
import { mergeValues } from '../form/merge-values.ts';
import { buildModel } from '../form/model.ts';
import { createFormStore, type FormStore } from '../form/store.ts';
import { recallTyped, shapeOf } from './kept.ts';

/** A public form ready to be filled in. `shape`: by which what was typed is recognised later. */
export type Prepared = {
  readonly view: PublicFormView;
  readonly store: FormStore;
  readonly directory: Directory;
  readonly shape: string;
  readonly restored: boolean;
};

/** Fetches the controls the form needs; undefined when they cannot be reached. */
export async function prepare(token: string, view: PublicFormView): Promise<Prepared | undefined> {
  const [views] = await Promise.all([fetchViews(view.forms), fetchLayout(view.forms)]);
  if (!views) return undefined;
  const model = buildModel(view.forms, view.checks, view.environment);
  const facts = factsOf({ environment: view.environment, today: view.today, starter: '' });
  const shape = shapeOf([view.version, view.initial]);
  const typed = recallTyped(token, shape);
  const values = initialValues(model, view.form, mergeValues(view.initial, typed ?? {}), facts);
  const store = createFormStore({ model, values, facts, editable: new Set(view.edit) });
  return { view, store, directory: createDirectory(api, {}), shape, restored: typed !== undefined };
}
