import { textWidth } from './text-width.ts';

/** A circle on a field of 0 to 1, `size` its diameter in pixels. */
export type Circle = { readonly name: string; readonly x: number; readonly y: number; readonly size: number };
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The field that names are tried on; wider ones have more room. */
const WIDTH = 560;
const HEIGHT = 210;
const DIGIT = 7;
const LINE = 16;
const GAP = 4;

/** Which circles can bear their name at their right without touching another circle or name; the larger ones first. */
export function namedCircles(circles: readonly Circle[]): ReadonlySet<number> {
  const taken = circles.map(({ x, y, size }) => boxAt(x * WIDTH, y * HEIGHT, size, size));
  const named = new Set<number>();
  const order = circles.map((_, at) => at).toSorted((a, b) => (circles[b]?.size ?? 0) - (circles[a]?.size ?? 0));
  for (const at of order) {
    const circle = circles[at];
    if (circle === undefined) continue;
    const width = textWidth(circle.name) * DIGIT;
    const left = circle.x * WIDTH + circle.size / 2 + GAP;
    const box = boxAt(left + width / 2, circle.y * HEIGHT, width, LINE);
    if (box.right > WIDTH || taken.some((other, index) => index !== at && touches(box, other))) continue;
    taken.push(box);
    named.add(at);
  }
  return named;
}

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
