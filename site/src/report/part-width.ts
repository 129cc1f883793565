import type { ReportPart } from '../../../schemas/generated/api.ts';
import { plotted } from './chart/drawing.ts';

export type PartWidth = 'half' | 'whole';
type Shown = Pick<ReportPart, 'show' | 'measures' | 'dimensions' | 'groups'>;

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

/** How wide each part stands on a desk: pictures side by side, so long as they find a partner about as tall. */
export function widthsOf(parts: readonly Shown[]): readonly PartWidth[] {
  const widths: PartWidth[] = parts.map(() => 'whole');
  for (let at = 0; at + 1 < parts.length; at += 1) {
    const [first, second] = parts.slice(at, at + 2);
    if (first === undefined || second === undefined || !arePartners(first, second)) continue;
    widths[at] = 'half';
    widths[at + 1] = 'half';
    at += 1;
  }
  return widths;
}

/** Beside a picture less than half as tall there would be nothing to see for long. */
function arePartners(first: Shown, second: Shown): boolean {
  if (!HALF.has(first.show) || !HALF.has(second.show)) return false;
  const [less, more] = [linesOf(first), linesOf(second)].toSorted((a, b) => a - b);
  return less !== undefined && more !== undefined && less * 2 >= more;
}

/** More rows than these are shown only on demand. */
const MOST_ROWS = 15;
/** A stacked bar has its parts under it, a stage of a funnel its name. */
const STACKED = 1.9;
const STAGE = 1.7;
const PLOT = 8;
const DIAL = 3;

/** About how tall a picture is, in bars. */
function linesOf(part: Shown): number {
  const { show, measures, dimensions, groups } = part;
  const rows = Math.min(new Set(groups.map(({ keys }) => keys[0])).size, MOST_ROWS);
  if (show === 'line' || show === 'riskMatrix') return PLOT;
  if (show === 'gauge') return DIAL;
  if (show === 'funnel') return Math.max(rows, dimensions.length === 0 ? measures.length : 0) * STAGE;
  if (show === 'stackedBars') return rows * STACKED;
  return show === 'bars' ? rows * plotted(part).drawn.length : rows + 1;
}
