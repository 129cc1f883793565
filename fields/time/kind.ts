import { TIME } from '../../engine/expression/type.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { between, writtenAs } from '../../engine/form/kinds/period-text.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { TimeField } from '../../schemas/generated/process.ts';

const WRITTEN = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A time of day, `08:30`. */
export const time: Kind<TimeField> = {
  exprType: () => TIME,
  isEmpty: isAbsent,
  shape: () => writtenAs(WRITTEN, 'not-a-time'),
  limits: between,
  jsonSchema: () => patternSchema(WRITTEN),
};
