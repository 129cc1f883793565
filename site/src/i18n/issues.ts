import type { IssueWords } from './issues/words.ts';
import { lazyCatalogue } from './lazy.ts';

/** What to do about each issue of the engine: fetched with the words of the form, in the language of the page alone. */
export const issueWords = lazyCatalogue<IssueWords>({
  'zh-CN': async () => (await import('./form/zh-cn.ts')).issues,
  'zh-TW': async () => (await import('./form/zh-tw.ts')).issues,
  en: async () => (await import('./form/en.ts')).issues,
});
