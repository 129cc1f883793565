/** File names end like this; the content begins like that; and this is what we call it. */
type Known = { readonly type: string; readonly starts: readonly (readonly number[])[]; readonly at?: number };

const bytesOf = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const ZIP = [[0x50, 0x4b, 0x03, 0x04]];
const OLE = [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]];
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What may be attached. Nothing in it runs in a browser: no HTML, no SVG. Source of the signatures: their formats. */
const KNOWN: Readonly<Record<string, Known>> = {
  pdf: { type: 'application/pdf', starts: [bytesOf('%PDF-')] },
  png: { type: 'image/png', starts: [[0x89, ...bytesOf('PNG\r\n\x1a\n')]] },
  jpg: { type: 'image/jpeg', starts: [[0xff, 0xd8, 0xff]] },
  jpeg: { type: 'image/jpeg', starts: [[0xff, 0xd8, 0xff]] },
  gif: { type: 'image/gif', starts: [bytesOf('GIF87a'), bytesOf('GIF89a')] },
  webp: { type: 'image/webp', starts: [bytesOf('WEBP')], at: 8 },
  heic: { type: 'image/heic', starts: [bytesOf('ftypheic'), bytesOf('ftypheix'), bytesOf('ftypmif1')], at: 4 },
  mp4: { type: 'video/mp4', starts: [bytesOf('ftyp')], at: 4 },
  zip: { type: 'application/zip', starts: ZIP },
  docx: { type: `${OFFICE}.wordprocessingml.document`, starts: ZIP },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, starts: ZIP },
  pptx: { type: `${OFFICE}.presentationml.presentation`, starts: ZIP },
  doc: { type: 'application/msword', starts: OLE },
  xls: { type: 'application/vnd.ms-excel', starts: OLE },
  ppt: { type: 'application/vnd.ms-powerpoint', starts: OLE },
};
const TEXT: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv' };

/** The media type that both the name and the content of a file say; undefined when they disagree or it is not allowed. */
export function fileType(name: string, content: Uint8Array): string | undefined {
  const ending = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (Object.hasOwn(TEXT, ending)) return isText(content) ? TEXT[ending] : undefined;
  const known = Object.hasOwn(KNOWN, ending) ? KNOWN[ending] : undefined;
  const { at = 0 } = known ?? {};
  return known?.starts.some((start) => start.every((byte, index) => content[at + index] === byte))
    ? known.type
    : undefined;
}

function isText(content: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(content).includes('\0');
  } catch {
    return false;
  }
}
