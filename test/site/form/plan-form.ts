import type { FormEnvironmentView, FormView } from '../../../schemas/generated/api.ts';
import { factsOf } from '../../../site/src/form/facts.ts';
import { buildModel } from '../../../site/src/form/model.ts';
import { createFormStore } from '../../../site/src/form/store.ts';

export const plan: FormView = {
  id: 'plan',
  title: '方案',
  fields: {
    name: { type: 'text', title: '主题', required: true, max: 5 },
    unplanned: { type: 'flag', title: '计划外' },
    reason: { type: 'longText', title: '原因', visible: 'plan.unplanned', required: true },
    budget: {
      type: 'table',
      title: '预算',
      minRows: 1,
      unique: ['item'],
      columns: {
        item: { type: 'text', title: '项目', required: true },
        quantity: { type: 'decimal', title: '数量', min: 0 },
        price: { type: 'money', title: '单价' },
        amount: { type: 'money', title: '金额', compute: 'row.quantity * row.price' },
      },
    },
    total: { type: 'money', title: '合计', compute: 'sum(plan.budget.amount)' },
    limit: { type: 'money', title: '上限' },
    note: { type: 'text', title: '备注' },
  },
};

/** Thursday and Friday, 26 and 27 November 2026, are holidays here; Saturday the 28th is worked. */
export const environment: FormEnvironmentView = {
  settings: {},
  ledgers: {},
  calendar: {
    format: 'calendar/v1',
    id: 'work',
    title: '日历',
    zone: 'Asia/Shanghai',
    offset: 480,
    hours: [['09:00', '18:00']],
    years: {
      '2026': {
        status: 'official',
        source: { title: '通知' },
        off: [{ name: '节日', from: '2026-11-26', to: '2026-11-27' }],
        on: [{ name: '节日', date: '2026-11-28' }],
      },
    },
  },
};

const checks = [{ that: 'empty(plan.limit) || plan.total <= plan.limit', at: 'plan.limit', else: '超出上限' }];

/** A store over the plan; `edit` are the paths I may write, everything when absent. */
export function openPlan(values: Record<string, unknown> = {}, edit: readonly string[] = everything) {
  const model = buildModel([plan], checks, environment);
  const facts = factsOf({ environment, today: '2026-11-22', starter: 'u08' });
  return createFormStore({ model, values: { plan: { budget: [], ...values } }, facts, editable: new Set(edit) });
}

const columns = ['item', 'quantity', 'price', 'amount'].map((id) => `plan.budget.${id}`);
const everything = [...Object.keys(plan.fields).map((id) => `plan.${id}`), ...columns];

/** How often a key is told while something is done. */
export function countTold(store: ReturnType<typeof openPlan>, keys: readonly string[], act: () => void) {
  const told = Object.fromEntries(keys.map((key) => [key, 0]));
  const stops = keys.map((key) =>
    store.subscribe(key, () => {
      told[key] = (told[key] ?? 0) + 1;
    }),
  );
  act();
  for (const stop of stops) stop();
  return told;
}
