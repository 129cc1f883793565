import { flaw } from '../../engine/form/issue.ts';
import { idListShape, judgeIds, MAX_ENTRIES } from '../../engine/form/kinds/id-list.ts';
import { isEmptyList, type Kind, type Limits } from '../../engine/form/kinds/kind.ts';
import { optionIds } from '../../engine/form/kinds/option.ts';
import { listSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { ChoicesField } from '../../schemas/generated/process.ts';

function limits({ options, max = MAX_ENTRIES }: ChoicesField): Limits {
  const ids = new Set(optionIds(options));
  return (value) => judgeIds(value, max, (id) => (ids.has(id) ? undefined : flaw('not-an-option', { id })));
}

export const choices: Kind<ChoicesField> = {
  exprType: () => ({ kind: 'list', of: { kind: 'choice' } }),
  isEmpty: isEmptyList,
  shape: () => idListShape,
  limits,
  jsonSchema: ({ options, max = MAX_ENTRIES }, required) => ({
    ...listSchema({ enum: optionIds(options) }, max, required),
    uniqueItems: true,
  }),
};
