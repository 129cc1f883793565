import type { Locator, Page } from 'playwright-core';

/** A price promotion of 300,000 that needs a legal opinion and the president. */
export const PLAN = {
  name: '湖滨冬季价格促销',
  start: '2026-11-23',
  end: '2026-12-31',
  budget: [
    { category: '促销让利', item: '满减让利', quantity: '2000', price: '100' },
    { category: '广告', item: '商圈广告屏', quantity: '2', price: '40000' },
    { category: '物料', item: '门店陈列', quantity: '400', price: '50' },
  ],
} as const;

export const CHECKLIST = [
  '广告用语真实',
  '价格标示合规',
  '促销规则公示',
  '抽奖上限',
  '个人信息保护',
  '肖像与知识产权',
  '合同条款',
  '公平竞争',
  '现场安全',
] as const;

const box = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const cell = (table: Locator, column: string, row: number): Locator =>
  table.getByLabel(`${column}，第 ${row} 行`, { exact: true });

/** Adds the row unless it is there: a table that needs rows opens with the first. */
export async function needRow(table: Locator, row: number): Promise<void> {
  if ((await table.getByRole('button', { name: `删除第 ${row} 行` }).count()) > 0) return;
  await table.getByRole('button', { name: '添加一行' }).click();
}

/** Fills the plan as a person does, all but its dates. */
export async function fillPlan(page: Page): Promise<void> {
  await fillBasics(page);
  await fillGoals(page.getByRole('group', { name: '活动目标', exact: true }));
  await fillBudget(page.getByRole('group', { name: '预算明细', exact: true }));
  await fillSteps(page.getByRole('group', { name: '执行计划', exact: true }));
  await box(page, '效果评估办法').fill('活动前、中、后各四周的销售额对比。');
  const risks = page.getByRole('group', { name: '风险与预案', exact: true });
  await needRow(risks, 1);
  await cell(risks, '风险', 1).fill('热销款断码');
  await cell(risks, '预案', 1).fill('提前两周从供应中心调拨');
}

async function fillBasics(page: Page): Promise<void> {
  await box(page, '活动主题').fill(PLAN.name);
  await page.getByRole('combobox', { name: '类型' }).selectOption('促销活动');
  await page.getByRole('checkbox', { name: '价格促销' }).check();
  await page.getByRole('combobox', { name: '申报单位' }).selectOption({ label: '品牌管理部' });
  await box(page, '计划外原因').fill('配合十二月换季清货。');
  await box(page, '活动地点').fill('杭州湖滨旗舰店');
  await box(page, '活动内容').fill('冬装满 1000 元减 200 元，会员另赠围巾。');
  await box(page, '目标客户').fill('华东地区老会员');
}

async function fillGoals(table: Locator): Promise<void> {
  await needRow(table, 1);
  await cell(table, '指标', 1).selectOption('销售额');
  await cell(table, '基期值', 1).fill('900000');
  await cell(table, '目标值', 1).fill('1200000');
  await cell(table, '单位', 1).fill('元');
}

async function fillBudget(table: Locator): Promise<void> {
  for (const [index, { category, item, quantity, price }] of PLAN.budget.entries()) {
    const row = index + 1;
    await needRow(table, row);
    await cell(table, '科目', row).selectOption(category);
    await cell(table, '项目', row).fill(item);
    await cell(table, '数量', row).fill(quantity);
    await cell(table, '单价', row).fill(price);
  }
}

async function fillSteps(table: Locator): Promise<void> {
  await needRow(table, 1);
  await cell(table, '任务', 1).fill('门店促销执行');
  await cell(table, '责任人', 1).fill('秦悦');
  await table.getByRole('option', { name: /秦悦/ }).click();
  await cell(table, '开始', 1).fill(PLAN.start);
  await cell(table, '结束', 1).fill(PLAN.end);
}

export async function fillDates(page: Page, start: string, end: string): Promise<void> {
  const dates = page.getByRole('group', { name: '活动时间', exact: true });
  await dates.getByLabel('开始').fill(start);
  await dates.getByLabel('结束').fill(end);
  await dates.getByLabel('结束').blur();
}
