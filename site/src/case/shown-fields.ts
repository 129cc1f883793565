import { fieldState } from '#engine';
import type { CaseView, SessionView } from '../../../schemas/generated/api.ts';
import { buildModel } from '../form/model.ts';
import { caseFacts } from './case-facts.ts';

/** Tells of a field whether a reader is shown it: it has a value, or is one that people fill in and that applies. */
export type IsShown = (form: string, field: string) => boolean;

export function shownFields(view: CaseView, session: SessionView): IsShown {
  const model = buildModel(view.forms, [], view.environment);
  const facts = caseFacts(view, session);
  return (form, field) => {
    if (view.values[form]?.[field] !== undefined) return true;
    const path = `${form}.${field}`;
    return model.nodes.get(path)?.readonly !== true && fieldState(model, view.values, facts, path).visible;
  };
}
