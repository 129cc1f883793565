import { describe, expect, test } from 'vitest';
import { compileCheckedForms } from '../../../engine/form/check-forms.ts';
import { settle } from '../../../engine/form/settle.ts';
import { validate } from '../../../engine/form/validate.ts';
import type { Values } from '../../../engine/form/value.ts';
import type { Form } from '../../../schemas/generated/process.ts';
import { environment, everything, facts, modelOf } from './fixture.ts';
import { plan, planFacts } from './plan.ts';

const title = '字段';
const complete: Values = {
  plan: {
    name: '周年庆',
    kind: 'ad',
    dates: { start: '2026-12-01', end: '2026-12-10' },
    reason: '临时',
    budget: [{ _row: 'a', item: '横幅', quantity: '2', price: '50.00' }],
    legal: false,
  },
  review: { opinion: '同意' },
};
const judge = (change: Record<string, unknown>, editable: ReadonlySet<string> = everything(plan)) => {
  const values = settle(plan, { ...complete, plan: { ...complete.plan, ...change } }, planFacts);
  return validate(plan, values, planFacts, editable).map(({ code, path, params }) => ({ code, path, ...params }));
};
const rows = (...cells: readonly object[]) => ({
  budget: cells.map((cell, index) => ({ _row: `r${index}`, ...cell })),
});

describe('submitting', () => {
  test('finds nothing in complete values', () => {
    expect(judge({})).toEqual([]);
  });
  test('demands required fields, and those a condition requires', () => {
    expect(judge({ name: '  ', reason: undefined })).toEqual([
      { code: 'required', path: '/plan/name' },
      { code: 'required', path: '/plan/reason' },
    ]);
    expect(judge({ reason: undefined, campaign: 'row-1' })).toEqual([]);
  });
  test('asks nothing of hidden fields', () => {
    expect(judge({ kind: 'other' })).toMatchObject([
      { code: 'required', path: '/plan/other' },
      { code: 'check-failed', path: '/plan/other', check: 3 },
    ]);
    expect(judge({ kind: 'ad', other: 'x' })).toEqual([]);
  });
  test('judges rows from top to bottom, cells in the order of the columns', () => {
    expect(
      judge(rows({ quantity: '-1' }, { item: 'x', quantity: '1' }, { item: 'x', quantity: '1', price: '5' })),
    ).toMatchObject([
      { code: 'required', path: '/plan/budget/0/item' },
      { code: 'out-of-range', path: '/plan/budget/0/quantity', min: '0' },
      { code: 'check-failed', path: '/plan/budget/0/price', check: 1 },
      { code: 'required', path: '/plan/budget/1/price' },
      { code: 'check-failed', path: '/plan/budget/1/price', check: 1 },
    ]);
  });
  test('reports failed checks at their field, at their form and in each row', () => {
    expect(judge({ ...rows({ item: 'x', quantity: '1', price: '400' }), name: 'bad' })).toEqual([
      { code: 'check-failed', path: '/plan/budget', check: 0 },
      { code: 'check-failed', path: '/plan', check: 2 },
    ]);
  });
  test('counts a check that cannot be answered as failed', () => {
    const values = settle(plan, complete, facts);
    expect(validate(plan, values, facts, everything(plan))).toMatchObject([
      { code: 'check-failed', path: '/plan/budget' },
    ]);
  });
  test('measures dates by other fields and by the calendar', () => {
    expect(judge({ dates: { start: '2026-11-27', end: '2026-11-26' } })).toEqual([
      { code: 'too-early', path: '/plan/dates/start', min: '2026-11-30' },
      { code: 'range-reversed', path: '/plan/dates/end', start: '2026-11-27' },
    ]);
    expect(judge(rows({ item: 'x', quantity: '0', due: '2026-12-11', price: '5' }))).toEqual([
      { code: 'too-late', path: '/plan/budget/0/due', max: '2026-12-10' },
    ]);
    expect(judge({ ...rows({ item: 'x', quantity: '0', due: '2026-12-11', price: '5' }), dates: undefined })).toEqual(
      [],
    );
  });
  test('judges only what the sender may write, and what is derived beside it', () => {
    const broken = {
      name: undefined,
      dates: { start: '2026-11-01', end: '2026-11-02' },
      ...rows({ item: 'x', quantity: '1' }),
    };
    expect(judge(broken, new Set(['review.opinion']))).toEqual([]);
    expect(judge(broken, new Set(['plan.name']))).toMatchObject([
      { path: '/plan/name' },
      { path: '/plan/budget/0/price', check: 1 },
    ]);
    expect(judge(broken, new Set(['plan.budget.price', 'plan.budget']))).toMatchObject([
      { code: 'required', path: '/plan/budget/0/price' },
      { code: 'check-failed', path: '/plan/budget/0/price' },
    ]);
  });
  test('judges computed values by their limits', () => {
    const model = modelOf({
      f: { n: { type: 'integer', title }, twice: { type: 'integer', title, max: 10, compute: 'f.n * 2' } },
    });
    const values = settle(model, { f: { n: 6 } }, facts);
    expect(validate(model, values, facts, new Set(['f.n']))).toEqual([
      { code: 'out-of-range', path: '/f/twice', params: { max: 10 } },
    ]);
  });
  test('judges values of the wrong kind that came in by another way', () => {
    expect(judge({ name: 5 })).toMatchObject([{ code: 'wrong-type', path: '/plan/name' }]);
  });
  test('asks the checks of a column only where its cell is shown', () => {
    const note = { type: 'text', title, visible: 'row.n > 1' } as const;
    const table = { type: 'table', title, columns: { n: { type: 'integer', title }, note } } as const;
    const model = modelOf({ f: { t: table } }, [{ that: 'size(row.note) > 0', at: 'f.t.note', else: title }]);
    const values: Values = {
      f: {
        t: [
          { _row: 'a', n: 1 },
          { _row: 'b', n: 2 },
        ],
      },
    };
    expect(validate(model, values, facts, everything(model))).toEqual([
      { code: 'check-failed', path: '/f/t/1/note', params: { check: 0 } },
    ]);
  });
  test('finds rows that share an identity', () => {
    const cells = { _row: 'a', item: 'x', quantity: '0', price: '5' };
    expect(judge({ budget: [cells, cells] })).toMatchObject([{ code: 'not-unique', path: '/plan/budget/1/_row' }]);
  });
  test('orders issues as the sections of the form do, fields in no section last', () => {
    const field = { type: 'text', title, required: true } as const;
    const form: Form = {
      title,
      fields: { a: field, b: field, c: field, d: field },
      sections: [
        { title, fields: ['c'] },
        { title, fields: ['b'] },
      ],
    };
    const compiled = compileCheckedForms({ f: form }, [], environment);
    const issues = compiled.ok ? validate(compiled.value, {}, facts, everything(compiled.value)) : [];
    expect(issues.map(({ path }) => path)).toEqual(['/f/c', '/f/b', '/f/a', '/f/d']);
  });
});
