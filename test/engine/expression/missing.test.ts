import { describe, expect, it } from 'vitest';
import { compiled, evaluated } from './fixture.ts';

const nothing = { plan: {}, row: null, today: '2026-11-22' };
const holes = {
  plan: { budget: [{ amount: '1.5', qty: null }, { amount: '' }, null, { amount: 'x', qty: 2.5 }, { amount: '2' }] },
};

describe('a missing operand', () => {
  it.each<[string, unknown]>([
    // arithmetic
    ['plan.amount', null],
    ['plan.amount + 1', null],
    ['1 - plan.amount', null],
    ['plan.stars * 2', null],
    ['-plan.stars', null],
    ['1 / 0', null],
    ['1.0 / (2 - 2)', null],
    // comparison
    ['plan.amount > 1', null],
    ['plan.kind == "a"', null],
    ['plan.kind != "a"', null],
    ['plan.due < today', null],
    ['plan.kind in ["a"]', null],
    ['plan.owner == starter', null],
    // text is never missing
    ['plan.name', ''],
    ['plan.name == ""', true],
    ['plan.name != "a"', true],
    ['plan.name + "x"', 'x'],
    ['"x" + plan.kind', 'x'],
    ['size(plan.name)', 0],
    ['plan.name.contains("a")', false],
    ['plan.kind.contains("a")', null],
    // lists are never missing
    ['plan.choices', []],
    ['"a" in plan.choices', false],
    ['size(plan.budget)', 0],
    ['plan.budget.all(r, r.qty > 1)', true],
    ['plan.budget.exists(r, true)', false],
    // functions
    ['round(plan.amount, 2)', null],
    ['round(1.5, plan.stars)', null],
    ['days(plan.due, today)', null],
    ['addDays(plan.due, 1)', null],
    ['addDays(today, plan.stars)', null],
    ['year(plan.due)', null],
    ['weekOf(plan.dates.start)', null],
    ['monthOf(plan.due)', null],
    ['firstDay(plan.month)', null],
    ['addMonths(plan.month, 1)', null],
    ['addMonths(today, plan.stars)', null],
    ['at(today, plan.opens)', null],
    ['min(1, plan.stars)', null],
    ['max(plan.amount, 5)', null],
    // functions of lists
    ['sum(plan.budget.amount)', '0'],
    ['sum(plan.budget.qty)', 0],
    ['avg(plan.budget.amount)', null],
    ['min(plan.budget.amount)', null],
    ['max(plan.budget.day)', null],
    ['count(plan.budget.amount)', 0],
    ['distinct(plan.budget.category)', []],
    ['first(plan.choices)', null],
    ['first(plan.budget).amount', null],
    ['plan.budget[0].amount', null],
    // boolean positions
    ['plan.urgent', null],
    ['!plan.urgent', true],
    ['!(plan.amount > 1)', true],
    ['plan.urgent || true', true],
    ['plan.urgent && true', false],
    ['plan.amount > 1 || plan.amount <= 1', false],
    ['plan.urgent ? 1 : 2', 2],
    ['plan.amount > 1 ? "yes" : "no"', 'no'],
    // paths through missing records
    ['plan.planRow.amount + 1', null],
    ['row.price * row.qty', null],
    ['plan.free.a.b == null', true],
  ])('%s gives %j', (source, expected) => {
    expect(evaluated(source, nothing)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['sum(plan.budget.amount)', '3.5'],
    ['avg(plan.budget.amount)', '1.75'],
    ['count(plan.budget.amount)', 2],
    ['min(plan.budget.amount)', '1.5'],
    ['size(plan.budget)', 5],
    ['size(plan.budget.filter(r, r.amount > 0))', 2],
    ['plan.budget.map(r, r.amount * 2)', ['3', null, null, null, '4']],
    ['sum(plan.budget.qty)', 0],
  ])('%s skips what is missing or of another shape: %j', (source, expected) => {
    expect(evaluated(source, holes)).toEqual(expected);
  });

  it.each(['plan.urgent', 'plan.amount > 1', 'plan.kind == "a"'])('makes an expected flag false: %s', (source) => {
    expect(compiled(source, { kind: 'flag' }).evaluate(nothing)).toBe(false);
  });
});

const fields = [
  'name',
  'stars',
  'amount',
  'urgent',
  'due',
  'kind',
  'owner',
  'team',
  'week',
  'dates',
  'photo',
  'choices',
  'budget',
  'planRow',
  'free',
];

describe('testing for missing values', () => {
  it.each(fields)('works for plan.%s', (field) => {
    const tests = [`plan.${field} == null`, `null == plan.${field}`, `empty(plan.${field})`];
    const opposites = [`plan.${field} != null`, `filled(plan.${field})`];
    for (const absent of [{}, { [field]: null }, { [field]: undefined }]) {
      for (const source of tests) expect(evaluated(source, { plan: absent })).toBe(true);
      for (const source of opposites) expect(evaluated(source, { plan: absent })).toBe(false);
    }
    for (const source of tests) expect(evaluated(source)).toBe(false);
    for (const source of opposites) expect(evaluated(source)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['name', ''],
    ['kind', ''],
    ['due', '2026-02-30'],
    ['week', '2026-W54'],
    ['amount', '1e3'],
    ['amount', 0.5],
    ['stars', '4'],
    ['choices', []],
    ['budget', []],
    ['planRow', {}],
    ['planRow', { title: '', amount: null }],
    ['dates', { start: null, end: null }],
    ['dates', { start: '', end: '' }],
    ['free', ''],
    ['free', []],
    ['free', { a: null }],
  ])('plan.%s holding %j is missing', (field, value) => {
    expect(evaluated(`empty(plan.${field})`, { plan: { [field]: value } })).toBe(true);
  });

  it.each<[string, unknown]>([
    ['stars', 0],
    ['amount', '0'],
    ['urgent', false],
    ['budget', [{}]],
    ['dates', { start: '2026-01-01', end: null }],
    ['free', 0],
    ['free', false],
  ])('plan.%s holding %j is filled', (field, value) => {
    expect(evaluated(`filled(plan.${field})`, { plan: { [field]: value } })).toBe(true);
  });
});
