import type { Examples } from '../example.ts';

export const percentExamples: Examples<'percent'> = {
  fields: {
    plain: { type: 'percent', title: { 'zh-CN': '完成率', 'zh-TW': '完成率', en: 'Done' }, required: true },
    share: {
      type: 'percent',
      title: { 'zh-CN': '占比', 'zh-TW': '占比', en: 'Share' },
      min: 0,
      max: 100,
      scale: 1,
    },
  },
  takes: { plain: ['85', '-3.25', '120'], share: ['0', '33.3', '100'] },
  refuses: [
    { value: 85, code: 'wrong-type' },
    { value: '85%', code: 'wrong-type' },
    { value: '33.333', code: 'too-precise' },
    { field: 'share', value: '33.33', code: 'too-precise' },
    { field: 'share', value: '100.1', code: 'out-of-range' },
  ],
  keyboard: {
    fill: [{ type: '85.5' }],
    gives: '85.5',
    break: { keys: [{ press: 'Control+a' }, { type: '33.333' }], code: 'too-precise' },
  },
};
