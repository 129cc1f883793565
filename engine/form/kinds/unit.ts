import type { UnitField } from '../../../schemas/generated/process.ts';
import { flaw } from '../issue.ts';
import { isAbsent, type Kind } from './kind.ts';
import { idShape, idText } from './text-shape.ts';

export const unit: Kind<UnitField> = {
  exprType: () => ({ kind: 'unit' }),
  isEmpty: isAbsent,
  shape: () => idShape,
  limits:
    () =>
    (value, { facts }) => {
      const id = idText(value);
      return facts.knows.unit(id) ? undefined : flaw('unknown-unit', { id });
    },
};
