import { addDays } from '#engine';
import { SEASON } from '../plan.ts';
import {
  busyWhole,
  each,
  fewRows,
  inDays,
  money,
  nothing,
  oneOf,
  type Recipe,
  rowsIn,
  rowsOf,
  someRowsOf,
  whole,
  words,
  yes,
} from './draws.ts';
import { COMPANIES, REGIONS, RIVALS, STYLES } from './names.ts';

/** The rows that stand there, and none that a story adds. */
const standingRows: Recipe[string] = (rows) => rowsIn(rows).filter(({ _row }) => _row !== undefined);

/** How much business there was in a month that is reported after it has ended. */
const seasonIn = (month: unknown): number => SEASON[Number(String(month).slice(5, 7)) - 1] ?? 1;

export const MARKET_RECIPES: Readonly<Record<string, Recipe>> = {
  'weekly-market-report/report': {
    noChange: nothing,
    salesAmount: money(130_000),
    salesQty: busyWhole(250, 600),
    salesNote: words(['降温晚，冬装还没有起量。', '客流平稳，连带率提高。', '商圈活动分流。', '团购订单集中交货。']),
    competitors: rowsOf(1, 3, {
      brand: words(RIVALS),
      kind: oneOf({ price: 5, promotion: 5, 'new-product': 4, channel: 2, 'sales-policy': 2, business: 1 }),
      detail: words(['大衣全场七折', '上市轻薄羽绒', '满千减二百', '新开两家专卖店', '推出企业定制', '会员日双倍积分']),
      impact: oneOf({ medium: 9, low: 8, high: 0.5 }),
    }),
    consumer: words([
      '顾客问得最多的是羊绒大衣。',
      '顾客关注轻便易打理。',
      '团购客户要求快交期。',
      '年轻顾客偏好宽松版型。',
    ]),
    leads: someRowsOf(0.06, {
      customer: words(COMPANIES),
      qty: whole(80, 400),
      stage: oneOf({ contacted: 2, quoted: 1 }),
      note: words(['明年春季换装', '正在询价']),
    }),
    productFb: someRowsOf(0.4, {
      sku: words(STYLES),
      kind: oneOf({ size: 4, quality: 3, style: 2, price: 1 }),
      detail: words(['袖长偏短', '易起球', '颜色偏深', '价格偏高']),
      count: whole(1, 3),
    }),
    support: someRowsOf(0.05, {
      item: words(['需要陈列道具', '增加导购培训', '请求调拨断码']),
      dept: oneOf({ brand: 2, log: 1 }),
      due: inDays(10, 15),
    }),
    stockReport: () => [],
    promos: () => [],
  },
  'weekly-market-report/check': { complete: yes(1), supports: standingRows, leads: standingRows },
  'sales-data-feedback/report': {
    lines: (_, { desk, form }) =>
      (
        [
          ['formal', 260_000],
          ['casual', 190_000],
          ['group', 150_000],
        ] as const
      ).map(([line, mean]) => {
        const sold = Math.round((mean * seasonIn(form.month) * (0.9 + 0.2 * desk.dice.roll())) / 100) * 100;
        return {
          line,
          orders: `${Math.round(sold * 1.08)}.00`,
          shipped: `${Math.round(sold * 1.03)}.00`,
          sold: `${sold}.00`,
          quantity: Math.round(sold / 480),
          collected: `${Math.round(sold * (0.78 + 0.18 * desk.dice.roll()))}.00`,
          stock: desk.dice.whole(800, 2_600),
          forecast: `${Math.round(sold * (0.93 + 0.16 * desk.dice.roll()))}.00`,
        };
      }),
    newCustomers: busyWhole(6, 22),
    lostCustomers: whole(0, 5),
    feedback: someRowsOf(0.4, {
      style: words(STYLES),
      kind: oneOf({ size: 4, quality: 3, style: 2, price: 1 }),
      detail: words(['袖长偏短', '易起球', '颜色偏深']),
      suggestion: words(['加长一厘米', '换纱线', '增加浅色']),
    }),
  },
  'sales-data-feedback/release': { feedback: each({ adopt: yes(0.08) }) },
  'market-info-digest/digest': {
    summary: words([
      '竞品提前打折，银行换装线索集中。',
      '需求平稳，关注面料涨价。',
      '团购询价增加，交期是关键。',
      '商圈客流回落。',
    ]),
    items: each(
      {
        finding: words(['竞品大衣七折', '面料价格上涨', '银行集中换装', '线上同款降价']),
        level: oneOf({ high: 1, medium: 4, low: 3 }),
      },
      fewRows(1),
    ),
  },
  'market-info-digest/decisions': {
    items: each({
      decision: oneOf({ note: 9, act: 1 }),
      proc: (_, { row, desk }) =>
        row.decision === 'act'
          ? desk.dice.pick(['research-project', 'dept-coordination', 'risk-assessment', 'improvement-proposal'])
          : undefined,
      owner: (_, { row }) => (row.decision === 'act' ? 'u07' : undefined),
      due: (_, { row, desk }) => (row.decision === 'act' ? addDays(desk.today, 14) : undefined),
    }),
  },
  'information-opinion/item': {
    useful: yes(0.7),
    opinion: words(['本周内拿出方案。', '已列入本月安排。', '继续观察。']),
  },
  'intelligence-tip/tip': {
    title: words(['竞品在湖滨开店', '竞品清仓', '银行招标公告', '面料涨价通知', '竞品推出定制']),
    kind: oneOf({
      competitor: 10,
      consumer: 4,
      'product-quality': 3,
      'group-order': 0.8,
      'market-order': 0.3,
      regulation: 0.5,
      other: 1,
    }),
    urgent: yes(0.05),
    place: words(REGIONS),
    anonymous: yes(0.05),
  },
  'intelligence-tip/triage': {
    level: oneOf({ normal: 7, important: 4, major: 0.3 }),
    verified: oneOf({ confirmed: 6, partly: 3, unfounded: 1 }),
    duplicate: yes(0.1),
    research: yes(0.02),
    inspect: yes(0.02),
    incident: yes(0.05),
  },
};
