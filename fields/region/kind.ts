import { TEXT } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { RegionField } from '../../schemas/generated/process.ts';
import { isProvince, isRegion } from './kind-codes.ts';

const WRITTEN = /^[1-8]\d{3}00$/;

function shape(value: unknown): Flaws {
  return typeof value === 'string' && WRITTEN.test(value) ? undefined : flaw('wrong-type');
}

/** The code of a province or of a city in it (GB/T 2260), `440100`. */
export const region: Kind<RegionField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => shape,
  limits:
    ({ level = 'city' }) =>
    (value) => {
      const code = String(value);
      if (!isRegion(code)) return flaw('not-an-option', { id: code });
      return level === 'province' && !isProvince(code) ? flaw('not-an-option', { id: code }) : undefined;
    },
  jsonSchema: () => patternSchema(WRITTEN),
};
