import { type CivilDate, parseCivilDate } from '#engine';
import type { Arc } from './arc.ts';

/** A day of the year, as it is written. */
export function on(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === undefined) throw new Error(`no day: ${text}`);
  return day;
}

const scheme = (level: string, cycle: string, items: readonly (readonly [string, string, string])[]) => ({
  scheme: {
    year: 2026,
    level,
    cycle,
    items: items.map(([group, name, weight], index) => ({
      no: index + 1,
      class: group,
      name,
      source: group === 'sales' ? 'automatic' : 'superior',
      formula: '实际 ÷ 目标',
      weight,
      target: '100',
      cap: '120',
    })),
  },
});
const WHOLE = [
  ['sales', '销售额完成率', '50'],
  ['promotion', '活动目标达成率', '20'],
  ['service', '客户满意度', '20'],
  ['team', '团队建设', '10'],
] as const;

/** What the year rests on: a study, the targets of the company and their breakdown, schemes of indicators, budgets. */
export const OPENING: Arc = {
  id: 'opening',
  begins: [
    {
      day: on('2026-01-02'),
      who: 'u07',
      process: 'research-project',
      values: {
        brief: {
          topic: '2026 年职业装市场调研',
          methods: ['desk'],
          trained: true,
          type: 'ad-hoc',
          reason: 'new-product',
        },
      },
    },
    { day: on('2026-01-04'), who: 'u23', process: 'kpi-scheme', values: scheme('department', 'quarter', WHOLE) },
    {
      day: on('2026-01-04'),
      who: 'u26',
      process: 'kpi-scheme',
      values: scheme('person', 'month', [WHOLE[0], ['service', '客户回访', '50']]),
    },
    { day: on('2026-01-05'), who: 'u23', process: 'kpi-scheme', values: scheme('region', 'year', WHOLE) },
    { day: on('2026-01-05'), who: 'u23', process: 'kpi-scheme', values: scheme('person', 'year', WHOLE) },
    {
      day: on('2026-01-08'),
      who: 'u06',
      process: 'annual-target-setting',
      values: async ({ row }) => {
        const report = await row('report-library', '');
        if (report === undefined) return undefined;
        return {
          proposal: {
            year: 2026,
            title: '2026 年度营销目标',
            research: [{ report: report.id, finding: '团装市场年增长 12%' }],
            indicators: [
              {
                name: 'sales-amount',
                title: '国内零售与团装销售额',
                unit: '元',
                target: '44100000',
                reason: '新增团装大单。',
                source: '销售实际台账',
                due: '2026-12-31',
              },
              {
                name: 'market-share',
                title: '职业装市场份额',
                unit: '%',
                measured: '8',
                target: '9',
                reason: '新开六个地级市。',
                source: '行业协会年报',
                due: '2026-12-31',
              },
            ],
          },
        };
      },
    },
  ],
  turns: [
    { at: 'research-project/write' },
    {
      at: 'annual-target-setting/letter',
      values: { letter: { received: true, budgetUnits: [{ unit: 'brand' }, { unit: 'east' }] } },
    },
    { at: 'target-breakdown/allot' },
    { at: 'target-breakdown/rule' },
    { at: 'annual-budget/draft' },
    { at: 'annual-budget/draft' },
  ],
};
