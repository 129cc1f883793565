import { describe, expect, test } from 'vitest';
import { countTold, openPlan } from './plan-form.ts';

const row = (id: string, cells: Record<string, unknown> = {}) => ({ _row: id, ...cells });
const codesAt = (store: ReturnType<typeof openPlan>, key: string) => store.status(key).issues.map(({ code }) => code);

describe('a change', () => {
  test('reaches whoever shows the field or what is computed from it, and nobody else', () => {
    const store = openPlan({ budget: [row('r1', { quantity: '2' }), row('r2')] });
    const keys = ['plan.budget.r1.price', 'plan.budget.r1.amount', 'plan.budget.r2.amount', 'plan.total', 'plan.name'];
    const told = countTold(store, keys, () => store.set('plan.budget.r1.price', '3.50'));
    expect(store.value('plan.total')).toBe('7.00');
    expect(told['plan.budget.r1.price']).toBe(1);
    expect(told['plan.budget.r1.amount']).toBe(1);
    expect(told['plan.total']).toBe(1);
    expect(told['plan.budget.r2.amount']).toBe(0);
    expect(told['plan.name']).toBe(0);
  });

  test('keeps the status object of a control about which nothing changed', () => {
    const store = openPlan();
    const before = store.status('plan.note');
    store.set('plan.name', 'abc');
    store.set('plan.note', 'x');
    expect(store.status('plan.note')).toBe(before);
  });

  test('shows a field with its condition, and gives its text back after it was hidden', () => {
    const store = openPlan();
    expect(store.status('plan.reason').visible).toBe(false);
    store.set('plan.unplanned', true);
    expect(store.status('plan.reason')).toMatchObject({ visible: true, required: true });
    store.set('plan.reason', '竞品提前上市');
    store.set('plan.unplanned', false);
    expect(store.value('plan.reason')).toBeUndefined();
    store.set('plan.unplanned', true);
    expect(store.value('plan.reason')).toBe('竞品提前上市');
  });
});

describe('what is wrong', () => {
  test('is not said while a first value is typed', () => {
    const store = openPlan();
    store.set('plan.name', '六个字的主题');
    expect(codesAt(store, 'plan.name')).toEqual([]);
  });

  test('is said when the control is left, and taken back as soon as it is right', () => {
    const store = openPlan();
    store.set('plan.name', '六个字的主题');
    store.leave('plan.name');
    expect(codesAt(store, 'plan.name')).toEqual(['too-long']);
    store.set('plan.name', '主题');
    expect(codesAt(store, 'plan.name')).toEqual([]);
  });

  test('is not said of an empty control that was only passed through', () => {
    const store = openPlan();
    store.leave('plan.name');
    expect(codesAt(store, 'plan.name')).toEqual([]);
  });

  test('is all gathered on submitting, each at its control', () => {
    const store = openPlan({
      budget: [row('r1', { quantity: '-1' }), row('r2', { item: '物料' }), row('r3', { item: '物料' })],
    });
    const found = store.check().map(({ key, code, row: number }) => [key, code, number]);
    expect(found).toEqual([
      ['plan.name', 'required', undefined],
      ['plan.budget', 'not-unique', 3],
      ['plan.budget.r1.item', 'required', undefined],
      ['plan.budget.r1.quantity', 'out-of-range', undefined],
    ]);
  });

  test('between fields is said once each of them is filled in, and until it holds', () => {
    const store = openPlan({ budget: [row('r1', { item: '物料', quantity: '2', price: '60' })], limit: '100' });
    expect(store.check().map(({ code }) => code)).toEqual(['required']);
    store.set('plan.name', '主题');
    expect(store.check()).toMatchObject([{ key: 'plan.limit', code: 'check-failed', params: { check: 0 } }]);
    store.set('plan.budget.r1.price', '50');
    expect(store.issues()).toEqual([]);
  });

  test('according to the server stands at its control until the control changes', () => {
    const store = openPlan({ budget: [row('r1'), row('r2')] });
    store.accept([
      { code: 'unknown-person', path: '/plan/budget/1/item', params: {} },
      { code: 'too-early', path: '/plan/note/end', params: { min: '2026-12-01' } },
    ]);
    expect(codesAt(store, 'plan.budget.r2.item')).toEqual(['unknown-person']);
    expect(codesAt(store, 'plan.note')).toEqual(['too-early']);
    store.set('plan.note', 'x');
    expect(codesAt(store, 'plan.note')).toEqual([]);
  });

  test('includes text that is no value: it is kept, stops the submission and is not sent', () => {
    const store = openPlan({ name: '主题', budget: [row('r1', { item: '物料', price: '5.00' })] });
    store.keepTyped('plan.budget.r1.price', '1.2万');
    expect(store.typed('plan.budget.r1.price')).toBe('1.2万');
    expect(store.check()).toMatchObject([{ key: 'plan.budget.r1.price', code: 'wrong-type' }]);
    expect(store.writable({}).plan?.budget).toEqual([{ item: '物料', _row: 'r1' }]);
    store.set('plan.budget.r1.price', '12000');
    expect(store.check()).toEqual([]);
  });
});

describe('rows', () => {
  test('are added, copied, moved and removed under ids that are never used twice', () => {
    const store = openPlan({ budget: [row('r1', { item: 'a' })] });
    const second = store.addRow('plan.budget');
    store.set(`plan.budget.${second}.item`, 'b');
    const copy = store.copyRow('plan.budget', 'r1');
    expect(store.rowList('plan.budget')).toEqual(['r1', copy, second]);
    expect(store.value(`plan.budget.${copy}.item`)).toBe('a');
    store.moveRow('plan.budget', second, -1);
    expect(store.rowList('plan.budget')).toEqual(['r1', second, copy]);
    store.removeRow('plan.budget', copy);
    expect(store.addRow('plan.budget')).not.toBe(copy);
  });

  test('that were removed come back where they were, with their cells', () => {
    const store = openPlan({ budget: [row('r1', { item: 'a' }), row('r2', { item: 'b' })] });
    const undo = store.removeRow('plan.budget', 'r1');
    expect(store.rowList('plan.budget')).toEqual(['r2']);
    undo();
    expect(store.rowList('plan.budget')).toEqual(['r1', 'r2']);
    expect(store.value('plan.budget.r1.item')).toBe('a');
  });

  test('are told only when their number or order changes', () => {
    const store = openPlan({ budget: [row('r1')] });
    store.rowList('plan.budget');
    const told = countTold(store, ['plan.budget#rows'], () => {
      store.set('plan.budget.r1.item', 'a');
      store.addRow('plan.budget');
    });
    expect(told['plan.budget#rows']).toBe(1);
  });
});

describe('what is sent', () => {
  test('holds no computed values, and null for what was taken out', () => {
    const base = { plan: { name: '主题', note: '旧', budget: [row('r1', { item: 'a', quantity: '1' })] } };
    const store = openPlan(base.plan);
    store.set('plan.note', undefined);
    store.set('plan.budget.r1.quantity', undefined);
    expect(store.writable(base)).toEqual({
      plan: { name: '主题', note: null, budget: [{ item: 'a', quantity: null, _row: 'r1' }] },
    });
  });

  test('holds only what I may write: of a table perhaps one column', () => {
    const store = openPlan({ name: '主题', budget: [row('r1', { item: 'a', quantity: '1' })] }, [
      'plan.budget.quantity',
    ]);
    expect(store.writable({})).toEqual({ plan: { budget: [{ quantity: '1', _row: 'r1' }] } });
  });
});

test('values from elsewhere replace what is there and are settled', () => {
  const store = openPlan({ name: '我的' });
  const told = countTold(store, ['plan.name', 'plan.total'], () =>
    store.replaceValues({ plan: { name: '他的', budget: [row('r1', { quantity: '2', price: '4' })] } }),
  );
  expect(store.value('plan.total')).toBe('8.00');
  expect(told['plan.name']).toBeGreaterThan(0);
  expect(told['plan.total']).toBeGreaterThan(0);
});
