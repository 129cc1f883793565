import { catalogue } from './locale.ts';

/** Titles of the pages that fetch their other words. */
export const pageTitles = catalogue({
  'zh-CN': { fill: '填写', case: '单据', print: '打印' },
  'zh-TW': { fill: '填寫', case: '單據', print: '列印' },
  en: { fill: 'Fill in', case: 'Case', print: 'Print' },
});
