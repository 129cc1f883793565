import { expect } from 'vitest';
import type { CaseView, CommandOutcome, TaskView } from '../../../schemas/generated/api.ts';
import { type Ask, ask } from './api.ts';

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A plan of the brand department with a price promotion: 300,000 in all, so that the president decides. */
export const plan: Values = {
  plan: {
    name: '冬装满减促销',
    kind: 'sales-promotion',
    practices: ['price-promotion'],
    unit: 'brand',
    unplannedReason: '应对竞品提前换季',
    dates: { start: '2026-12-07', end: '2026-12-27' },
    place: '杭州湖滨旗舰店',
    content: '冬装满 1000 元减 200 元。',
    customers: '到店顾客',
    targets: [{ name: 'sales-amount', target: '1200000', unit: '元' }],
    budget: [
      { category: 'gifts', item: '到店礼', quantity: '1000', price: '100.00' },
      { category: 'materials', item: '陈列道具', quantity: '400', price: '500.00' },
    ],
    steps: [{ task: '门店执行', owner: 'u35', start: '2026-12-07', end: '2026-12-27' }],
    evaluation: '活动期间销售额与到店人数。',
  },
};
export const review: Values = { review: { goal: 4, budget: 4, execution: 5, effect: 4, opinion: '安排清楚。' } };
export const funds: Values = { funds: { opinion: '预算充足。' } };
export const advice: Values = { advice: { opinion: '可以实施。' } };
export const checklist: Values = {
  checklist: {
    items: [
      { item: 'truthful-wording', result: 'yes' },
      { item: 'price-marking', result: 'yes' },
      { item: 'rules-published', result: 'yes' },
      { item: 'prize-limit', result: 'not-applicable' },
      { item: 'personal-data', result: 'yes' },
      { item: 'portrait-and-ip', result: 'yes' },
      { item: 'contract-terms', result: 'not-applicable' },
      { item: 'fair-competition', result: 'yes' },
      { item: 'site-safety', result: 'yes' },
    ],
    opinion: '符合要求。',
    publicNote: '门店公告',
  },
};

/** The body of an answer that has to be a success. */
export async function done<Body>(response: Response | Promise<Response>): Promise<Body> {
  const answer = await response;
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(300);
  return JSON.parse(text);
}

export const start = (as = 'u08', more: Ask = {}): Promise<CommandOutcome> =>
  done(ask('POST', '/api/cases', { as, body: { process: 'campaign-approval', values: plan }, ...more }));

export const viewOf = (id: string, as: string): Promise<CaseView> => done(ask('GET', `/api/cases/${id}`, { as }));

export async function taskOf(id: string, as: string): Promise<TaskView> {
  const { tasks } = await viewOf(id, as);
  const [task] = tasks;
  if (!task) throw new Error(`${as} has nothing to do in ${id}`);
  return task;
}

export const command = (id: string, as: string, body: Record<string, unknown>, more: Ask = {}): Promise<Response> =>
  ask('POST', `/api/cases/${id}/commands`, { as, body, ...more });

/** Decides what the case asks of a person, having seen it. */
export async function agree(id: string, as: string, values?: Values): Promise<CommandOutcome> {
  const { step, seen } = await taskOf(id, as);
  return done(command(id, as, { do: 'agree', step, seen, ...(values && { values }) }));
}

/** Hands in what the case asks of a person, having seen it. */
export async function submit(id: string, as: string, values: Values): Promise<CommandOutcome> {
  const { step, seen } = await taskOf(id, as);
  return done(command(id, as, { do: 'submit', step, seen, values }));
}

/** Approved by everybody, the president last. */
export async function approved(): Promise<CommandOutcome> {
  const { id } = await start();
  await agree(id, 'u18', review);
  await agree(id, 'u19', checklist);
  await agree(id, 'u20', advice);
  await agree(id, 'u15', funds);
  return agree(id, 'u02');
}
