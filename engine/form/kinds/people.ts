import type { PeopleField } from '../../../schemas/generated/process.ts';
import { flaw } from '../issue.ts';
import { idListShape, judgeIds, MAX_ENTRIES } from './id-list.ts';
import { isEmptyList, type Kind } from './kind.ts';

export const people: Kind<PeopleField> = {
  exprType: () => ({ kind: 'list', of: { kind: 'person' } }),
  isEmpty: isEmptyList,
  shape: () => idListShape,
  limits:
    ({ max = MAX_ENTRIES }) =>
    (value, { facts }) =>
      judgeIds(value, max, (id) => (facts.knows.person(id) ? undefined : flaw('unknown-person', { id }))),
};
