import type { Arc } from './arc.ts';
import { on } from './opening.ts';

const intake = {
  kind: 'complaint',
  name: '李经理',
  phone: '13800138001',
  channel: 'phone',
  topic: 'quality',
  serious: false,
};
const handled = { cause: 'product', duty: 'scm', facts: '缝线批次问题。', solution: '更换并致歉。', comp: '1500.00' };
const assignment = { said: '已致歉。', unit: 'hd01', duty: 'scm', handler: 'u25' };

/** Complaints of one cause: a grave one, answered and still not well, until the cause is put right. */
export const COMPLAINT: Arc = {
  id: 'complaint',
  begins: [
    {
      day: on('2026-04-07'),
      who: 'u32',
      process: 'customer-ticket',
      values: { intake: { ...intake, detail: '西服肩部开线。' } },
    },
    {
      day: on('2026-04-10'),
      who: 'u32',
      process: 'customer-ticket',
      values: { intake: { ...intake, detail: '一批西服开线，要求整批处理。', serious: true, amount: '12000.00' } },
    },
    {
      day: on('2026-04-14'),
      who: 'u32',
      process: 'customer-ticket',
      values: { intake: { ...intake, detail: '西服再次开线。' } },
    },
    {
      day: on('2026-04-17'),
      who: 'u32',
      process: 'customer-ticket',
      values: { intake: { ...intake, detail: '门店退回两件开线。' } },
    },
  ],
  turns: [
    ...Array.from({ length: 4 }, () => ({ at: 'customer-ticket/assignOrdinary', values: { assignment } })),
    { at: 'customer-ticket/assignMajor', values: { assignment } },
    ...Array.from({ length: 4 }, () => ({ at: 'customer-ticket/handle', values: { handling: handled } })),
    { at: 'customer-ticket/callback', values: { callback: { satisfied: 'satisfied' } } },
    {
      at: 'customer-ticket/callback',
      values: { callback: { satisfied: 'dissatisfied', comment: '同样的问题又出现。' } },
    },
    {
      at: 'rectification/verify',
      values: { verification: { verify: 'passed', verifyNote: '缝线工艺已改，抽查合格。', follow: ['training'] } },
    },
  ],
};
