import { TEXT } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { PhoneField } from '../../schemas/generated/process.ts';

/** Mainland numbering plan (mobile 11 digits from 13 to 19; area code and number), else E.164 with its plus. */
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?$/;
const ABROAD = /^\+[1-9]\d{6,14}$/;
const MAX_LENGTH = 30;

/** Spaces, dots and brackets are how people write numbers, not part of them; +86 before a mobile says nothing. */
function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const bare = value.normalize('NFKC').replaceAll(/[\s().]/g, '');
  const digits = bare.replaceAll('-', '');
  const local = digits.replace(/^(?:\+|00)86/, '');
  if (MOBILE.test(local)) return local;
  return bare.startsWith('+') ? digits : bare;
}

const patterns = (only: PhoneField['only']): readonly RegExp[] =>
  only === 'mobile' ? [MOBILE] : only === 'landline' ? [LANDLINE] : [MOBILE, LANDLINE, ABROAD];

function shape(value: unknown): Flaws {
  if (typeof value !== 'string') return flaw('wrong-type');
  return value.length > MAX_LENGTH ? flaw('too-long', { max: MAX_LENGTH }) : undefined;
}

export const phone: Kind<PhoneField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => shape,
  limits:
    ({ only }) =>
    (value) =>
      patterns(only).some((pattern) => pattern.test(String(value))) ? undefined : flaw('not-a-phone'),
  canonical: plain,
  jsonSchema: ({ only }) =>
    patternSchema(
      new RegExp(
        patterns(only)
          .map(({ source }) => source)
          .join('|'),
      ),
    ),
};
