import type { Examples } from '../example.ts';

export const dateTimeExamples: Examples<'dateTime'> = {
  fields: {
    plain: { type: 'dateTime', title: { 'zh-CN': '会议时间', 'zh-TW': '會議時間', en: 'Meeting at' }, required: true },
    soon: {
      type: 'dateTime',
      title: { 'zh-CN': '预计到场', 'zh-TW': '預計到場', en: 'Expected at' },
      min: 'today',
      max: 'today + 30d',
    },
  },
  takes: { plain: ['2026-11-22T08:30', '2028-02-29T00:00', '1000-01-01T23:59'], soon: ['2026-12-01T09:30'] },
  refuses: [
    { value: 20261122, code: 'wrong-type' },
    { value: '2026-11-22', code: 'not-a-date-time' },
    { value: '2026-02-29T08:30', code: 'not-a-date-time' },
    { value: '2026-11-22T24:00', code: 'not-a-date-time' },
    { value: '2026-11-22T08:30Z', code: 'not-a-date-time' },
    { value: '2026-11-22 08:30', code: 'not-a-date-time' },
    { field: 'soon', value: '1999-12-31T23:59', code: 'too-early' },
    { field: 'soon', value: '9999-12-31T23:59', code: 'too-late' },
  ],
  keyboard: {
    // A day of which every language of the browser reads the same figures in the order it asks for them.
    fill: [{ type: '11111111' }, { press: 'Tab' }, { press: 'Tab' }, { type: '下午3点一刻' }],
    gives: '1111-11-11T15:15',
    break: { keys: [{ press: 'Control+a' }, { press: 'Delete' }], code: 'not-a-date-time' },
  },
};
