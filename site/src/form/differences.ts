import { sameValue, type Values } from '#engine';
import type { FormView } from '../../../schemas/generated/api.ts';
import type { Field } from '../../../schemas/generated/process.ts';

export type Difference = {
  readonly path: string;
  readonly field: Field;
  readonly before: unknown;
  readonly after: unknown;
};

/** The fields of these forms that hold something else in one than in the other, in their order. */
export function differences(forms: readonly FormView[], before: Values, after: Values): readonly Difference[] {
  return forms.flatMap(({ id, fields }) =>
    Object.entries<Field>(fields)
      .map(([name, field]) => ({ path: `${id}.${name}`, field, before: before[id]?.[name], after: after[id]?.[name] }))
      .filter((each) => !sameValue(each.before ?? null, each.after ?? null)),
  );
}
