import { addDays } from '#engine';
import { NotToday } from '../desk.ts';
import {
  again,
  each,
  fewRows,
  inDays,
  money,
  nothing,
  oneOf,
  pointTo,
  type Recipe,
  rarely,
  rising,
  rowsIn,
  rowsOf,
  someRows,
  whole,
  words,
  yes,
} from './draws.ts';
import { VENUES } from './names.ts';

const GENERAL_MANAGER = 'u04';

/** What a manager does about somebody who is behind, and about somebody whose light is green. */
const BEHIND = ['coach', 'coach', 'coach', 'coach', 'urge'];
const ON_THE_WAY = ['coach', 'normal', 'normal', 'normal', 'praise'];

export const MANAGEMENT_RECIPES: Readonly<Record<string, Recipe>> = {
  'research-project/brief': {
    methods: (_, { desk }) => (desk.dice.chance(0.4) ? ['desk', 'survey'] : ['desk', 'interview']),
    trained: yes(1),
    topic: words([
      '轻薄羽绒需求专项调研',
      '高校采购习惯调研',
      '银行职业装满意度调研',
      '竞品价格带调研',
      '加盟意愿调研',
    ]),
  },
  'research-project/analysis': {
    share: (_, { desk }) => (7.6 + Number(desk.today.slice(5, 7)) / 12).toFixed(1),
    asked: whole(180, 420),
    aware: (_, { desk, form }) => Math.round(Number(form.asked ?? 0) * (0.3 + 0.15 * desk.dice.roll())),
    praised: (_, { desk, form }) => Math.round(Number(form.aware ?? 0) * (0.6 + 0.2 * desk.dice.roll())),
  },
  'research-project/quality': { fraud: yes(0.01) },
  'research-project/verdict': { adopt: yes(0.15) },
  'survey-run/design': { end: inDays(5, 8), sent: whole(40, 120), quota: whole(1, 2) },
  'survey-run/collection': {
    reminded: yes(1),
    invalid: () => [],
    summary: (told, { desk, values }) => {
      if (String(values.design?.end ?? '') > desk.today) throw new NotToday();
      return told ?? '面料满意，希望增加大码。';
    },
  },
  'training/plan': {
    topic: words(['冬季新品销售话术', '量体规范', '客诉处理技巧', '团装报价与合同', '陈列标准']),
    trainees: (_, { desk }) => [desk.dice.pick(['u30', 'u28', 'u32', 'u34', 'u35'])],
    budget: nothing,
  },
  'training-feedback/feedback': {
    content: rising(3.8, 4.6),
    trainer: rising(4, 4.6),
    use: rising(3.8, 4.5),
    quiz: whole(66, 98),
  },
  'training/effect': { share: yes(0.06) },
  'sales-task-review/tracking': {
    rows: each({
      action: (_, { row, desk }) => desk.dice.pick(row.light === 'green' ? ON_THE_WAY : BEHIND),
      cause: words(['两个大客户推迟下单', '展会取消', '新客户开发慢', '完成正常']),
      plan: words(['每周一次共同拜访', '参加产品培训', '重点跟进三家客户']),
      due: inDays(14, 24),
    }),
  },
  'market-visit/visit': {
    date: (_, { desk }) => desk.today,
    post: again((_, { desk }) => (desk.person === GENERAL_MANAGER ? 'general-manager' : 'department-head')),
    timeShare: (_, { desk, form }) => {
      if (form.post !== 'general-manager') return undefined;
      const [decisions, departments] = [desk.dice.whole(5, 8) * 5, desk.dice.whole(5, 8) * 5];
      const share = (pct: number) => ({ pct: String(pct) });
      return {
        decisions: share(decisions),
        departments: share(departments),
        market: share(100 - decisions - departments),
      };
    },
    days: (_, { desk }) => String(desk.dice.pick([1, 1.5, 2, 2.5])),
    places: rowsOf(1, 2, {
      unit: words(VENUES),
      kind: oneOf({ branch: 2, 'franchise-store': 2, 'flagship-store': 1, customer: 1 }),
    }),
    findings: each(
      {
        finding: words(['橱窗已更换', '店员精神面貌好', '补货偏慢', '竞品开始做企业定制', '分公司库存偏高']),
        action: oneOf({ noted: 12, rectify: 1, coordinate: 0.8, intelligence: 0.6 }),
        owner: (_, { row, desk }) => (row.action === 'noted' ? undefined : desk.dice.pick(['u35', 'u10', 'u07'])),
      },
      fewRows(2),
    ),
  },
  'incident-report/incident': {
    level: oneOf({ ordinary: 8, major: 1, extreme: 0.2 }),
    kind: oneOf({ safety: 3, quality: 3, 'public-opinion': 1, personnel: 1, other: 1 }),
    what: words([
      '促销排队时货架倾倒，无人受伤。',
      '一批衬衫掉色，已下架。',
      '网传面料不合格，已澄清。',
      '仓库漏水，部分货品受潮。',
    ]),
    place: words(VENUES),
  },
  'incident-report/handling': { loss: money(2_800, 0.8) },
  'incident-report/review': {
    measures: (told) => rowsIn(told).slice(0, 1),
    forceMajeure: yes(0.02),
    newRisk: yes(0.08),
    share: yes(0.08),
  },
  'dept-coordination/request': {
    kind: oneOf({ support: 5, information: 3, resource: 3, dispute: 0.6 }),
    matter: words(['冬装缺货，请协调调拨。', '请提供团装面料交期。', '请支持门店陈列人手。', '请核对退货账目。']),
    emergency: yes(0.01),
    needBy: inDays(8, 16),
  },
  'dept-coordination/answer': { decision: oneOf({ accept: 14, object: 1 }), meeting: yes(0.3) },
  'dept-coordination/work': { others: someRows(0.04, 1) },
  'dept-coordination/acceptance': { rate: rising(3.6, 4.4), improve: yes(0.03) },
  'meeting/minutes': {
    resolutions: (_, { desk }) => [
      {
        text: desk.dice.pick([
          '建立每周调拨表',
          '缺货当天上报',
          '两天内回访全部线索',
          '月底前完成盘点',
          '统一报价口径',
        ]),
        owner: desk.dice.pick(['u13', 'u09', 'u30', 'u10', 'u14']),
        due: addDays(desk.today, desk.dice.whole(8, 16)),
        ...(desk.dice.chance(0.06)
          ? { proc: desk.dice.pick(['rectification', 'improvement-proposal', 'dept-coordination', 'training']) }
          : {}),
      },
    ],
    success: words(['会员提前购带动首周销售。', '团装集中报价提高成功率。']),
    failure: words(['社区推广选址没有事先踩点。', '赠品到货晚。']),
  },
  'meeting-resolution/task': { result: words(['已完成。', '回访了八家，两家有意向。', '调拨表已启用。']) },
  'regular-meeting/plan': { until: inDays(7, 14) },
  'standards-release/release': {
    to: (_, { desk }) => [desk.dice.pick(desk.units)],
    partners: nothing,
    replaces: nothing,
    training: yes(0.03),
    checks: yes(0.03),
    trial: nothing,
    version: (_, { desk }) => `${desk.dice.whole(1, 4)}.${desk.dice.whole(0, 9)}`,
    title: (told, { desk }) => `${String(told ?? '工作标准')}（${desk.serial() % 1_000} 号）`,
  },
  'branch-manager-appointment/handover': { coordinate: rarely(0.2) },
  'performance-review/review': {
    items: (rows, { desk }) => {
      const named = rowsIn(rows).filter(({ name }) => name !== undefined && name !== null);
      if (named.length === 0) throw new NotToday();
      return rowsIn(rows).map((row) =>
        row.name === undefined || row.name === null
          ? row
          : { ...row, actual: String(desk.dice.whole(78, 112)), self: String(desk.dice.whole(80, 98)) },
      );
    },
  },
  'performance-review/scoring': {
    items: each({ score: (_, { desk }) => String(desk.dice.whole(72, 98)) }),
    training: rarely(0.06),
    plan: words(['每周增加五次拜访。', '补齐客户档案。']),
  },
  'performance-review/calibration': { appoint: nothing, remark: words(['A 级名额已满。', '与其他部门平衡。']) },
  'performance-review/appeal': { appeal: rarely(0.04) },
  'monthly-evaluation/summary': {
    plan: async (_, { desk, form }) => {
      const planned = Number(form.planned ?? 0);
      if (form.scope !== 'person' || planned === 0) return [];
      const mine = (await desk.rows('plans')).filter(
        ({ cells }) => cells.person === desk.person && cells.month === form.month,
      );
      if (mine.length < planned) throw new NotToday();
      return mine.map(({ id }) =>
        desk.dice.chance(0.85)
          ? { task: id, done: 'done' }
          : { task: id, done: 'partly', cause: '客户推迟', newdate: addDays(desk.today, 14) },
      );
    },
    members: (told) => rowsIn(told).slice(0, 1),
    problems: words(['投诉首响偏慢。', '线索跟进不及时。', '陈列更换晚。', '回款催收慢。']),
    self: rising(3.6, 4.4),
  },
  'monthly-evaluation/report': {
    problems: (told, { desk }) =>
      rowsIn(told)
        .slice(0, 1)
        .map((row) => ({ ...row, rectify: desk.dice.chance(0.08) })),
    optimise: yes(0.04),
  },
  'monthly-evaluation/marks': { score: whole(72, 96) },
  'monthly-work-plan/plan': { visits: someRows(0.6, 1) },
  'quarterly-evaluation/decision': {
    decisions: (told, { desk }) =>
      rowsIn(told)
        .slice(0, 3)
        .map((row) => ({ ...row, proc: desk.dice.chance(0.3) ? row.proc : undefined })),
  },
  'evaluation-part/part': {
    problems: (_, { desk, form }) =>
      form.annual === true
        ? undefined
        : [
            {
              problem: desk.dice.pick(['旺季备货不足', '新客户开发偏慢', '费用进度偏快', '区域客流下降']),
              cause: desk.dice.pick(['预测偏低', '人员变动', '活动集中', '商圈分流']),
              level: desk.dice.pick(['medium', 'low', 'high']),
            },
          ],
  },
  'quarterly-evaluation/report': { problems: (told) => rowsIn(told).slice(0, 1) },
  'target-adjustment/request': {
    budgetAmount: nothing,
    budgetUnit: nothing,
    kpiChange: nothing,
    targetRef: pointTo(
      ({ cells }, { desk }) => cells.indicator === 'sales-amount' && String(cells.year) === desk.today.slice(0, 4),
    ),
    rows: async (_, { desk }) => {
      const month = desk.today.slice(0, 7);
      const rows = (await desk.rows('targets')).filter(
        ({ cells }) =>
          String(cells.month) >= month &&
          month.slice(0, 4) === String(cells.month).slice(0, 4) &&
          cells.indicator === 'sales-amount',
      );
      const row = desk.dice.pick(rows);
      if (row === undefined) throw new NotToday();
      return [
        { unit: row.cells.unit, period: row.cells.month, new: String(Math.round(Number(row.cells.target) * 0.9)) },
      ];
    },
    reason: oneOf({ 'market-change': 1 }),
  },
  'target-adjustment/supervision': { stance: oneOf({ support: 9, against: 1 }) },
  'target-adjustment/decision': { approved: yes(0.85) },
  'archive-disposal/disposal': {
    rows: async (_, { desk }) => {
      const due = (await desk.targets({ ledger: 'archive' })).filter(
        ({ cells }) => String(cells.keepUntil ?? '9') <= desk.today,
      );
      return due.slice(0, 2).map(({ id }) => ({ file: id, opinion: 'extend' }));
    },
    reason: (_, { form }) => (rowsIn(form.rows).length === 0 ? '本年度没有到期的档案。' : undefined),
  },
  'document-archive/loan': { lateSummaries: () => [], lateReports: () => [] },
  'case-rating/rating': { points: rising(3.6, 4.6) },
  'brand-communication-plan/strategy': { year: (_, { desk }) => Number(desk.today.slice(0, 4)) },
  'peer-rating/rating': { items: each({ score: whole(3, 5) }) },
};
