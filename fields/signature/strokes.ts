/** One line of the pen: x and y in turn, in the units of the box. */
export type Stroke = readonly number[];

/** Points nearer than this to the line between their neighbours say nothing. */
const TOLERANCE = 1.5;

type Point = readonly [x: number, y: number];

const pointsOf = (stroke: Stroke): readonly Point[] =>
  stroke.flatMap((value, index) => (index % 2 === 0 ? [[value, stroke[index + 1] ?? 0] as const] : []));

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((by - ay) * x - (bx - ax) * y + bx * ay - by * ax) / length;
}

/** Leaves out points that the eye does not miss (Ramer 1972, Douglas and Peucker 1973). */
export function simplified(stroke: Stroke): Stroke {
  const keep = (points: readonly Point[]): readonly Point[] => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || points.length < 3) return points;
    const distances = points.map((point) => distance(point, first, last));
    const farthest = distances.indexOf(Math.max(...distances));
    if ((distances[farthest] ?? 0) <= TOLERANCE) return [first, last];
    return [...keep(points.slice(0, farthest + 1)).slice(0, -1), ...keep(points.slice(farthest))];
  };
  return keep(pointsOf(stroke)).flat();
}

/** The path of SVG 2 that draws a stroke; a lone point is a dot. */
export function pathOf(stroke: Stroke): string {
  const [first, ...rest] = pointsOf(stroke);
  if (first === undefined) return '';
  const line = rest.map(([x, y]) => `L${x} ${y}`).join('');
  return `M${first[0]} ${first[1]}${line === '' ? 'h0.1' : line}`;
}
