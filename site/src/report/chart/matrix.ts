import type { ReportDimension, ReportGroup, ReportKey, ReportPart } from '../../../../schemas/generated/api.ts';
import { isPeriod } from './drawing.ts';
import { orderOf } from './grid.ts';

export type Matrix = {
  readonly down: ReportDimension;
  readonly across: ReportDimension;
  readonly downKeys: readonly ReportKey[];
  readonly acrossKeys: readonly ReportKey[];
  readonly at: (down: ReportKey, across: ReportKey) => ReportGroup | undefined;
};

/** The groups of two dimensions as rows and columns; periods always go across. */
export function matrixOf({ dimensions, groups }: Pick<ReportPart, 'dimensions' | 'groups'>): Matrix | undefined {
  const [first, second] = dimensions;
  if (first === undefined || second === undefined) return undefined;
  const turned = isPeriod(first) && !isPeriod(second);
  const [down, across, downAt, acrossAt] = turned ? [second, first, 1, 0] : [first, second, 0, 1];
  const keysAt = (at: number) => groups.map(({ keys }) => keys[at] ?? null);
  const found = new Map(groups.map((group) => [idOf(group.keys[downAt] ?? null, group.keys[acrossAt] ?? null), group]));
  return {
    down,
    across,
    downKeys: orderOf(down, keysAt(downAt)),
    acrossKeys: orderOf(across, keysAt(acrossAt)),
    at: (row, column) => found.get(idOf(row, column)),
  };
}

const idOf = (down: ReportKey, across: ReportKey): string => JSON.stringify([down, across]);

/** The ids of a scale from least to greatest: options stand greatest first unless they begin with `low`. */
export function fromLeast({ options = [] }: ReportDimension): readonly string[] {
  const ids = options.map(({ id }) => id);
  return ids[0] === 'low' ? ids : ids.toReversed();
}

export type Level = 'low' | 'medium' | 'high';

/** How grave a field of a risk matrix is: both ranks from 0, least first, on scales of so many. */
export function levelOf(likelihood: number, impact: number, scale: number): Level {
  const share = scale < 2 ? 1 : (likelihood + impact) / (2 * (scale - 1));
  if (share > 0.5) return 'high';
  return share < 0.5 ? 'low' : 'medium';
}
