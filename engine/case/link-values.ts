import type { Definition } from '../definition/definition.ts';
import type { Values } from '../form/value.ts';

/**
 * What a link says of the first form.
 *
 * @param fixed what whoever made the link chose.
 * @param about values of the case the link is about; answers get their questions from it.
 */
export function linkValues({ public: rule, model }: Definition, fixed: Values, about: Values): Values {
  const said: Record<string, Record<string, unknown>> = {};
  const say = (path: string, value: unknown) => {
    const [form = '', field = ''] = path.split('.');
    if (value !== undefined) said[form] = { ...said[form], [field]: value };
  };
  for (const path of rule?.fixed ?? []) say(path, valueAt(fixed, path));
  for (const [target, source] of Object.entries(rule?.about?.carry ?? {})) {
    const value = valueAt(about, source);
    const asked = model.nodes.get(target)?.field.type === 'answers';
    say(target, asked ? { questions: value ?? [], given: {} } : value);
  }
  return said;
}

function valueAt(values: Values, path: string): unknown {
  const [form = '', field = ''] = path.split('.');
  return values[form]?.[field];
}
