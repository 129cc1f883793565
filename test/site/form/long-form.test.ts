import { describe, expect, test } from 'vitest';
import type { FormView } from '../../../schemas/generated/api.ts';
import { factsOf } from '../../../site/src/form/facts.ts';
import { buildModel } from '../../../site/src/form/model.ts';
import { sectionsOf } from '../../../site/src/form/sections.ts';
import { createFormStore, type FormStore } from '../../../site/src/form/store.ts';
import { wrongKeys } from '../../../site/src/long-form/error-walk.ts';
import { partsOfForm } from '../../../site/src/long-form/parts.ts';
import { createProgress } from '../../../site/src/long-form/progress.ts';
import { countTold, environment, openPlan, plan } from './plan-form.ts';

const form: FormView = {
  ...plan,
  sections: [
    { title: { 'zh-CN': '预算', en: 'Budget' }, fields: ['budget', 'total', 'limit'] },
    { title: '原因', fields: ['reason'] },
    { title: '基本', fields: ['unplanned', 'name'] },
  ],
};
const sections = sectionsOf(form);
const row = (id: string, cells: Record<string, unknown> = {}) => ({ _row: id, ...cells });

const follow = (store: FormStore) => {
  const progress = createProgress(store, 'plan', sections);
  progress.follow();
  return progress;
};
const inShort = (store: FormStore) =>
  follow(store)
    .get()
    .sections.map(
      ({ key, needed, done, wrong, shown }) => `${key} ${done}/${needed} ${wrong} ${shown ? 'shown' : '-'}`,
    );

describe('how far a form is filled in', () => {
  test('counts what must be filled in, section by section, without what is hidden or worked out', () => {
    const store = openPlan();
    expect(inShort(store)).toEqual(['s0 0/1 0 shown', 's1 0/0 0 -', 's2 0/1 0 shown', 'rest 0/0 0 shown']);
    store.set('plan.unplanned', true);
    store.set('plan.name', '展会');
    store.set('plan.budget', [row('r1')]);
    expect(inShort(store)[0]).toBe('s0 0/1 0 shown');
    store.set('plan.budget.r1.item', '广告');
    expect(inShort(store)).toEqual(['s0 1/1 0 shown', 's1 0/1 0 shown', 's2 1/1 0 shown', 'rest 0/0 0 shown']);
  });

  test('follows every change to the same numbers that counting again gives', () => {
    const store = openPlan();
    const progress = follow(store);
    for (const [key, value] of [
      ['plan.unplanned', true],
      ['plan.reason', '竞品'],
      ['plan.name', '展会'],
      ['plan.unplanned', false],
      ['plan.name', undefined],
    ] as const) {
      store.set(key, value);
      expect(progress.get()).toEqual(follow(store).get());
    }
    expect(progress.get()).toMatchObject({ needed: 2, done: 0 });
  });

  test('says nothing while a filled field is typed on', () => {
    const store = openPlan({ name: '展' });
    const progress = follow(store);
    let told = 0;
    progress.subscribe(() => {
      told += 1;
    });
    for (const text of ['展会', '展会方', '展会方案']) store.set('plan.name', text);
    expect(told).toBe(0);
    store.set('plan.name', undefined);
    expect(told).toBe(1);
  });

  test('counts what is marked wrong where it stands', () => {
    const store = openPlan({ budget: [row('r1', { price: '1' }), row('r2')] });
    const progress = follow(store);
    store.check();
    expect(progress.get()).toMatchObject({ wrong: 3 });
    expect(progress.get().sections.map(({ wrong }) => wrong)).toEqual([2, 0, 1, 0]);
  });

  test('fields I may only read are not asked for', () => {
    const store = openPlan({}, ['plan.note']);
    expect(follow(store).get()).toMatchObject({ needed: 0, done: 0 });
  });
});

test('the contents name the parts that show something, in the language of the page', () => {
  const store = openPlan();
  const names = (locale: 'zh-CN' | 'en') => partsOfForm(form, follow(store).get(), locale).map(({ name }) => name);
  expect(names('zh-CN')).toEqual(['预算', '基本', '其他']);
  expect(names('en')).toEqual(['Budget', '基本', 'Other']);
});

test('what is wrong is walked through in the order of the form, rows and columns in theirs', () => {
  const store = openPlan({ budget: [row('r9'), row('r1')], name: '太长的名字了' });
  store.leave('plan.name');
  store.keepTyped('plan.budget.r1.quantity', 'x');
  store.leave('plan.budget.r1.quantity');
  store.check();
  expect(wrongKeys(store, 'plan', sections)).toEqual([
    'plan.budget.r9.item',
    'plan.budget.r1.item',
    'plan.budget.r1.quantity',
    'plan.name',
  ]);
});

describe('leaving a step', () => {
  test('marks what is wrong in its own fields and leaves the others as they are', () => {
    const store = openPlan({ name: '太长的名字了', budget: [row('r1')] });
    store.leave('plan.name');
    const told = countTold(store, ['plan.name'], () => {
      const found = store.checkFields(new Set(['plan.budget', 'plan.limit']));
      expect(found.map(({ key, code }) => [key, code])).toEqual([['plan.budget.r1.item', 'required']]);
    });
    expect(told).toEqual({ 'plan.name': 0 });
    expect(store.issues().map(({ key }) => key)).toEqual(['plan.name', 'plan.budget.r1.item']);
    store.set('plan.budget.r1.item', '广告');
    expect(store.checkFields(new Set(['plan.budget']))).toEqual([]);
    expect(store.issues().map(({ key }) => key)).toEqual(['plan.name']);
  });

  test('does not ask whether fields agree with each other: that is for handing in', () => {
    const store = openPlan({ name: '展会', limit: '1', budget: [row('r1', { item: 'a', quantity: '2', price: '3' })] });
    store.set('plan.budget.r1.price', '4');
    expect(store.checkFields(new Set(['plan.limit']))).toEqual([]);
    expect(store.check().map(({ code }) => code)).toEqual(['check-failed']);
  });
});

test('the condition of a section hides its fields; one over fields I may not see is left to the server', () => {
  const open = (visible: string) => {
    const [first, ...rest] = form.sections ?? [];
    if (first === undefined) throw new Error('the form has sections');
    const model = buildModel([{ ...form, sections: [{ ...first, visible }, ...rest] }], [], environment);
    const facts = factsOf({ environment, today: '2026-11-22', starter: 'u08' });
    return createFormStore({ model, values: { plan: {} }, facts, editable: new Set(['plan.limit', 'plan.unplanned']) });
  };
  const known = open('plan.unplanned');
  expect(known.status('plan.limit').visible).toBe(false);
  known.set('plan.unplanned', true);
  expect(known.status('plan.limit').visible).toBe(true);
  expect(open('hidden.flag').status('plan.limit').visible).toBe(true);
});
