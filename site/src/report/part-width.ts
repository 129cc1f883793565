import type { ReportPart } from '../../../schemas/generated/api.ts';

export type PartWidth = 'half' | 'whole';

/** Pictures that say enough in half the width of a desk. */
const HALF: ReadonlySet<ReportPart['show']> = new Set([
  'bars',
  'stackedBars',
  'line',
  'pareto',
  'funnel',
  'riskMatrix',
  'gauge',
]);

/** How wide each part stands on a desk: pictures side by side, so long as they find a partner. */
export function widthsOf(parts: readonly Pick<ReportPart, 'show'>[]): readonly PartWidth[] {
  const widths: PartWidth[] = parts.map(() => 'whole');
  for (let at = 0; at + 1 < parts.length; at += 1) {
    const [first, second] = parts.slice(at, at + 2);
    if (first === undefined || second === undefined || !HALF.has(first.show) || !HALF.has(second.show)) continue;
    widths[at] = 'half';
    widths[at + 1] = 'half';
    at += 1;
  }
  return widths;
}
