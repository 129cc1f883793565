import { flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { ID } from '../../engine/form/kinds/schema-parts.ts';
import { idShape, idText } from '../../engine/form/kinds/text-shape.ts';
import type { PersonField } from '../../schemas/generated/process.ts';

export const person: Kind<PersonField> = {
  exprType: () => ({ kind: 'person' }),
  isEmpty: isAbsent,
  shape: () => idShape,
  limits:
    () =>
    (value, { facts }) => {
      const id = idText(value);
      return facts.knows.person(id) ? undefined : flaw('unknown-person', { id });
    },
  jsonSchema: () => ID,
};
