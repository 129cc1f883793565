import { flaw } from '../../engine/form/issue.ts';
import { idListShape, judgeIds, MAX_ENTRIES } from '../../engine/form/kinds/id-list.ts';
import { isEmptyList, type Kind } from '../../engine/form/kinds/kind.ts';
import { ID, listSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { PeopleField } from '../../schemas/generated/process.ts';

export const people: Kind<PeopleField> = {
  exprType: () => ({ kind: 'list', of: { kind: 'person' } }),
  isEmpty: isEmptyList,
  shape: () => idListShape,
  limits:
    ({ max = MAX_ENTRIES }) =>
    (value, { facts }) =>
      judgeIds(value, max, (id) => (facts.knows.person(id) ? undefined : flaw('unknown-person', { id }))),
  jsonSchema: ({ max = MAX_ENTRIES }, required) => ({ ...listSchema(ID, max, required), uniqueItems: true }),
};
