import { addDays } from '#engine';
import { each, fewRows, inDays, nothing, oneOf, type Recipe, rowsIn, rowsOf, words, yes } from './draws.ts';

/** Points lost at some places only, so that visits end from the eighties upward, with a bad one now and then. */
const scored: Recipe = {
  score: (_, { row, desk }) => {
    const max = Number(row.max ?? 10);
    const bad = desk.dice.chance(0.15);
    return bad ? Math.max(0, max - desk.dice.whole(Math.ceil(max * 0.3), max)) : max;
  },
  finding: (_, { row, desk }) =>
    Number(row.score) < Number(row.max)
      ? desk.dice.pick(['橱窗没有按期更换', '价格标签与系统不一致', '没有使用标准用语', '档案不完整', '促销物料过期'])
      : undefined,
};

export const SUPERVISION_RECIPES: Readonly<Record<string, Recipe>> = {
  'supervision-inspection/plan': {
    rows: async (told, { desk }) => {
      const partners = await desk.targets({ ledger: 'partners' });
      const partner = desk.dice.pick(partners);
      const date = addDays(desk.today, desk.dice.whole(2, 6));
      const shop = {
        shop: desk.dice.pick(['flag', 'hd01', 'hd02', 'hn01', 'bf01']),
        kind: 'random',
        date,
        inspector: 'u17',
      };
      const given = rowsIn(told).filter(({ _row }) => _row !== undefined);
      if (given.length > 0)
        return given.map((row) => ({
          ...(row.target === undefined && row.shop === undefined ? { shop: 'flag' } : {}),
          ...row,
          kind: row.kind === 'routine' ? 'random' : row.kind,
          date,
          inspector: 'u17',
        }));
      return partner === undefined || desk.dice.chance(0.5)
        ? [shop]
        : [shop, { target: partner.id, kind: 'random', date, inspector: 'u17' }];
    },
  },
  'inspection-visit/check': { items: each(scored), redline: () => ['none'], independent: yes(1) },
  'inspection-visit/grading': { opinion: words(['总体良好。', '请按期整改。', '服务规范，值得推广。']) },
  'conduct-violation/finding': { training: yes(0.2) },
  'rectification/notice': {
    problem: words([
      '陈列没有按标准更换。',
      '价格标签与系统不一致。',
      '客户档案不完整。',
      '应收对账不及时。',
      '促销物料过期未撤。',
    ]),
    level: oneOf({ medium: 5, high: 2, low: 3 }),
    due: inDays(18, 30),
  },
  'rectification/acceptance': {
    owner: (_, { desk, values }) => desk.dice.pick(desk.peopleIn(values.notice?.dept)) ?? desk.person,
    due: inDays(15, 22),
  },
  'rectification/plan': {
    causes: (told) => rowsIn(told).slice(0, 2),
    root: words(['新标准没有培训到店', '价格调整后没有通知到店', '责任人没有明确', '系统没有提醒']),
    measures: (_, { desk, values }) => {
      const due = values.acceptance?.due;
      const soon = addDays(desk.today, 5);
      const day = typeof due === 'string' && due >= desk.today && due < soon ? due : soon;
      return [
        {
          measure: desk.dice.pick(['全店重新陈列', '逐件核对价签', '补齐档案', '店员培训']),
          owner: desk.person,
          due: day,
          evidence: '照片',
        },
      ];
    },
  },
  'rectification/progress': {
    rows: (_, { desk, values }) =>
      rowsIn(values.plan?.measures).map(({ measure }) => ({ measure, state: 'done', done: desk.today })),
    result: words(['已全部更换并完成培训。', '已核对完毕。', '已补齐并复查。']),
  },
  'rectification/verification': {
    verify: oneOf({ passed: 12, failed: 1.4 }),
    verifyNote: words(['照片与现场一致。', '已到店查看。', '还有两处不一致。']),
    follow: (_, { desk }) =>
      desk.dice.chance(0.08)
        ? [desk.dice.pick(['improvement-proposal', 'training', 'standards-release', 'supervision-inspection'])]
        : undefined,
  },
  'improvement-proposal/proposal': {
    title: words([
      '到货差异当日拍照上报',
      '会员预告统一模板',
      '量体预约线上登记',
      '团装报价单标准化',
      '退换货一次说清',
    ]),
  },
  'improvement-proposal/effect': { conclusion: oneOf({ standardise: 3, continue: 1, stop: 2 }) },
  'improvement-proposal/decision': {
    outcome: oneOf({ standardise: 2, stop: 5 }),
    training: yes(0.05),
    reward: yes(0.1),
  },
  'risk-assessment/risks': {
    unit: oneOf({ east: 3, south: 2, north: 2 }),
    risks: rowsOf(1, 2, {
      class: oneOf({ market: 4, sales: 3, customer: 2, finance: 2, legal: 1, service: 2, campaign: 1 }),
      kind: oneOf({
        competitor: 3,
        demand: 2,
        credit: 2,
        complaints: 2,
        policy: 1,
        organisation: 1,
        churn: 1,
        'price-law': 1,
      }),
      desc: words([
        '竞争对手低价进入高校团装。',
        '新员工占三成。',
        '大客户回款放慢。',
        '面料价格上涨。',
        '门店标价不规范。',
        '老客户流失。',
      ]),
      likelihood: oneOf({ low: 4, medium: 3, high: 1.4 }),
      impact: oneOf({ low: 4, medium: 3, high: 1.2 }),
      onGoals: yes(1),
      onFinance: yes(0.4),
      onBrand: yes(0.2),
      basis: words(['第 14 周周报', '督导检查', '应收账龄', '人员名册', '客户回访']),
      owner: oneOf({ u27: 2, u29: 2, u31: 1, u36: 1, u38: 1 }),
    }),
    research: nothing,
    evaluation: nothing,
    finance: nothing,
  },
  'risk-assessment/register': { risks: (rows) => rows },
  'risk-response/response': {
    measures: each(
      {
        proc: oneOf({
          none: 16,
          'research-project': 0.6,
          training: 1,
          'customer-care': 1,
          rectification: 0.6,
          'marketing-strategy': 0.2,
        }),
      },
      fewRows(1),
    ),
  },
  'risk-monitoring/monitoring': {
    values: each({
      value: (_, { desk }) => String(desk.dice.chance(0.06) ? desk.dice.whole(3, 5) : desk.dice.whole(0, 1)),
    }),
    effect: oneOf({ effective: 14, ineffective: 0.6 }),
    residual: oneOf({ low: 3, medium: 1 }),
  },
  'risk-monitoring/decision': { decision: oneOf({ close: 5, hold: 3, strengthen: 1 }) },
};
