import { TEXT } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { RegionField } from '../../schemas/generated/process.ts';
import { isCity, isProvince } from './kind-codes.ts';

const WRITTEN = /^[1-8]\d{5}$/;

function shape(value: unknown): Flaws {
  return typeof value === 'string' && WRITTEN.test(value) ? undefined : flaw('wrong-type');
}

/** The code of a province or of a city in it (GB/T 2260), `440100`. */
export const region: Kind<RegionField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => shape,
  limits: ({ level = 'city' }) => {
    const isOne = level === 'province' ? isProvince : isCity;
    return (value) => {
      const id = String(value);
      if (isOne(id)) return undefined;
      return level === 'city' && isProvince(id) ? flaw('city-missing') : flaw('not-an-option', { id });
    };
  },
  jsonSchema: () => patternSchema(WRITTEN),
};
