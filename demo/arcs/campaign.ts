import type { Arc } from './arc.ts';
import { on } from './opening.ts';

const plan = (dates: { readonly start: string; readonly end: string }, target: string, gifts: string) => ({
  dates,
  place: '杭州湖滨旗舰店及华东各专卖店',
  content: '春装满 1000 元减 200 元，会员另赠丝巾。',
  customers: '华东地区老会员',
  targets: [{ name: 'sales-amount', base: '400000', target, unit: '元' }],
  budget: [{ category: 'gifts', item: '到店礼', quantity: gifts, price: '100.00' }],
  steps: [{ task: '门店执行', owner: 'u35', start: dates.start, end: dates.end }],
  evaluation: '活动期间销售额与到店人数。',
});

/** A campaign that goes off its plan: a deviation, an issue, a changed plan, a weak result, what is put right. */
export const CAMPAIGN: Arc = {
  id: 'campaign',
  begins: [
    {
      day: on('2026-03-02'),
      who: 'u08',
      process: 'campaign-approval',
      values: {
        plan: {
          name: '湖滨春季价格促销',
          kind: 'sales-promotion',
          practices: ['price-promotion'],
          unit: 'brand',
          unplannedReason: '配合三月换季清货。',
          legal: true,
          ...plan({ start: '2026-03-23', end: '2026-04-24' }, '600000', '800'),
        },
      },
    },
  ],
  turns: [
    {
      at: 'campaign-weekly-report/write',
      values: {
        report: {
          done: '到店礼发放过快，成交低于预期。',
          spent: [{ category: 'gifts', amount: '45000.00' }],
          next: '控制每日发放量。',
        },
      },
    },
    {
      at: 'campaign-weekly-report/read',
      values: { review: { mark: 'abnormal', opinion: '预算使用过快，请分析原因。' } },
    },
    { at: 'campaign-issue/raise', values: { issue: { problem: '到店礼发放过快，预算偏差。', severity: 'high' } } },
    {
      at: 'campaign-issue/decide',
      values: {
        decision: { decision: 'change-plan', goalChange: '0', budgetChange: '25', repeated: false, newRisk: null },
      },
    },
    {
      at: 'campaign-approval/draft',
      values: {
        plan: {
          name: '湖滨春季价格促销（变更）',
          ...plan({ start: '2026-04-20', end: '2026-05-08' }, '500000', '1000'),
        },
      },
    },
    {
      at: 'campaign-evaluation/collect',
      values: {
        data: {
          sales: [
            { period: 'before', amount: '200000.00' },
            { period: 'during', amount: '188000.00' },
            { period: 'after', amount: '205000.00' },
          ],
          participants: 310,
          survey: false,
        },
      },
    },
    {
      at: 'campaign-evaluation/report',
      values: {
        summary: {
          problem: '到店礼门槛过低，拉新不足。',
          improve: [{ item: '到店礼改为满额赠', owner: 'u08', start: 'proposal' }],
        },
      },
    },
    { at: 'rectification/plan' },
  ],
};
