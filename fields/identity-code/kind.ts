import { TEXT } from '../../engine/expression/type.ts';
import { flaw } from '../../engine/form/issue.ts';
import { codeShape, codeText } from '../../engine/form/kinds/code-text.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import { isCivilDate } from '../../engine/shared/civil-date.ts';
import type { IdentityCodeField } from '../../schemas/generated/process.ts';

/** A first digit of 9 is a foreign resident's (2023 edition of the permanent residence card). */
const WRITTEN = /^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
/** Weights and check characters of ISO 7064 MOD 11-2, as GB 11643-1999 takes them. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** Places of a number that tell whose it is to those who know, and nobody else. */
const SHOWN = 4;

const birthDate = (text: string): string => `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;

function isIdentityCode(text: string, today: string): boolean {
  if (!WRITTEN.test(text)) return false;
  const born = birthDate(text);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return isCivilDate(born) && born <= today && CHECKS[sum % 11] === text[17];
}

/** 居民身份证号码: region, birth date, sequence and check character. */
export const identityCode: Kind<IdentityCodeField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => codeShape,
  limits:
    () =>
    (value, { facts }) =>
      isIdentityCode(String(value), facts.today) ? undefined : flaw('bad-check-digit'),
  canonical: codeText,
  brief: (value) => (typeof value === 'string' ? value.slice(-SHOWN) : value),
  jsonSchema: () => patternSchema(WRITTEN),
};
