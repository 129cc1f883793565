import { type PointerEvent, useRef, useState } from 'react';
import type { Drawn } from './signature.ts';
import { pathOf, type Stroke, simplified } from './strokes.ts';

/** The box strokes are drawn in; on paper and on every screen it keeps its shape. */
const WIDTH = 900;
const HEIGHT = 300;
const MAX_STROKES = 200;
const MAX_NUMBERS = 4000;

type PadProps = {
  readonly drawn: Drawn | undefined;
  readonly label: string;
  readonly hint: string;
  readonly onDraw: (next: Drawn) => void;
};

/** Where a pen, a finger or a mouse signs. */
export function Pad({ drawn, label, hint, onDraw }: PadProps) {
  const box = useRef<SVGSVGElement>(null);
  const [line, setLine] = useState<Stroke>([]);
  const strokes = drawn?.strokes ?? [];
  const pointOf = (event: PointerEvent): Stroke => {
    const edge = box.current?.getBoundingClientRect();
    if (edge === undefined) return [];
    const x = Math.round(((event.clientX - edge.left) / edge.width) * WIDTH);
    const y = Math.round(((event.clientY - edge.top) / edge.height) * HEIGHT);
    return [Math.min(Math.max(x, 0), WIDTH), Math.min(Math.max(y, 0), HEIGHT)];
  };
  const start = (event: PointerEvent<SVGSVGElement>) => {
    if (strokes.length >= MAX_STROKES || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setLine(pointOf(event));
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (line.length > 0 && line.length < MAX_NUMBERS) setLine([...line, ...pointOf(event)]);
  };
  const end = () => {
    if (line.length > 0) onDraw({ width: WIDTH, height: HEIGHT, strokes: [...strokes, simplified(line)] });
    setLine([]);
  };
  return (
    <span className="signature-pad">
      {strokes.length === 0 && line.length === 0 && (
        <span className="signature-hint" aria-hidden="true">
          {hint}
        </span>
      )}
      <svg
        ref={box}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={label}
        onPointerDown={start}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={[...strokes, line].map(pathOf).join('')} />
      </svg>
    </span>
  );
}
