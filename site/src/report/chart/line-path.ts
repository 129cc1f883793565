/** The edge that every plot is drawn in. */
const SIDE = 1000;

/** Where the so-and-so-many-th of some places stands across, from 0 to 1; a single one in the middle. */
export const placeOf = (at: number, of: number): number => (of < 2 ? 0.5 : at / (of - 1));

/** The path of a line through heights from 0 to 1, on a square of 1000; it is broken where there is none. */
export function linePath(heights: readonly (number | null)[]): string {
  return heights
    .flatMap((height, at) => {
      if (height === null) return [];
      const before = heights[at - 1] ?? null;
      const x = Math.round(placeOf(at, heights.length) * SIDE);
      return [`${before === null ? 'M' : 'L'}${x} ${Math.round((1 - height) * SIDE)}`];
    })
    .join('');
}

/** The paths over the places where a line is broken, from the last height before to the first one after. */
export function bridgePath(heights: readonly (number | null)[]): string {
  const known = heights.flatMap((height, at) => (height === null ? [] : [{ height, at }]));
  const point = ({ height, at }: { readonly height: number; readonly at: number }) =>
    `${Math.round(placeOf(at, heights.length) * SIDE)} ${Math.round((1 - height) * SIDE)}`;
  return known
    .flatMap((from, index) => {
      const to = known[index + 1];
      return to === undefined || to.at === from.at + 1 ? [] : [`M${point(from)}L${point(to)}`];
    })
    .join('');
}

/** The path of a line that goes down row by row, through the middle of each, as far right as its share. */
export const downPath = (shares: readonly number[]): string =>
  shares
    .map((share, at) => {
      const y = Math.round(((at + 0.5) / shares.length) * SIDE);
      return `${at === 0 ? 'M' : 'L'}${Math.round(share * SIDE)} ${y}`;
    })
    .join('');

/** Every how many-th place has its name under it, where there is little room and where there is more. */
export const tickStep = (places: number, most: number): number => Math.max(1, Math.ceil((places - 1) / (most - 1)));
