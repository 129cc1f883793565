import { MONTH } from '../../engine/expression/type.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { between, writtenAs } from '../../engine/form/kinds/period-text.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { MonthField } from '../../schemas/generated/process.ts';

const WRITTEN = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/;

/** A calendar month, `2026-11`. */
export const month: Kind<MonthField> = {
  exprType: () => MONTH,
  isEmpty: isAbsent,
  shape: () => writtenAs(WRITTEN, 'not-a-month'),
  limits: between,
  jsonSchema: () => patternSchema(WRITTEN),
};
