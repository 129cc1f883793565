import type { ActWords } from './acts/zh-cn.ts';
import { lazyCatalogue } from './lazy.ts';

/** Names and dialogs of all actions on a case: a page fetches those of its language alone. */
export const actWords = lazyCatalogue<ActWords>({
  'zh-CN': async () => (await import('./acts/zh-cn.ts')).words,
  'zh-TW': async () => (await import('./acts/zh-tw.ts')).words,
  en: async () => (await import('./acts/en.ts')).words,
});
