import { flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { ID } from '../../engine/form/kinds/schema-parts.ts';
import { idShape, idText } from '../../engine/form/kinds/text-shape.ts';
import type { UnitField } from '../../schemas/generated/process.ts';

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
  jsonSchema: () => ID,
};
