import type { ChoiceField } from '../../../schemas/generated/process.ts';
import { flaw } from '../issue.ts';
import { isAbsent, type Kind, type Limits } from './kind.ts';
import { optionIds } from './option.ts';
import { idShape, idText } from './text-shape.ts';

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
};
