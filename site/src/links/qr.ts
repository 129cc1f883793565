import { encode, renderSVG } from 'uqr';

/** Light modules around a code (ISO/IEC 18004 asks for four). A quarter of it may be stained (level Q). */
const OPTIONS = { ecc: 'Q', border: 4 } as const;
/** Pixels a module: sharp in print at a hand's width. */
const SCALE = 16;

/** A drawing of the code as a file. */
export const svgFile = (text: string): Blob => new Blob([renderSVG(text, OPTIONS)], { type: 'image/svg+xml' });

/** A picture of the code as a file; undefined when the browser draws none. */
export async function pngFile(text: string): Promise<Blob | undefined> {
  const { size, data } = encode(text, OPTIONS);
  const canvas = Object.assign(document.createElement('canvas'), { width: size * SCALE, height: size * SCALE });
  const pen = canvas.getContext('2d');
  if (pen === null) return undefined;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries()) if (dark) pen.fillRect(x * SCALE, y * SCALE, SCALE, SCALE);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}

/** Hands a file to the browser's downloads. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address));
}
