import type { Arc } from './arc.ts';
import { on } from './opening.ts';

/** A flood closes shops in the south: the targets of a branch are lowered. */
export const ADJUSTMENT: Arc = {
  id: 'adjustment',
  begins: [
    {
      day: on('2026-07-06'),
      who: 'u36',
      process: 'target-adjustment',
      values: async ({ row }) => {
        const target = await row('annual-targets', '销售额');
        if (target === undefined) return undefined;
        return {
          request: {
            targetRef: target.id,
            reason: 'force-majeure',
            analysis: '六月洪水使南方两地门店停业三周，缺口无法追回。',
            rows: [
              { unit: 'hn01', period: '2026-07', new: '380000' },
              { unit: 'hn01', period: '2026-08', new: '420000' },
            ],
            heads: ['u37'],
            effect: '全年销售额减少，促销费用不变。',
            kpiChange: false,
          },
        };
      },
    },
  ],
  turns: [
    {
      at: 'target-adjustment/supervisionOpinion',
      values: { supervision: { stance: 'support', reason: '停业属实。' } },
    },
    { at: 'target-adjustment/moneyOpinion', values: { money: { stance: 'support', reason: '缺口测算合理。' } } },
    { at: 'target-adjustment/marketOpinion', values: { market: { stance: 'support', reason: '同业同样受影响。' } } },
    { at: 'target-adjustment/decide', values: { decision: { approved: true, opinion: '同意调整。' } } },
    { at: 'target-breakdown/allot' },
  ],
};
