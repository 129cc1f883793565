import { TEXT } from '../../engine/expression/type.ts';
import { flaw } from '../../engine/form/issue.ts';
import { codeShape } from '../../engine/form/kinds/code-text.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import type { LinkField } from '../../schemas/generated/process.ts';
import { linkText } from './kind-text.ts';

const MAX = 2000;
/**
 * Only what a browser may open safely: no `javascript:`, no `data:`, no user names in addresses, no letters that are
 * not seen or that turn the direction of the others.
 */
const ADDRESS = /^https?:\/\/[^\s\p{Cc}\p{Cf}/?#@\\]+(?:[/?#][^\s\p{Cc}\p{Cf}\\]*)?$/u;

export const link: Kind<LinkField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => codeShape,
  limits: () => (value) =>
    typeof value === 'string' && value.length <= MAX && ADDRESS.test(value) ? undefined : flaw('not-a-link'),
  canonical: linkText,
  jsonSchema: () => ({ type: 'string', maxLength: MAX, pattern: ADDRESS.source }),
};
