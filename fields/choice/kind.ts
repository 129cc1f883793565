import { flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind, type Limits } from '../../engine/form/kinds/kind.ts';
import { optionIds } from '../../engine/form/kinds/option.ts';
import { idShape, idText } from '../../engine/form/kinds/text-shape.ts';
import type { ChoiceField } from '../../schemas/generated/process.ts';

function limits({ options }: ChoiceField): Limits {
  const ids = new Set(optionIds(options));
  return (value) => {
    const id = idText(value);
    return ids.has(id) ? undefined : flaw('not-an-option', { id });
  };
}

export const choice: Kind<ChoiceField> = {
  exprType: () => ({ kind: 'choice' }),
  isEmpty: isAbsent,
  shape: () => idShape,
  limits,
  jsonSchema: ({ options }) => ({ enum: optionIds(options) }),
};
