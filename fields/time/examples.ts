import type { Examples } from '../example.ts';

export const timeExamples: Examples<'time'> = {
  fields: {
    plain: { type: 'time', title: { 'zh-CN': '开始时间', 'zh-TW': '開始時間', en: 'Begins at' }, required: true },
    office: {
      type: 'time',
      title: { 'zh-CN': '预约时段', 'zh-TW': '預約時段', en: 'Appointment' },
      help: { 'zh-CN': '工作日 09:00 至 18:00', 'zh-TW': '工作日 09:00 至 18:00', en: 'Working days, 09:00 to 18:00' },
      min: '09:00',
      max: '18:00',
      step: 15,
    },
  },
  takes: { plain: ['00:00', '08:30', '23:59'], office: ['09:00', '09:07', '18:00'] },
  refuses: [
    { value: 830, code: 'wrong-type' },
    { value: '24:00', code: 'not-a-time' },
    { value: '8:30', code: 'not-a-time' },
    { value: '08:60', code: 'not-a-time' },
    { value: '08:30:00', code: 'not-a-time' },
    { field: 'office', value: '08:59', code: 'too-early' },
    { field: 'office', value: '18:01', code: 'too-late' },
  ],
  keyboard: {
    fill: [{ type: '8点半' }],
    gives: '08:30',
    break: { keys: [{ press: 'Control+a' }, { type: '25:00' }], code: 'not-a-time' },
  },
};
