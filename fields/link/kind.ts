import { TEXT } from '../../engine/expression/type.ts';
import { flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { textShape } from '../../engine/form/kinds/text-shape.ts';
import type { LinkField } from '../../schemas/generated/process.ts';

const MAX = 2000;
/** Only what a browser may open safely: no `javascript:`, no `data:`, no user names in addresses. */
const ADDRESS = /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/;

export const link: Kind<LinkField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => textShape,
  limits: () => (value) =>
    typeof value === 'string' && value.length <= MAX && ADDRESS.test(value) ? undefined : flaw('not-a-link'),
  canonical: (value) => (typeof value === 'string' ? value.trim() : value),
  jsonSchema: () => ({ type: 'string', maxLength: MAX, pattern: ADDRESS.source }),
};
