import type { PersonField } from '../../../schemas/generated/process.ts';
import { flaw } from '../issue.ts';
import { isAbsent, type Kind } from './kind.ts';
import { idShape, idText } from './text-shape.ts';

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
};
