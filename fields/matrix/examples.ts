import type { Examples } from '../example.ts';

const questions = [
  { id: 'service', title: { 'zh-CN': '服务态度', 'zh-TW': '服務態度', en: 'Service' } },
  { id: 'speed', title: { 'zh-CN': '响应速度', 'zh-TW': '回應速度', en: 'Speed' } },
];
const scale = [
  { id: 'good', title: { 'zh-CN': '满意', 'zh-TW': '滿意', en: 'Good' } },
  { id: 'fair', title: { 'zh-CN': '一般', 'zh-TW': '普通', en: 'Fair' } },
  { id: 'poor', title: { 'zh-CN': '不满意', 'zh-TW': '不滿意', en: 'Poor' } },
];

export const matrixExamples: Examples<'matrix'> = {
  fields: {
    choice: {
      type: 'matrix',
      title: { 'zh-CN': '满意度', 'zh-TW': '滿意度', en: 'Satisfaction' },
      rows: questions,
      columns: scale,
      cell: 'choice',
      complete: true,
      required: true,
    },
    months: {
      type: 'matrix',
      title: { 'zh-CN': '全年目标', 'zh-TW': '全年目標', en: 'Targets of the year' },
      rows: questions,
      columns: 'months',
      cell: 'money',
      totals: 'both',
      min: 0,
    },
    units: {
      type: 'matrix',
      title: { 'zh-CN': '各部门目标', 'zh-TW': '各部門目標', en: 'Targets by unit' },
      rows: 'units',
      columns: 'quarters',
      cell: 'integer',
    },
  },
  takes: {
    choice: [{ service: 'good', speed: 'poor' }],
    months: [{ service: { m01: '1200.00', m12: '0.50' } }],
    units: [{ east: { q1: 5 } }],
  },
  refuses: [
    { value: [], code: 'wrong-type' },
    { value: { service: 'good' }, code: 'required', under: '/speed' },
    { value: { service: 'best', speed: 'good' }, code: 'not-an-option', under: '/service' },
    { value: { price: 'good', service: 'good', speed: 'good' }, code: 'not-an-option', under: '/price' },
    { field: 'months', value: { service: { m01: 5 } }, code: 'wrong-type', under: '/service/m01' },
    { field: 'months', value: { service: { m13: '5' } }, code: 'not-an-option', under: '/service/m13' },
    { field: 'months', value: { service: { m01: '-1' } }, code: 'out-of-range', under: '/service/m01' },
    { field: 'months', value: { service: { m01: '0.005' } }, code: 'too-precise', under: '/service/m01' },
    { field: 'units', value: { moon: { q1: 5 } }, code: 'not-an-option', under: '/moon' },
  ],
  keyboard: {
    fill: [{ press: 'Space' }, { press: 'Tab' }, { press: 'Space' }, { press: 'ArrowRight' }],
    gives: { service: 'good', speed: 'fair' },
  },
};
