import type { WeekField } from '../../../schemas/generated/process.ts';
import { WEEK } from '../../expression/type.ts';
import { isCivilWeek } from '../../shared/civil-date.ts';
import { type Flaws, flaw } from '../issue.ts';
import { isAbsent, type Kind, NO_LIMITS } from './kind.ts';

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
};
