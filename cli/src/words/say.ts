import type { Problem } from '../problem.ts';
import type { Catalogue, Locale } from './catalogue.ts';
import { en } from './en.ts';
import { zhCN } from './zh-cn.ts';
import { zhTW } from './zh-tw.ts';

export const catalogues: Readonly<Record<Locale, Catalogue>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

export const isLocale = (text: string): text is Locale => Object.hasOwn(catalogues, text);

/** A problem as one line: `file:line:column code: sentence`. */
export function lineOf({ file, line, column, code, params, severity, suggestion }: Problem, words: Catalogue): string {
  const sentence = words.findings[code](params);
  const stop = suggestion === undefined ? '' : `${words.fullStop}${words.didYouMean(suggestion)}`;
  const mark = severity === 'warning' ? words.warning : '';
  return `${file}:${line}:${column} ${code}: ${mark}${sentence}${stop}`;
}
