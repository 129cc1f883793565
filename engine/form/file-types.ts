import type { FilesField } from '../../schemas/generated/process.ts';

/** A kind of files as definitions name it. */
export type FileGroup = NonNullable<FilesField['accept']>[number];

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/**
 * What may be attached: the endings of file names in each group, with the media type that is recorded. Nothing in it
 * runs in a browser: no HTML, no SVG, no scripts.
 */
const FILE_TYPES = {
  pictures: {
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    heic: 'image/heic',
  },
  documents: {
    pdf: 'application/pdf',
    docx: `${OFFICE}.wordprocessingml.document`,
    doc: 'application/msword',
    wps: 'application/kswps',
    ofd: 'application/ofd',
    rtf: 'application/rtf',
  },
  sheets: {
    xlsx: `${OFFICE}.spreadsheetml.sheet`,
    xls: 'application/vnd.ms-excel',
    et: 'application/kset',
    csv: 'text/csv',
  },
  slides: {
    pptx: `${OFFICE}.presentationml.presentation`,
    ppt: 'application/vnd.ms-powerpoint',
    dps: 'application/ksdps',
  },
  archives: { zip: 'application/zip', rar: 'application/vnd.rar', '7z': 'application/x-7z-compressed' },
  audio: { mp3: 'audio/mpeg', m4a: 'audio/mp4', wav: 'audio/wav', amr: 'audio/amr' },
  video: { mp4: 'video/mp4', mov: 'video/quicktime' },
  text: { txt: 'text/plain', csv: 'text/csv' },
} as const satisfies Readonly<Record<FileGroup, Readonly<Record<string, string>>>>;

type Types = { readonly [G in FileGroup]: (typeof FILE_TYPES)[G][keyof (typeof FILE_TYPES)[G]] };
/** A media type that a file can be recorded with. */
export type FileType = Types[FileGroup];

/** Pictures that every browser draws and none runs: they may be shown in a page. */
const DRAWN: ReadonlySet<string> = new Set<FileType>(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
export const isDrawn = (type: string): boolean => DRAWN.has(type);

/** As the systems of people count them: what shows as 10 MB is taken where 10 are allowed. */
export const MEGABYTE = 1024 * 1024;
/** Megabytes of the largest file that any field takes. */
export const MAX_FILE_SIZE = 10;

const FILE_GROUPS = Object.keys(FILE_TYPES) as readonly FileGroup[];

/** The media types of some groups. */
export const typesOf = (groups: readonly FileGroup[]): readonly FileType[] => [
  ...new Set(groups.flatMap((group): readonly FileType[] => Object.values(FILE_TYPES[group]))),
];

/** The endings of file names in some groups, without the dot. */
export const endingsOf = (groups: readonly FileGroup[]): readonly string[] => [
  ...new Set(groups.flatMap((group) => Object.keys(FILE_TYPES[group]))),
];

/** The media type that the ending of a file name stands for; undefined when such files are not taken. */
export function typeOfName(name: string): FileType | undefined {
  const ending = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  return FILE_GROUPS.flatMap((group) => Object.entries<FileType>(FILE_TYPES[group])).find(
    ([known]) => known === ending,
  )?.[1];
}
