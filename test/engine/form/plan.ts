import type { FormFacts } from '../../../engine/form/facts.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { facts, modelOf } from './fixture.ts';

const title = '字段';
const options = [
  { id: 'ad', title: '广告' },
  { id: 'fair', title: '展会' },
  { id: 'other', title: '其他' },
];

/** A form in the manner of a campaign plan: chains, hidden fields, rows, totals, a lookup, references. */
export const planFields = {
  summary: { type: 'text', title, compute: 'plan.total > plan.balance ? "over" : "within"' },
  total: { type: 'money', title, compute: 'sum(plan.budget.amount)' },
  name: { type: 'text', title, required: true },
  kind: { type: 'choice', title, options, required: true },
  other: { type: 'text', title, visible: 'plan.kind == "other"', required: true },
  dates: { type: 'dateRange', title, min: 'today + 5wd' },
  campaign: { type: 'reference', title, to: { ledger: 'campaigns' } },
  reason: { type: 'longText', title, required: 'plan.campaign == null' },
  budget: {
    type: 'table',
    title,
    visible: 'plan.kind != "fair"',
    totals: ['amount'],
    columns: {
      item: { type: 'text', title, required: true },
      share: { type: 'percent', title, compute: 'row.amount / sum(plan.budget.amount) * 100' },
      amount: { type: 'money', title, compute: 'row.quantity * row.price' },
      quantity: { type: 'decimal', title, default: '1', min: 0 },
      price: { type: 'money', title, required: 'row.quantity > 0' },
      note: { type: 'text', title, visible: 'row.amount > 100' },
      from: { type: 'reference', title, to: { ledger: 'campaigns' } },
      rest: { type: 'money', title, compute: 'row.from.budget - row.amount' },
      due: { type: 'date', title, max: 'plan.dates.end' },
    },
  },
  unit: { type: 'unit', title },
  balance: { type: 'money', title, lookup: { ledger: 'budgets', key: { unit: 'plan.unit' }, column: 'balance' } },
  left: { type: 'money', title, visible: 'filled(plan.campaign)', compute: 'plan.campaign.budget - plan.total' },
  rate: { type: 'percent', title, compute: 'plan.total / plan.balance * 100' },
  legal: { type: 'flag', title, default: 'false' },
  opened: { type: 'date', title, default: 'today', readonly: true },
  locked: { type: 'text', title, readonly: 'plan.legal' },
} as const satisfies Readonly<Record<string, Field>>;

export const plan = modelOf({ plan: planFields, review: { opinion: { type: 'text', title, required: true } } }, [
  { that: 'plan.total <= plan.balance', at: 'plan.budget', else: '超出' },
  { that: 'row.price > "10".size()', at: 'plan.budget.price', else: '太低' },
  { that: 'plan.name != "bad"', at: 'plan', else: '名称' },
  { that: 'size(plan.other) > 2', at: 'plan.other', else: '太短' },
  { that: 'review.opinion != "no"', at: 'review.opinion', else: '意见' },
]);

export const planFacts: FormFacts = { ...facts, lookups: { 'plan.balance': '300' } };
