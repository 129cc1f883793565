import { addDays } from '#engine';
import type { Forms } from '../support/spoken-company.ts';
import type { Walk } from '../support/walk.ts';

type Tell = (walk: Walk) => Promise<void>;

/** Whoever verifies a rectification says what is to follow. */
function followedBy(process: string): { readonly over: Readonly<Record<string, Forms>> } {
  const verification = { verify: 'passed', follow: [process] };
  return { over: { verify: { verification }, inspect: { verification } } };
}

const SUMMED_UP = { report: { summary: { problem: '到店人数偏少。' } } };

/** Cases that an evaluation waits for. */
const NOTED = { problems: [{ problem: '到店人数偏少', cause: '预告偏晚', level: 'high' }], score: '80' };
const PARTS = {
  'peer-rating': [''],
  'evaluation-part': ['', { over: { write: { part: NOTED } } }],
  meeting: ['到开会时'],
} as const;

/** A call made today, with the next in three days, after which all is paid. */
async function paid({ player, at }: Walk): Promise<{ readonly over: Readonly<Record<string, Forms>> }> {
  const { record = {} } = (await player.see(at)).values;
  const [date, amount] = [player.today(), record.balance];
  const match = [{ item: record.item, amount }];
  return {
    over: {
      contact: { record: { date, next: addDays(date, 3) } },
      register: { receipt: { arrived: true, date, amount, match } },
    },
  };
}

const unitOf = (unit: string) => (values: Forms) => Object.values(values).some((form) => form.unit === unit);

/** How each walk of the twelve loops is gone, with what the stories of the rule book hand in. */
export const WALKS: Readonly<Record<string, readonly Tell[]>> = {
  L1: [
    async (walk) => {
      await walk.from('annual-target-setting', '十一月十五日');
      const plan = await walk.starts('annual-marketing-plan', unitOf('east'));
      await walk.carry('大区的计划', {
        over: { draft: walk.player.valuesOf('quarterly-marketing-plan', 'region-year') },
      });
      await walk.player.until('2026-12-21T09:00');
      const quarter = await walk.find('quarterly-marketing-plan', unitOf('east'));
      await walk.player.carry(quarter, '自动开放', { cases: { 'annual-marketing-plan/1': plan } });
      await walk.feeds(quarter, 'plan.parent');
      await walk.starts('campaign-approval');
      await walk.carry('八万元', {
        rows: { budget: { year: 2027 } },
        over: { draft: { plan: { kind: 'public-relations' } } },
      });
      const campaign = walk.at;
      await walk.player.until('2027-02-27T09:00');
      await walk.starts('campaign-weekly-report');
      await walk.carry('正常的周报', { over: { read: { review: { mark: 'abnormal', opinion: '请加快进度。' } } } });
      await walk.player.until('2027-05-10T09:00');
      const evaluation = await walk.find('campaign-evaluation', ({ data }) => data?.campaign === campaign);
      await walk.feeds(evaluation, 'data.campaign', 'campaigns');
      await walk.carry('数据经核对后', { over: SUMMED_UP });
      await walk.player.until('2027-07-01T09:00');
      const ofQuarter = await walk.find('quarterly-evaluation', ({ outline }) => outline?.quarter === '2027-Q2');
      await walk.player.carry(ofQuarter, '带出指标和灯', { parts: PARTS });
      await walk.feeds(ofQuarter, 'outline.campaigns', 'campaigns');
      await walk.player.until('2027-12-01T09:00');
      const ofYear = await walk.find('annual-evaluation', ({ outline }) => outline?.year === 2027);
      await walk.player.carry(ofYear, '自评互评匿名', { parts: PARTS });
      await walk.feeds(ofYear, 'report.quarters', 'evaluations');
      const next = await walk.find('annual-target-setting', () => true);
      await walk.player.carry(next, '十一月十五日', { over: { propose: { proposal: { evaluation: walk.at } } } });
      await walk.feeds(next, 'proposal.evaluation');
    },
  ],
  L2: [
    async (walk) => {
      await walk.from('quarterly-activity-planning', '季度第一个工作日');
      await walk.opens('campaign-approval', 'activity-plan');
      await walk.carry(
        { starts: 'campaign-evaluation' },
        { rows: { budget: { unit: 'east-mkt', year: 2027 } }, over: { draft: { plan: { kind: 'advertising' } } } },
      );
      await walk.player.until('2027-04-20T09:00');
      await walk.starts('campaign-evaluation');
      await walk.carry('数据经核对后', { over: SUMMED_UP });
      await walk.player.until('2027-07-01T09:00');
      const ofQuarter = await walk.find('quarterly-evaluation', ({ outline }) => outline?.quarter === '2027-Q2');
      await walk.player.carry(ofQuarter, '带出指标和灯', { parts: PARTS });
      await walk.feeds(ofQuarter, 'outline.campaigns', 'campaigns');
      const item = await walk.starts('improvement-proposal');
      await walk.carry({ starts: 'standards-release' });
      await walk.player.until('2027-07-02T09:00');
      const planning = await walk.find('quarterly-activity-planning', ({ call }) => call?.quarter === '2027-Q4');
      const improvements = [{ item, how: '照新流程执行。' }];
      await walk.player.carry(planning, '季度第一个工作日', {
        over: { write: { plan: { improvements } } },
        parts: { meeting: ['到开会时'], 'activity-idea': [''] },
      });
      await walk.feeds(planning, 'plan.improvements.item');
    },
    async (walk) => {
      await walk.from('quarterly-evaluation', '带出指标和灯', { on: '2026-09-29' });
      const meeting = await walk.starts('meeting');
      await walk.carry('发出通知', { parts: { 'meeting-resolution': [''] } });
      const told = { 'quarterly-marketing-plan draft': { plan: { meeting } } };
      const { 'quarterly-marketing-plan/2': plan = '' } = await walk.player.play(
        'quarterly-marketing-plan',
        '自动开放',
        { over: told, until: 20 },
      );
      await walk.feeds(plan, 'plan.meeting');
      const next = await walk.player.play('quarterly-evaluation', '带出指标和灯', { on: '2027-03-30', until: 12 });
      await walk.feeds(next['quarterly-evaluation/1'] ?? '', 'outline.plans', 'plans');
    },
  ],
  L3: [
    async (walk) => {
      await walk.from('monthly-work-plan', '每位营销人员');
      await walk.player.play('monthly-evaluation', '部门确认参评人员');
      const evaluation = await walk.find('monthly-evaluation', (values) => Number(values.summary?.planned ?? 0) > 0);
      await walk.feeds(evaluation, 'summary.planned', 'plans');
      await walk.starts('monthly-work-plan');
    },
    async (walk) => {
      await walk.from('sales-data-feedback', '与目标比较', { on: '2026-11-30' });
      const evaluation = await walk.find('monthly-evaluation', ({ summary }) => summary?.dept === 'east-cs');
      await walk.player.carry(evaluation, '部门确认参评人员', {
        parts: { 'monthly-evaluation': ['部门确认参评人员'] },
      });
      await walk.feeds(evaluation, 'report.salesActual', 'targets');
      await walk.starts('rectification');
      await walk.carry('责任部门受理', followedBy('improvement-proposal'));
      const proposal = await walk.starts('improvement-proposal');
      await walk.carry({ starts: 'standards-release' });
      const lessons = [{ item: proposal, how: '照新流程执行。' }];
      const { 'quarterly-marketing-plan/2': plan = '' } = await walk.player.play(
        'quarterly-marketing-plan',
        '自动开放',
        { over: { 'quarterly-marketing-plan draft': { plan: { lessons } } }, until: 20 },
      );
      await walk.feeds(plan, 'plan.lessons.item');
      await walk.starts('monthly-work-plan');
    },
    async (walk) => {
      await walk.from('target-breakdown', '单位接受');
      const { main: review = '' } = await walk.player.play('sales-task-review', '红灯的人', { on: '2028-01-06' });
      await walk.feeds(review, 'tracking.rows.target', 'personal-targets');
      await walk.starts('target-adjustment');
      const rows = [{ unit: 'east-sal', period: '2027-12', new: '80000' }];
      await walk.carry('三方支持', { over: { apply: { request: { rows, heads: ['u29'] } } } });
      await walk.starts('target-breakdown');
    },
  ],
  L4: [
    async (walk) => {
      await walk.from('weekly-market-report', '周四开放');
      const { 'market-info-digest/1': digest = '' } = await walk.player.play('market-info-digest', '采取措施的条目');
      await walk.feeds(digest, 'digest.filed', 'weekly-reports');
      await walk.starts('improvement-proposal');
      await walk.carry({ starts: 'standards-release' });
      await walk.starts('standards-release');
      const { release } = walk.player.valuesOf('standards-release', 'standard');
      await walk.carry('新版本替代旧版本', { over: { draft: { release: { ...release, trial: true } } } });
      await walk.starts('weekly-market-report');
    },
  ],
  L5: [
    async (walk) => {
      const { main = '' } = await walk.player.play('campaign-weekly-report', '预算使用率超过');
      await walk.fromCase(main);
      await walk.starts('campaign-weekly-report');
      await walk.starts('campaign-issue');
      await walk.carry('中止活动时', { stop: 'carry' });
      await walk.starts('campaign-evaluation');
      await walk.carry('主要目标或投入产出比', { over: SUMMED_UP });
      const evaluated = await walk.player.see(walk.at);
      const rectification = evaluated.children.find((child) => child.process === 'rectification')?.id ?? '';
      await walk.player.carry(rectification, '责任部门受理', { over: { accept: { acceptance: { owner: 'u08' } } } });
      const lesson = await walk.starts('case-sharing');
      const card = { avoid: '赠品提前两周到店。', rectification };
      await walk.carry('失败教训要写', { over: { write: { card } } });
      const { 'quarterly-activity-planning/1': planning = '' } = await walk.player.play(
        'quarterly-activity-planning',
        '季度第一个工作日',
        {
          on: '2027-01-03',
          over: { 'quarterly-activity-planning write': { plan: { cases: [{ case: lesson, how: '照此提前备货。' }] } } },
        },
      );
      await walk.feeds(planning, 'plan.cases.case');
      await walk.opens('campaign-approval', 'activity-plan');
    },
  ],
  L6: [
    async (walk) => {
      await walk.from('customer-record', { starts: 'customer-care' });
      await walk.starts('customer-care');
      await walk.carry({ starts: 'customer-record' }, { over: { visit: { visit: { follow: 'change' } } } });
      await walk.starts('customer-record');
    },
    async (walk) => {
      await walk.from('customer-care', { starts: 'customer-ticket' });
      await walk.starts('customer-ticket');
      await walk.carry('咨询一天内答复');
      const { 'satisfaction-survey/1': survey = '' } = await walk.player.play('satisfaction-interview', '访谈评分', {
        over: { 'satisfaction-survey start': { plan: { unit: 'hd01' } } },
      });
      await walk.feeds(survey, 'report.complaints', 'tickets');
      await walk.starts('customer-ticket');
    },
    async (walk) => {
      await walk.from('customer-ticket', { starts: 'rectification' });
      await walk.starts('rectification');
      await walk.carry('责任部门受理', followedBy('improvement-proposal'));
      await walk.starts('improvement-proposal');
    },
    async (walk) => {
      await walk.from('satisfaction-survey', { starts: 'rectification' });
      await walk.starts('rectification');
      await walk.carry('责任部门受理', followedBy('training'));
      await walk.starts('training');
      await walk.closes('rectifications', { state: 'closed' });
    },
  ],
  L7: [
    async (walk) => {
      await walk.from('group-order-registration', { starts: 'group-contract' });
      const contract = await walk.starts('group-contract');
      await walk.carry('小额标准合同', { parts: { 'contract-review': [''] } });
      await walk.starts('measurement-service');
      await walk.carry('安排量体师', { parts: { 'size-confirmation': [''] } });
      await walk.starts('order-delivery');
      await walk.carry('合同项下的订单');
      await walk.player.until('2027-03-01T09:00');
      await walk.opens('receivable-collection', 'receivables', contract);
      await walk.carry({ starts: 'customer-record' }, await paid(walk));
      await walk.closes('receivables', { state: 'paid', balance: '0.00' });
      await walk.starts('customer-record');
      await walk.carry('大客户由');
      await walk.player.until('2027-09-03T09:00');
      await walk.opens('customer-care', 'customers');
      await walk.carry('', { over: { visit: { visit: { follow: 'interest' } } } });
      await walk.starts('group-order-registration');
    },
    async (walk) => {
      await walk.from('sales-contract', { starts: 'order-delivery' });
      const contract = walk.at;
      await walk.starts('order-delivery');
      await walk.carry('合同项下的订单');
      await walk.player.until('2027-03-01T09:00');
      await walk.opens('receivable-collection', 'receivables', contract);
      await walk.carry({ starts: 'customer-record' }, await paid(walk));
      await walk.closes('receivables', { state: 'paid', balance: '0.00' });
      await walk.starts('customer-record');
      await walk.carry('变更和流失');
      const { main: next = '' } = await walk.player.play('sales-contract', { starts: 'order-delivery' });
      await walk.feeds(next, 'contract.customer', 'customers');
    },
  ],
  L8: [
    async (walk) => {
      await walk.from('risk-assessment', '风险清单合并');
      await walk.starts('risk-response');
      await walk.carry('高风险的应对方案');
      const next = await walk.player.play('risk-assessment', '风险清单合并', { on: '2027-01-11' });
      await walk.feeds(next.main ?? '', 'risks.openRisks', 'risks');
    },
    async (walk) => {
      const { main = '' } = await walk.player.play('risk-monitoring', '橙灯告知');
      await walk.fromCase(main);
      await walk.starts('incident-report');
      await walk.carry({ starts: 'risk-assessment' });
      await walk.starts('risk-assessment');
    },
  ],
  L9: [
    async (walk) => {
      const { 'supervision-inspection/1': first = '' } = await walk.player.play('inspection-visit', '五十八分的');
      await walk.fromCase(first);
      await walk.starts('rectification');
      await walk.carry('责任部门受理', followedBy('supervision-inspection'));
      await walk.starts('supervision-inspection');
      await walk.closes('inspections', { state: 'passed' });
      await walk.closes('rectifications', { state: 'closed' });
    },
  ],
  L10: [
    async (walk) => {
      await walk.from('expense-claim', '一千八百元');
      await walk.player.until('2026-12-08T09:00');
      const review = await walk.find('monthly-finance-review', ({ receivables }) => receivables?.unit === 'east-sal');
      await walk.player.carry(review, '每月自动开放', { rows: { customers: { unit: 'east-sal', owner: 'u29' } } });
      await walk.feeds(review, 'expenses.rows.actual', 'expenses');
      await walk.starts('budget-adjustment');
      await walk.carry('追加须公司管理层');
      const travel = walk.player.valuesOf('expense-claim', 'travel').claim;
      const lines = [
        { date: '2026-12-01', item: '南京往返住宿', cat: 'travel', amount: '600.00', invoice: '25331099' },
      ];
      const claim = await walk.player.begin('u30', 'expense-claim', { claim: { ...travel, lines } });
      await walk.feeds(claim, 'claim.balance', 'budget');
    },
  ],
  L11: [
    async (walk) => {
      const scheme = { ...walk.player.valuesOf('kpi-scheme', 'region').scheme, year: 2026 };
      await walk.from('kpi-scheme', '大区指标由', { on: '2026-10-09', over: { 'kpi-scheme start': { scheme } } });
      await walk.player.play('annual-evaluation', '自评互评匿名');
      const review = await walk.find('performance-review', ({ review: about }) => about?.level === 'region');
      await walk.feeds(review, 'review.items.name', 'kpi-library');
      await walk.carry('年度考核连续');
      const next = await walk.player.begin('u23', 'kpi-scheme', { scheme: { ...scheme, year: 2027 } });
      await walk.feeds(next, 'scheme.reviews', 'performance');
    },
    async (walk) => {
      await walk.from('performance-review', { starts: 'training' });
      await walk.starts('training');
      await walk.carry('批准后', { parts: { 'training-feedback': ['', { over: {} }] } });
      const { 'performance-review/1': next = '' } = await walk.player.play('performance-review', '每月考核', {
        on: '2026-11-30',
      });
      await walk.feeds(next, 'review.hours', 'training-records');
    },
    async (walk) => {
      await walk.from('performance-review', { starts: 'rectification' });
      await walk.starts('rectification');
      await walk.carry('责任部门受理', { over: { accept: { acceptance: { owner: 'u30' } } } });
      const { 'performance-review/1': next = '' } = await walk.player.play('performance-review', '每月考核', {
        on: '2026-11-30',
      });
      await walk.feeds(next, 'review.rectified', 'rectifications');
    },
  ],
  L12: [
    async (walk) => {
      await walk.from('improvement-proposal', { starts: 'standards-release' });
      await walk.starts('standards-release');
      await walk.carry('新版本替代旧版本', { over: { draft: { release: { checks: true } } } });
      await walk.starts('supervision-inspection');
      await walk.carry('计划批准后', { parts: { 'inspection-visit': ['五十八分的'] } });
      await walk.starts('rectification');
      await walk.carry('责任部门受理', followedBy('improvement-proposal'));
      await walk.starts('improvement-proposal');
      await walk.closes('standards', { state: 'released' });
    },
  ],
};
