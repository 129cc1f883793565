import { WEEK } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind, NO_LIMITS } from '../../engine/form/kinds/kind.ts';
import { isCivilWeek } from '../../engine/shared/civil-date.ts';
import type { WeekField } from '../../schemas/generated/process.ts';

function shape(value: unknown): Flaws {
  if (typeof value !== 'string') return flaw('wrong-type');
  return isCivilWeek(value) ? undefined : flaw('not-a-week');
}

/** An ISO 8601 week, `2026-W48`. The schema cannot say which years have a week 53. */
export const week: Kind<WeekField> = {
  exprType: () => WEEK,
  isEmpty: isAbsent,
  shape: () => shape,
  limits: () => NO_LIMITS,
  jsonSchema: () => ({ type: 'string', pattern: '^\\d{4}-W(0[1-9]|[1-4]\\d|5[0-3])$' }),
};
