import { addDays, type CivilDate, parseCivilDate } from '#engine';
import { type Fields, NotToday } from '../desk.ts';
import {
  again,
  always,
  busyWhole,
  each,
  fewRows,
  inDays,
  money,
  moneyText,
  nothing,
  oneOf,
  perhapsPointTo,
  pointTo,
  price,
  type Recipe,
  rarely,
  rowsIn,
  rowsOf,
  whole,
  words,
  yes,
} from './draws.ts';
import { COMPANIES, CONTACTS, STYLES, VENUES } from './names.ts';

const CAMPAIGNS = [
  '湖滨换季会员日',
  '春装新品发布',
  '五一团购节',
  '毕业季正装周',
  '夏日轻商务',
  '开学季校服推介',
  '国庆返场季',
  '双十一门店同庆',
  '冬装暖心购',
  '银行职业装巡展',
  '年终会员答谢',
  '企业定制开放日',
];
const running = ({ cells }: { readonly cells: Readonly<Record<string, unknown>> }) =>
  cells.state === undefined || cells.state === 'approved' || cells.state === 'running';

export const CAMPAIGN_RECIPES: Readonly<Record<string, Recipe>> = {
  'campaign-approval/plan': {
    name: (_, { desk }) =>
      `${desk.dice.pick(CAMPAIGNS) ?? ''}（${Number(desk.today.slice(5, 7))}月${desk.dice.pick(['华东', '华南', '北方', '全国']) ?? ''}）`,
    kind: oneOf({ 'sales-promotion': 5, 'market-promotion': 2, advertising: 2, 'public-relations': 2 }),
    planned: nothing,
    supplement: nothing,
    legal: yes(0.15),
    place: words(VENUES),
    targets: (_, { desk }) => {
      const target = Math.round(((20 + desk.dice.roll() * 60) * desk.season) / 5) * 25_000;
      return [{ name: 'sales-amount', base: String(Math.round(target * 0.7)), target: String(target), unit: '元' }];
    },
    budget: async (_, place) => [
      { category: 'gifts', item: '到店礼', quantity: '300', price: await price(60)(0, place) },
      { category: 'materials', item: '陈列道具', quantity: '100', price: await price(90)(0, place) },
      ...(place.desk.dice.chance(0.4)
        ? [{ category: 'advertising', item: '商圈广告屏', quantity: '1', price: await price(26_000)(0, place) }]
        : []),
    ],
  },
  'campaign-approval/review': { goal: whole(3, 5), budget: whole(3, 5), execution: whole(3, 5), effect: whole(3, 5) },
  'campaign-weekly-report/report': {
    done: words([
      '到店礼发放正常，陈列完成。',
      '各店按计划执行，客流平稳。',
      '周末客流增加，成交好于上周。',
      '受天气影响，到店减少。',
    ]),
    steps: each({
      progress: (_, { desk }) => String(desk.dice.whole(3, 10) * 10),
      status: oneOf({ 'in-progress': 8, done: 2, delayed: 1 }),
    }),
    spent: async (_, place) => [{ category: 'gifts', amount: await money(11_000)(0, place) }],
    results: each({
      actual: (_, { row, desk }) =>
        String(Math.round(Number(row.target ?? 100_000) * (0.28 + 0.2 * desk.dice.roll()) * desk.season)),
    }),
    problems: rowsOf(0, 0, {}),
    next: words(['继续发放，周末加派人手。', '调整橱窗，增加社群通知。', '控制赠品节奏，跟进意向客户。']),
  },
  'campaign-weekly-report/review': { opinion: words(['请分析原因并调整。', '注意费用进度。', '执行正常。']) },
  'campaign-issue/issue': {
    campaign: pointTo(running),
    severity: oneOf({ high: 1, medium: 5, low: 3 }),
    problem: words([
      '赠品到货晚于活动开始。',
      '门店陈列没有按方案布置。',
      '人手不足，排队时间长。',
      '宣传物料印错价格。',
      '合作方临时更换场地。',
    ]),
  },
  'campaign-issue/decision': {
    decision: oneOf({ continue: 10, 'change-plan': 2, stop: 0.4 }),
    repeated: yes(0.15),
    newRisk: rarely(0.1),
    goalChange: (_, { desk }) => String(desk.dice.whole(0, 15)),
    budgetChange: (_, { desk }) => String(desk.dice.whole(0, 15)),
  },
  'campaign-evaluation/data': {
    campaign: pointTo(
      ({ cells }, { desk }) => running({ cells }) && typeof cells.end === 'string' && cells.end <= desk.today,
    ),
    survey: yes(0.04),
    sales: (_, { desk, form }) => {
      const before = (12 + 18 * desk.dice.roll()) * 10_000;
      const cost = Number(form.cost ?? 0) > 0 ? Number(form.cost) : 6_000;
      const gain = cost * (0.4 + 2.4 * desk.dice.roll()) * Math.min(1, desk.season);
      return [
        { period: 'before', amount: moneyText(before) },
        { period: 'during', amount: moneyText(before + gain) },
        { period: 'after', amount: moneyText(before + gain * 0.3) },
      ];
    },
    participants: busyWhole(200, 900),
    awareness: (_, { desk }) => (0.2 + 2 * desk.dice.roll()).toFixed(1),
  },
  'campaign-evaluation/summary': {
    compare: each({
      target: (told, { desk }) => told ?? String(desk.dice.whole(20, 40) * 10_000),
      actual: (_, { row, desk }) =>
        String(
          Math.round(
            Number(row.target ?? 300_000) * (0.82 + 0.42 * desk.dice.roll()) * Math.min(1, 0.3 + 0.7 * desk.season),
          ),
        ),
    }),
    improve: (_, { desk }) => [
      { item: desk.dice.pick(['会员预告提前两周', '选址先踩点', '赠品分批到货', '活动后一周回访']), start: 'none' },
      ...(desk.dice.chance(0.12) ? [{ item: '门店客流计数不准', owner: 'u35', start: 'rectification' }] : []),
      ...(desk.dice.chance(0.1) ? [{ item: '统一会员预告流程', owner: 'u08', start: 'proposal' }] : []),
    ],
    lessons: words(['会员预告是关键。', '选址决定客流。', '人员排班要留余量。']),
    problem: always('到店人数低于预期，选址客流不足。'),
    grade: again((_, { form, values }) =>
      gradeOf({ ...rowsIn(values.summary?.compare)[0], ...rowsIn(form.compare)[0] }, Number(values.data?.roi ?? 1)),
    ),
    gradeReason: nothing,
  },
  'promotion-execution/preparation': {
    campaign: pointTo(running),
    side: oneOf({ centre: 1, region: 1 }),
    place: words(VENUES),
    materials: yes(0.2),
    shifts: async (_, { desk, form }) => {
      const [row] = (await desk.targets({ ledger: 'campaigns' })).filter(({ id }) => id === form.campaign);
      const start = form.start ?? row?.cells.start;
      if (typeof start !== 'string') throw new NotToday();
      return [0, 1].map((n) => ({ date: addDays(start as CivilDate, n), store: '湖滨店', keeper: 'u35' }));
    },
  },
  'promotion-execution/clearance': { decision: oneOf({ go: 20, 'no-go': 0.6 }), reason: always('安全预案没有批准。') },
  'promotion-execution/closing': {
    costTotal: (told, place) => {
      if (String(place.values.preparation?.end ?? '') > place.desk.today) throw new NotToday();
      return money(12_000)(told, place);
    },
    discountTotal: money(9_000),
    unreported: rarely(0.02),
    survey: yes(0.03),
    gifts: (_, { desk }) => [{ item: '围巾', out: 100, used: desk.dice.whole(70, 100) }],
  },
  'promotion-log/log': {
    visitors: busyWhole(200, 700),
    orders: busyWhole(20, 90),
    sales: money(46_000),
    orderOk: yes(0.97),
    safetyOk: yes(0.97),
    incident: yes(0.01),
    happened: rarely(0),
  },
  'exhibition-execution/preparation': {
    campaign: pointTo(running),
    event: words(['宁波服装节', '广州职业装展', '北京校服论坛', '武汉纺织博览会', '西安丝路服装周']),
  },
  'exhibition-execution/contacts': {
    cards: (_, { desk }) => [
      {
        company: desk.dice.pick(COMPANIES),
        contact: desk.dice.pick(CONTACTS),
        phone: '13800138000',
        kind: 'customer',
        interest: desk.dice.pick(['high', 'medium']),
        groupOrder: desk.dice.chance(0.4),
        area: '330200',
        owner: 'u34',
        followUp: addDays(desk.today, 7),
      },
      {
        company: '甬城百货',
        contact: '李敏',
        kind: 'partner',
        interest: 'low',
        feedback: '想做专柜',
        area: '330200',
        owner: 'u30',
        followUp: addDays(desk.today, 7),
      },
    ],
  },
  'exhibition-execution/closing': { cost: money(30_000) },
  'ad-placement/ad': {
    campaign: perhapsPointTo(0.6, running),
    name: words(['湖滨商圈大屏', '地铁灯箱', '新街口户外屏', '短视频信息流', '机场廊桥广告']),
    media: (_, { desk }) => [
      {
        name: desk.dice.pick(['湖滨大屏', '地铁灯箱', '信息流']),
        pos: '主位',
        start: addDays(desk.today, 7),
        end: addDays(desk.today, 20),
        price: moneyText(desk.dice.whole(4, 12) * 10_000),
        net: moneyText(desk.dice.whole(2, 4) * 10_000),
        goal: 100,
      },
    ],
  },
  'ad-effect/effect': {
    rows: each({
      exposure: whole(40_000, 120_000),
      click: whole(300, 1_200),
      leads: whole(40, 120),
      cost: price(18_000),
    }),
    decision: oneOf({ continue: 8, stop: 1 }),
  },
  'material-request/request': {
    purpose: oneOf({ refill: 8, display: 1 }),
    unit: (told, { desk }) => desk.dice.pick(desk.units) ?? told,
    items: each({ qty: whole(10, 60) }, fewRows(2)),
    address: words(VENUES),
    needBy: inDays(8, 15),
  },
  'material-request/approval': { supply: oneOf({ stock: 8, purchase: 2 }) },
  'material-request/receipt': { received: (rows) => rowsIn(rows) },
  'quarterly-activity-planning/plan': {
    rows: (told, { desk, values }) => {
      const quarter = firstDayOf(String(values.call?.quarter ?? ''));
      if (quarter === undefined) return told;
      const first = quarter > desk.today ? quarter : desk.today;
      const before = addDays(first, -10);
      const submitBy = before > desk.today ? before : addDays(desk.today, 3);
      return rowsIn(told)
        .slice(0, 2)
        .map((row, index) => ({
          ...row,
          name: `${desk.dice.pick(CAMPAIGNS) ?? ''}（${index === 0 ? '东区' : '南区'}）`,
          start: addDays(first, 14 + 30 * index),
          end: addDays(first, 28 + 30 * index),
          submitBy: addDays(submitBy, 30 * index),
        }));
    },
  },
  'brand-communication-plan/plan': {
    rows: (told, { desk, values }) => {
      const year = String(values.strategy?.year ?? desk.today.slice(0, 4));
      return rowsIn(told).map((row) => {
        const start = `${year}${String(row.start).slice(4)}`;
        const end = `${year}${String(row.end).slice(4)}`;
        return { ...row, start, end: end < start ? start : end };
      });
    },
  },
  'quarterly-marketing-plan/plan': {
    actions: (told, { form }) => {
      const first = firstDayOf(String(form.quarter ?? ''));
      if (first === undefined) return told;
      return rowsIn(told).map((row) => ({ ...row, start: addDays(first, 14), end: addDays(first, 35) }));
    },
  },
  'activity-idea/idea': { cost: money(90_000) },
  'case-sharing/publication': { way: oneOf({ library: 9, meeting: 0.6, training: 0.4 }) },
  'case-sharing/card': {
    title: (told, { desk }) => `${String(told ?? '门店会员日做法')} ${desk.dice.pick(STYLES) ?? ''}`,
  },
};

/** What the company's table says of a campaign, by its main goal and what each yuan brought. */
function gradeOf(main: Fields, roi: number): string {
  const rate = (100 * Number(main.actual ?? 0)) / Number(main.target ?? 1);
  if (rate >= 110 && roi >= 1.5) return 'excellent';
  if (rate >= 100 && roi >= 1) return 'good';
  return rate >= 80 && roi >= 1 ? 'fair' : 'poor';
}

/** The first day of a quarter as `2026-Q2`. */
function firstDayOf(quarter: string): CivilDate | undefined {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(quarter) ?? [];
  return parseCivilDate(`${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`);
}
