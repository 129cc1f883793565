import { useMemo } from 'react';
import { encode } from 'uqr';

/** Light modules around a code (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** The dark modules as one path, a bar for each run in a row. */
function barsOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1] === true) return [];
        const end = row.indexOf(false, x);
        const width = (end === -1 ? row.length : end) - x;
        return [`M${x} ${y}h${width}v1h-${width}z`];
      }),
    )
    .join('');
}

/** A text as a QR code; a quarter of it may be stained (level Q). */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = useMemo(() => encode(text, { ecc: 'Q', border: QUIET }), [text]);
  return (
    <svg
      className="sheet-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={barsOf(data)} />
    </svg>
  );
}
