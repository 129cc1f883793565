import { cmp, parseDecimal } from '#engine';
import type { ReportMeasure } from '../../../../schemas/generated/api.ts';

export type Light = 'good' | 'fair' | 'poor';

/** How well an indicator stands by its own limits; undefined when it has none, or there is no number. */
export function lightOf({ indicator }: Pick<ReportMeasure, 'indicator'>, value: string | null): Light | undefined {
  const { direction, good, fair } = indicator ?? {};
  if (direction === undefined || good === undefined || value === null) return undefined;
  if (reaches(value, good, direction)) return 'good';
  return fair !== undefined && reaches(value, fair, direction) ? 'fair' : 'poor';
}

function reaches(value: string, limit: string, direction: 'up' | 'down'): boolean {
  const [number, least] = [parseDecimal(value), parseDecimal(limit)];
  if (number === undefined || least === undefined) return false;
  const order = cmp(number, least);
  return direction === 'up' ? order >= 0 : order <= 0;
}
