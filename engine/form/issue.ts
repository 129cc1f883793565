/**
 * What is wrong with a value. Parameters:
 * - required, wrong-type, not-a-date, not-a-week, not-a-time, not-a-date-time, not-a-month, not-a-quarter,
 *   not-a-phone, not-an-email, not-a-link, bad-check-digit, city-missing, ill-formed-text, unknown-field, not-writable: none
 * - too-long, too-short, too-many: `max` or `min` (characters or entries)
 * - out-of-range: `min` and/or `max`; too-precise: `scale` (digits after the point)
 * - too-early: `min`; too-late: `max` (dates); range-reversed: `start`
 * - too-few-rows: `min`; too-many-rows: `max`; not-unique: `columns` for rows
 * - file-type: `name`, `accept` (groups, with commas between); file-too-big: `name`, `max` (megabytes)
 * - not-an-option, unknown-person, unknown-unit, unknown-row: `id`; unknown-file: none
 * - check-failed: `check` (index in the definition's checks)
 */
export type IssueCode =
  | 'required'
  | 'wrong-type'
  | 'ill-formed-text'
  | 'too-long'
  | 'too-short'
  | 'too-many'
  | 'out-of-range'
  | 'too-precise'
  | 'not-an-option'
  | 'not-a-date'
  | 'not-a-week'
  | 'not-a-time'
  | 'not-a-date-time'
  | 'not-a-month'
  | 'not-a-quarter'
  | 'not-a-phone'
  | 'not-an-email'
  | 'not-a-link'
  | 'bad-check-digit'
  | 'city-missing'
  | 'too-early'
  | 'too-late'
  | 'range-reversed'
  | 'unknown-person'
  | 'unknown-unit'
  | 'unknown-row'
  | 'unknown-file'
  | 'file-type'
  | 'file-too-big'
  | 'too-few-rows'
  | 'too-many-rows'
  | 'not-unique'
  | 'unknown-field'
  | 'not-writable'
  | 'check-failed';

export type IssueParams = Readonly<Record<string, string | number>>;

/** A problem at a place of the values; `path` is a JSON Pointer such as `/plan/budget/2/amount`. */
export type Issue = { readonly code: IssueCode; readonly path: string; readonly params: IssueParams };

/** A problem of one value, before its place is known; `under` is a JSON Pointer inside the value, such as `/end`. */
export type Flaw = { readonly code: IssueCode; readonly params: IssueParams; readonly under: string };

/** Undefined when nothing is wrong, so that the usual case allocates nothing. */
export type Flaws = readonly Flaw[] | undefined;

export const flaw = (code: IssueCode, params: IssueParams = {}, under = ''): readonly Flaw[] => [
  { code, params, under },
];

/** Places the flaws of the value at `path`. */
export function place(flaws: Flaws, path: string, issues: Issue[]): void {
  for (const { code, params, under } of flaws ?? []) issues.push({ code, path: path + under, params });
}

/** Longest part of a foreign key that an issue repeats. */
const MAX_KEY = 64;

/** One step of a JSON Pointer (RFC 6901 §3) from a key that may be hostile. */
export const pointerStep = (key: string): string =>
  `/${key
    .slice(0, MAX_KEY)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')}`;
