import { type FileType, typeOfName } from '#engine';
import { zipNames } from './zip-names.ts';

/** Whether content is of a type. Source of the signatures: the specifications of the formats. */
type Test = (content: Uint8Array) => boolean;

const bytesOf = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** Begins like this, at this byte. */
const starts =
  (text: string, at = 0): Test =>
  (content) =>
    bytesOf(text).every((byte, index) => content[at + index] === byte);
const any =
  (...tests: readonly Test[]): Test =>
  (content) =>
    tests.some((test) => test(content));
const all =
  (...tests: readonly Test[]): Test =>
  (content) =>
    tests.every((test) => test(content));

const zip = starts('PK\x03\x04');
const ole = starts('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
/** ISO base media, of a brand that begins like this. */
const media = (...brands: readonly string[]) => any(...brands.map((brand) => starts(`ftyp${brand}`, 4)));
/** An archive in which a name begins like this. */
const zipWith = (start: string) => all(zip, (content) => zipNames(content).some((name) => name.startsWith(start)));
/** A frame of MPEG audio: eleven set bits, then layer III. */
const mpegFrame: Test = ([first = 0, second = 0]) => first === 0xff && (second & 0xe6) === 0xe2;

const tests: Readonly<Record<FileType, Test>> = {
  'image/png': starts('\x89PNG\r\n\x1a\n'),
  'image/jpeg': starts('\xff\xd8\xff'),
  'image/gif': any(starts('GIF87a'), starts('GIF89a')),
  'image/webp': all(starts('RIFF'), starts('WEBP', 8)),
  'image/heic': media('heic', 'heix', 'mif1'),
  'application/pdf': starts('%PDF-'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zipWith('word/'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zipWith('xl/'),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': zipWith('ppt/'),
  'application/ofd': zipWith('OFD.xml'),
  'application/msword': ole,
  'application/vnd.ms-excel': ole,
  'application/vnd.ms-powerpoint': ole,
  'application/kswps': ole,
  'application/kset': ole,
  'application/ksdps': ole,
  'application/rtf': starts('{\\rtf'),
  'text/plain': isText,
  'text/csv': isText,
  'application/zip': zip,
  'application/vnd.rar': starts('Rar!\x1a\x07'),
  'application/x-7z-compressed': starts('7z\xbc\xaf\x27\x1c'),
  'audio/mpeg': any(starts('ID3'), mpegFrame),
  'audio/mp4': media(''),
  'audio/wav': all(starts('RIFF'), starts('WAVE', 8)),
  'audio/amr': starts('#!AMR'),
  'video/mp4': media(''),
  'video/quicktime': any(media(''), starts('moov', 4), starts('wide', 4)),
};

/** The media type of a file, `unknown` when its name is of no type we take, `disguised` when its content is another. */
export function fileType(name: string, content: Uint8Array): FileType | 'unknown' | 'disguised' {
  const type = typeOfName(name);
  if (type === undefined) return 'unknown';
  return tests[type](content) ? type : 'disguised';
}

/** UTF-8, else what Chinese and Windows programs write: GB18030 (it holds GBK), UTF-16 with its mark. */
function isText(content: Uint8Array): boolean {
  const encodings = [0xff, 0xfe].every((byte, index) => content[index] === byte) ? ['utf-16le'] : ['utf-8', 'gb18030'];
  return encodings.some((encoding) => isTextIn(encoding, content));
}

function isTextIn(encoding: string, content: Uint8Array): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells programs from text
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(
      new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(content),
    );
  } catch {
    return false;
  }
}
