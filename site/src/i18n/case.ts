import type { CaseWords } from './case/zh-cn.ts';
import { lazyCatalogue } from './lazy.ts';

export type { CaseWords };

/** Words of the case page: a page fetches those of its language alone. */
export const caseWords = lazyCatalogue<CaseWords>({
  'zh-CN': async () => (await import('./case/zh-cn.ts')).words,
  'zh-TW': async () => (await import('./case/zh-tw.ts')).words,
  en: async () => (await import('./case/en.ts')).words,
});
