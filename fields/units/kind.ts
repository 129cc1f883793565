import { flaw } from '../../engine/form/issue.ts';
import { idListShape, judgeIds, MAX_ENTRIES } from '../../engine/form/kinds/id-list.ts';
import { isEmptyList, type Kind } from '../../engine/form/kinds/kind.ts';
import { ID, listSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { UnitsField } from '../../schemas/generated/process.ts';

export const units: Kind<UnitsField> = {
  exprType: () => ({ kind: 'list', of: { kind: 'unit' } }),
  isEmpty: isEmptyList,
  shape: () => idListShape,
  limits:
    ({ max = MAX_ENTRIES }) =>
    (value, { facts }) =>
      judgeIds(value, max, (id) => (facts.knows.unit(id) ? undefined : flaw('unknown-unit', { id }))),
  jsonSchema: ({ max = MAX_ENTRIES }, required) => ({ ...listSchema(ID, max, required), uniqueItems: true }),
};
