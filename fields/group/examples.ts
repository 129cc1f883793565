import type { Examples } from '../example.ts';

export const groupExamples: Examples<'group'> = {
  fields: {
    plain: {
      type: 'group',
      title: { 'zh-CN': '联系人', 'zh-TW': '聯絡人', en: 'Contact' },
      help: { 'zh-CN': '活动现场的负责人', 'zh-TW': '活動現場的負責人', en: 'Who is in charge on the spot' },
      members: ['contact'],
    },
  },
  takes: {},
  refuses: [{ value: {}, code: 'not-writable' }],
};
