import type { PersonField } from '../../../schemas/generated/process.ts';
import { flaw } from '../issue.ts';
import { isAbsent, type Kind } from './kind.ts';
import { idShape, idText, MAX_ID } from './text-shape.ts';

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
  jsonSchema: () => ({ type: 'string', minLength: 1, maxLength: MAX_ID }),
};
