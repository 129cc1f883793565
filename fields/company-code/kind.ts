import { TEXT } from '../../engine/expression/type.ts';
import { flaw } from '../../engine/form/issue.ts';
import { codeShape, codeText } from '../../engine/form/kinds/code-text.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { CompanyCodeField } from '../../schemas/generated/process.ts';

/** Letters that look like digits are left out (GB 32100-2015, table 2). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WRITTEN = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const BASE = ALPHABET.length;
const LENGTH = 18;

/** Each place weighs 3 times the one before it, modulo 31. */
function isCompanyCode(text: string): boolean {
  if (!WRITTEN.test(text)) return false;
  let weight = 1;
  let sum = 0;
  for (let index = 0; index < LENGTH - 1; index += 1) {
    sum += ALPHABET.indexOf(text.charAt(index)) * weight;
    weight = (weight * 3) % BASE;
  }
  return ALPHABET.charAt((BASE - (sum % BASE)) % BASE) === text.charAt(LENGTH - 1);
}

/** 统一社会信用代码: authority, kind, region, organisation code and check character. */
export const companyCode: Kind<CompanyCodeField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => codeShape,
  limits: () => (value) => (isCompanyCode(String(value)) ? undefined : flaw('bad-check-digit')),
  canonical: codeText,
  jsonSchema: () => patternSchema(WRITTEN),
};
