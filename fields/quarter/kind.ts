import { QUARTER } from '../../engine/expression/type.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { between, writtenAs } from '../../engine/form/kinds/period-text.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { QuarterField } from '../../schemas/generated/process.ts';

const WRITTEN = /^[1-9]\d{3}-Q[1-4]$/;

/** A calendar quarter, `2026-Q4`. */
export const quarter: Kind<QuarterField> = {
  exprType: () => QUARTER,
  isEmpty: isAbsent,
  shape: () => writtenAs(WRITTEN, 'not-a-quarter'),
  limits: between,
  jsonSchema: () => patternSchema(WRITTEN),
};
