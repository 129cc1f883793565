import type { Arc } from './arc.ts';
import { on } from './opening.ts';

const check = (display: number, service: number, finding: string) => ({
  check: {
    independent: true,
    items: [
      { area: 'display', item: '橱窗', max: 50, score: display, finding },
      { area: 'service', item: '服务规范', max: 50, score: service, finding: '没有使用标准用语' },
    ],
    redline: ['none'],
    sign: { typed: '秦悦' },
  },
});

/** A shop that fails: 58 points, a correction that fails once, and 82 points at the second visit. */
export const INSPECTION: Arc = {
  id: 'inspection',
  begins: [
    {
      day: on('2026-05-11'),
      who: 'u16',
      process: 'supervision-inspection',
      values: {
        plan: { month: '2026-05', rows: [{ shop: 'flag', kind: 'special', date: '2026-05-14', inspector: 'u17' }] },
      },
    },
  ],
  turns: [
    { at: 'inspection-visit/check', values: check(30, 28, '橱窗未换') },
    { at: 'inspection-visit/grade', values: { grading: { opinion: '不合格，约谈分公司经理。' } } },
    { at: 'rectification/verify', values: { verification: { verify: 'failed', verifyNote: '橱窗仍未更换。' } } },
    { at: 'rectification/verify', values: { verification: { verify: 'passed', verifyNote: '照片与现场一致。' } } },
    { at: 'supervision-inspection/plan' },
    { at: 'inspection-visit/check', values: check(40, 42, '灯光偏暗') },
  ],
};
