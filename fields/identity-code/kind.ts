import { TEXT } from '../../engine/expression/type.ts';
import { flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import { textShape } from '../../engine/form/kinds/text-shape.ts';
import { isCivilDate } from '../../engine/shared/civil-date.ts';
import type { IdentityCodeField } from '../../schemas/generated/process.ts';

const WRITTEN = /^[1-9]\d{16}[\dX]$/;
/** Weights and check characters of ISO 7064 MOD 11-2, as GB 11643-1999 takes them. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

function isIdentityCode(text: string): boolean {
  if (!WRITTEN.test(text)) return false;
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return isCivilDate(born) && CHECKS[sum % 11] === text[17];
}

/** 居民身份证号码: region, birth date, sequence and check character. */
export const identityCode: Kind<IdentityCodeField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => textShape,
  limits: () => (value) => (isIdentityCode(String(value)) ? undefined : flaw('bad-check-digit')),
  canonical: (value) =>
    typeof value === 'string' ? value.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase() : value,
  jsonSchema: () => patternSchema(WRITTEN),
};
