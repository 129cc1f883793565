import type { FormWords } from './form/zh-cn.ts';
import { lazyCatalogue } from './lazy.ts';

export type { FormWords };

/** Words of the form, its fields and the draft: a page fetches those of its language alone. */
export const formWords = lazyCatalogue<FormWords>({
  'zh-CN': async () => (await import('./form/zh-cn.ts')).words,
  'zh-TW': async () => (await import('./form/zh-tw.ts')).words,
  en: async () => (await import('./form/en.ts')).words,
});
