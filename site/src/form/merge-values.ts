import type { Values } from '#engine';
import type { FormValues } from '../../../schemas/generated/api.ts';

/** What was typed over what the form begins with; null says that a value was taken out. */
export function mergeValues(initial: Values, typed: FormValues): Values {
  const forms = new Set([...Object.keys(initial), ...Object.keys(typed)]);
  return Object.fromEntries(
    [...forms].map((form) => {
      const fields = Object.entries({ ...initial[form], ...typed[form] });
      return [form, Object.fromEntries(fields.filter(([, value]) => value !== null))];
    }),
  );
}
