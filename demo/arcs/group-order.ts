import type { Arc } from './arc.ts';
import { on } from './opening.ts';

const BANK = '示例银行杭州总部';
const registration = {
  customer: BANK,
  industry: 'finance',
  area: '330100',
  contact: '王主任',
  need: ['suit', 'shirt'],
  qty: 120,
  amount: '180000.00',
  mode: 'tender',
  decideOn: '2026-05-20',
  channel: 'branch',
};

/** A group order: two that want it, a contract with a condition, measuring, delivery, and money that comes late. */
export const GROUP_ORDER: Arc = {
  id: 'group-order',
  named: BANK,
  begins: [
    {
      day: on('2026-02-24'),
      who: 'u34',
      process: 'group-order-registration',
      values: { registration: { ...registration, unit: 'hd01', stage: 'won', support: ['sample', 'quotation'] } },
    },
    {
      day: on('2026-03-05'),
      who: 'u37',
      process: 'group-order-registration',
      values: { registration: { ...registration, unit: 'hn01', stage: 'contact', support: ['sample'] } },
    },
  ],
  turns: [
    {
      at: 'group-order-registration/accept',
      values: { acceptance: { verdict: 'accept', newCustomer: true, reason: '没有冲突。' } },
    },
    {
      at: 'group-order-registration/accept',
      values: async ({ row }) => {
        const earlier = await row('registrations', '');
        return earlier === undefined
          ? undefined
          : {
              acceptance: {
                verdict: 'refuse',
                earlier: earlier.id,
                newCustomer: false,
                fight: false,
                reason: '杭州分公司报备在先。',
              },
            };
      },
    },
    {
      at: 'group-order-registration/object',
      values: { objection: { appeals: true, grounds: '客户广州机构另行采购。' } },
    },
    { at: 'group-order-registration/appeal', values: { appeal: { accepted: false, reason: '核实为同一单位。' } } },
    {
      at: 'group-contract/draft',
      values: {
        contract: {
          name: `${BANK}职业装`,
          unit: 'hd01',
          std: true,
          depositPct: '30',
          measuring: true,
          measureFrom: '2026-03-30',
          delivery: '2026-05-08',
          sla: '一年内免费修改，七个工作日返修。',
          items: [{ name: '男西服', fabric: '70% 羊毛', style: 'XZ-1082', qty: 120, price: '1500.00', cost: '900.00' }],
          payments: [
            { term: 'advance', pct: '30', due: '2026-04-10' },
            { term: 'acceptance', pct: '65', due: '2026-06-05' },
            { term: 'retention', pct: '5', due: '2026-12-18' },
          ],
        },
      },
    },
    {
      at: 'contract-review/review',
      values: { review: { opinion: 'conditional', condition: '面料须在四月五日前到厂。' } },
    },
    { at: 'group-contract/consolidate', values: { summary: { opinion: '各方同意，条件已答复。', risky: true } } },
    { at: 'measurement-service/measure' },
    { at: 'size-confirmation/confirm' },
    { at: 'order-delivery/receive' },
  ],
};
