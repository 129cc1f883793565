import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Stage } from './stage.ts';

/**
 * Seven stories that cross the whole rule book. Whoever a story is about does it by hand, on a phone or at a desk, in a
 * form with what they have typed before; the others do their part through the API of the same product.
 */
let stage: Stage;
let contract = '';

beforeAll(async () => {
  stage = await Stage.open(
    [
      ['inspection-visit', '五十八分的'],
      ['customer-ticket', '重大投诉四小时'],
      ['customer-ticket', '同一原因一个月内第三次'],
      ['group-order-registration', '异地客户'],
      ['group-contract', '小额标准合同'],
      ['measurement-service', '安排量体师'],
      ['target-breakdown', '单位接受'],
      ['performance-review', '每月考核'],
      ['weekly-market-report', '周四开放'],
    ],
    '2026-10-31T09:00',
  );
}, 400_000);
afterAll(() => stage?.close());
afterEach(() => expect(stage.complaints()).toEqual([]));

const PHONE = { screen: 'phone' } as const;
const DESK = { screen: 'desk' } as const;

test('a good month is reviewed from a phone, and whoever had it is proposed for an award', async () => {
  stage.byHand({ u30: PHONE, u29: DESK });
  const { 'performance-review/1': review } = await stage.player.play('performance-review', '每月考核');
  await stage.reads('u29', `/case/?id=${review}`, '92.9', '激励奖励申请与审批');
});

test('a grave complaint comes back from the call, its cause is rectified, and that asks for training', async () => {
  stage.byHand({ u32: PHONE, u14: DESK });
  const { main: ticket = '' } = await stage.player.play('customer-ticket', '重大投诉四小时');
  await stage.reads(
    'u14',
    `/case/?id=${ticket}`,
    '客户仍不满意，要求更换整批。',
    '上门致歉并承诺交期。',
    '突发与异常事件上报处置',
  );
  stage.byHand({});
  const rectification = await stage.player.startedBy(ticket, 'rectification');
  const verification = { verify: 'passed', follow: ['training'] };
  await stage.player.carry(rectification, '责任部门受理', {
    over: { verify: { verification }, inspect: { verification } },
  });
  await stage.reads('u39', `/case/?id=${rectification}`, '培训计划与实施');
});

test('a price promotion is countersigned by counsel, overspends, is stopped, evaluated and improved upon', async () => {
  stage.byHand({ u20: DESK });
  const { main: campaign = '' } = await stage.player.play('campaign-approval', '三十万元的价格促销');
  await stage.reads('u18', `/case/?id=${campaign}`, '活动进展周报');
  stage.byHand({ u08: PHONE });
  const report = await stage.player.startedBy(campaign, 'campaign-weekly-report');
  const results = [
    { _row: 'r1', actual: '120000' },
    { _row: 'r2', actual: '900' },
  ];
  await stage.player.carry(report, '预算使用率超过', { over: { write: { report: { results } } } });
  stage.byHand({ u18: DESK });
  const issue = await stage.player.startedBy(report, 'campaign-issue');
  await stage.player.carry(issue, '中止活动时', { stop: 'carry' });
  const evaluation = await stage.player.startedBy(issue, 'campaign-evaluation');
  await stage.reads('u18', `/case/?id=${issue}`, '营销活动效果评估与总结');
  stage.byHand({});
  const summary = { problem: '赠品到货偏晚。' };
  await stage.player.carry(evaluation, '主要目标或投入产出比', {
    over: { report: { summary } },
    parts: { meeting: ['到开会时'] },
  });
  const rectification = await stage.player.startedBy(evaluation, 'rectification');
  const verification = { verify: 'passed', follow: ['improvement-proposal'] };
  await stage.player.carry(rectification, '责任部门受理', {
    over: { verify: { verification }, inspect: { verification } },
  });
  await stage.reads('u18', `/case/?id=${rectification}`, '持续改进提案与流程优化');
});

test('an inspection gives 58 points, and the next, after rectification, 82', async () => {
  stage.byHand({ u17: PHONE, u16: DESK });
  const cast = await stage.player.play('inspection-visit', '五十八分的');
  await stage.reads('u16', `/case/?id=${cast['inspection-visit/1']}`, '不合格，约谈分公司经理。', '问题整改闭环');
  await stage.reads('u16', '/ledger/?id=inspections', '58', '82', '复查通过');
});

test('the weekly report of a branch goes from a phone to the general manager, who has risks assessed', async () => {
  stage.byHand({ u33: PHONE, u04: DESK });
  const { 'weekly-market-report/1': report } = await stage.player.play('weekly-market-report', '周四开放');
  await stage.reads('u33', `/case/?id=${report}`, '大衣全场七折', '市场情报快报');
  const { 'market-info-digest/1': digest = '' } = await stage.player.play('market-info-digest', '采取措施的条目');
  await stage.reads('u04', `/case/?id=${digest}`, '市场调研项目', '风险识别与评估');
  stage.byHand({});
  const assessment = await stage.player.startedBy(digest, 'risk-assessment');
  await stage.player.carry(assessment, '风险清单合并');
  await stage.player.startedBy(assessment, 'risk-response');
  await stage.reads('u18', `/case/?id=${assessment}`, '风险应对、监控与预警');
});

test('a group order fought over with a franchisee becomes a contract under a condition, is measured and delivered', async () => {
  stage.byHand({ u34: PHONE, u11: DESK });
  const { main: registration = '' } = await stage.player.play('group-order-registration', { starts: 'group-contract' });
  await stage.reads('u11', `/case/?id=${registration}`, '窜货与市场秩序违规处理', '客户同意两家分区供货。');
  stage.byHand({});
  contract = await stage.player.startedBy(registration, 'group-contract');
  await stage.player.carry(contract, '小额标准合同', { parts: { 'contract-review': [''] } });
  stage.byHand({ u12: PHONE });
  const measuring = await stage.player.startedBy(contract, 'measurement-service');
  await stage.player.carry(measuring, '安排量体师', { parts: { 'size-confirmation': [''] } });
  await stage.player.carry(await stage.player.startedBy(measuring, 'order-delivery'), '合同项下的订单');
  await stage.reads('u11', `/case/?id=${contract}`, '量体服务');
});

test('the auditor reads of a contract who gave which opinion, what changed, and until when it is kept', async () => {
  const { number } = await stage.player.see(contract);
  await stage.reads('u39', `/case/?id=${contract}`, /记录完整，\d+ 条逐条核对无误/, /查看 \d+ 处内容变化/, '许文清');
  await stage.reads('u39', '/ledger/?id=archive', number, '2036-');
});

test('targets are broken down to persons, and after a flood the ledger keeps both versions of one', async () => {
  stage.byHand({ u10: DESK, u33: PHONE });
  const { main: breakdown = '' } = await stage.player.play('target-breakdown', '单位接受');
  await stage.reads('u10', `/case/?id=${breakdown}`, '3,600,000');
  stage.byHand({ u02: DESK });
  const rows = [{ unit: 'east-sal', period: '2027-12', new: '80000' }];
  const { request } = stage.player.valuesOf('target-adjustment', 'flood');
  const adjustment = await stage.player.begin('u26', 'target-adjustment', {
    request: { ...request, rows, heads: ['u29'] },
  });
  await stage.player.carry(adjustment, '三方支持');
  await stage.reads('u10', '/ledger/?id=target-changes', '100,000', '80,000');
});
