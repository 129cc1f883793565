import { catalogue } from './locale.ts';

export const notFoundWords = catalogue({
  'zh-CN': {
    title: '没有这个页面',
    text: '链接可能已失效，或输入有误。您可以回到工作台查找。',
    home: '回到工作台',
  },
  'zh-TW': {
    title: '沒有這個頁面',
    text: '連結可能已失效，或輸入有誤。您可以回到工作台查找。',
    home: '回到工作台',
  },
  en: {
    title: 'There is no such page',
    text: 'The link may be out of date or mistyped. The workbench is a good place to look.',
    home: 'Go to the workbench',
  },
});
