const MAX_NAME = 255;

/**
 * The name a file is shown under: no folders, no control or direction-changing characters, composed letters as most
 * systems write them, not too long. Undefined when nothing is left of it.
 */
export function fileName(sent: string): string | undefined {
  const name = sent
    .split(/[\\/]/)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .normalize('NFC')
    .trim();
  return !name || name.startsWith('.') ? undefined : shortened(name);
}

/** Cut before its ending, between letters. */
function shortened(name: string): string {
  if (name.length <= MAX_NAME) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  const rest = name.slice(0, MAX_NAME - 1 - ending.length).replace(/[\ud800-\udbff]$/, '');
  return `${rest}…${ending}`;
}

/** A Content-Disposition (RFC 6266) that every client understands and no name can break out of. */
export const disposition = (how: 'attachment' | 'inline', name: string): string =>
  `${how}; filename="${asciiName(name)}"; filename*=UTF-8''${encodeName(name)}`;

/** For clients that do not read filename*. */
const asciiName = (name: string) => name.replaceAll(/[^\w.-]/g, '_');
/** RFC 8187: encodeURIComponent leaves four characters that are not attr-char. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
