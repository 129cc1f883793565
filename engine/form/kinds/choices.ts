import type { ChoicesField } from '../../../schemas/generated/process.ts';
import { flaw } from '../issue.ts';
import { idListShape, judgeIds, MAX_ENTRIES } from './id-list.ts';
import { isEmptyList, type Kind, type Limits } from './kind.ts';
import { optionIds } from './option.ts';

function limits({ options, max = MAX_ENTRIES }: ChoicesField): Limits {
  const ids = new Set(optionIds(options));
  return (value) => judgeIds(value, max, (id) => (ids.has(id) ? undefined : flaw('not-an-option', { id })));
}

export const choices: Kind<ChoicesField> = {
  exprType: () => ({ kind: 'list', of: { kind: 'choice' } }),
  isEmpty: isEmptyList,
  shape: () => idListShape,
  limits,
};
