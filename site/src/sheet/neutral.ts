/** What spreadsheets take for the beginning of a formula or a command, also in full width; `'` because it may hide one. */
const RISKY = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/** Text that a spreadsheet shows and does not compute (OWASP, CSV injection). */
export const neutral = (text: string): string => (RISKY.test(text) ? `'${text}` : text);

/** The text as it was before. */
export const fromNeutral = (text: string): string =>
  text.startsWith("'") && RISKY.test(text.slice(1)) ? text.slice(1) : text;
