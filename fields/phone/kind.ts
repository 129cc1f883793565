import { TEXT } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import { textShape } from '../../engine/form/kinds/text-shape.ts';
import type { PhoneField } from '../../schemas/generated/process.ts';
import { ABROAD, HOTLINE, LANDLINE, MOBILE, phoneText } from './kind-text.ts';

const MAX_LENGTH = 40;
const ANY = [MOBILE, LANDLINE, HOTLINE, ABROAD];
const KINDS = { mobile: [MOBILE], landline: [LANDLINE] } as const;

const patterns = ({ only }: PhoneField): readonly RegExp[] => (only === undefined ? ANY : KINDS[only]);

function shape(value: unknown): Flaws {
  const flaws = textShape(value);
  if (flaws || typeof value !== 'string') return flaws;
  return value.length > MAX_LENGTH ? flaw('too-long', { max: MAX_LENGTH }) : undefined;
}

/** Mainland numbers as its numbering plan has them; all others in full, with their plus and country. */
export const phone: Kind<PhoneField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => shape,
  limits: (field) => {
    const accepted = patterns(field);
    return (value) => (accepted.some((pattern) => pattern.test(String(value))) ? undefined : flaw('not-a-phone'));
  },
  canonical: phoneText,
  jsonSchema: (field) =>
    patternSchema(
      new RegExp(
        patterns(field)
          .map(({ source }) => source)
          .join('|'),
      ),
    ),
};
