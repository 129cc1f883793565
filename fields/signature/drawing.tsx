import type { Signature } from './signature.ts';
import { pathOf } from './strokes.ts';

/** A signature as it was drawn, or the name that was typed instead. */
export function Drawing({ signature, label }: { readonly signature: Signature; readonly label: string }) {
  if ('typed' in signature) return <span className="signature-typed">{signature.typed}</span>;
  const { width, height, strokes } = signature;
  return (
    <svg className="signature-drawn" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={strokes.map(pathOf).join('')} />
    </svg>
  );
}
