/* Generated from ../common.schema.json by `npm run generate`: change the schema instead. */

/**
 * A stable identifier: it is stored in cases and ledgers and never translated.
 */
export type Id = string;
/**
 * Words a person sees: one text per language, or the zh-CN text alone.
 */
export type Words = string | WordMap;
/**
 * A local civil date, YYYY-MM-DD.
 */
export type CivilDateText = string;
/**
 * An IANA time zone name such as Asia/Shanghai.
 */
export type TimeZone = string;

/**
 * One text per language.
 */
export interface WordMap {
  'zh-CN': string;
  'zh-TW'?: string;
  en?: string;
}
