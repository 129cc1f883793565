import type { Examples } from '../example.ts';

export const phoneExamples: Examples<'phone'> = {
  fields: {
    plain: { type: 'phone', title: { 'zh-CN': '联系电话', 'zh-TW': '聯絡電話', en: 'Phone' }, required: true },
    mobile: { type: 'phone', title: { 'zh-CN': '手机', 'zh-TW': '手機', en: 'Mobile' }, only: 'mobile' },
    landline: { type: 'phone', title: { 'zh-CN': '座机', 'zh-TW': '市話', en: 'Landline' }, only: 'landline' },
  },
  takes: {
    plain: ['13800138000', '010-88888888', '0755-26001234-801', '400-810-8888', '95588', '+886912345678'],
    mobile: ['19912345678'],
    landline: ['0571-8765432'],
  },
  refuses: [
    { value: 13800138000, code: 'wrong-type' },
    { value: '1'.repeat(41), code: 'too-long' },
    { value: '1380013800', code: 'not-a-phone' },
    { value: '12345678901', code: 'not-a-phone' },
    { value: '010-12345678', code: 'not-a-phone' },
    { value: '0912345678', code: 'not-a-phone' },
    { value: '+1234567890123456', code: 'not-a-phone' },
    { field: 'mobile', value: '010-88888888', code: 'not-a-phone' },
    { field: 'landline', value: '13800138000', code: 'not-a-phone' },
  ],
  keyboard: {
    fill: [{ type: '+86 138-0013-8000' }],
    gives: '13800138000',
    break: { keys: [{ press: 'Control+a' }, { type: '1380013' }], code: 'not-a-phone' },
  },
};
