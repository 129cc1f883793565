import { describe, expect, test } from 'vitest';
import { agrees, starts, step, submits } from '../../../support/acts.ts';
import { asked, digest, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const forms = {
  ask: {
    what: { type: 'text', title: 'What' },
    why: { type: 'text', title: 'Why' },
    amount: { type: 'money', title: 'Amount' },
    total: { type: 'money', title: 'Total', compute: 'sum(ask.items.price)' },
    items: {
      type: 'table',
      title: 'Items',
      columns: { name: { type: 'text', title: 'Name' }, price: { type: 'money', title: 'Price' } },
    },
  },
} as const;
const row = (id: string, name: string, price: string) => ({ _row: id, name, price });
const items = [row('r1', 'ink', '1.00'), row('r2', 'nib', '2.00')];
const pen = starts('ada', { ask: { what: 'a pen', why: 'to write', amount: '50', items } });

/** Two branches in which leads and the boss fill the same form at the same time. */
const both = processOf({
  forms,
  steps: [
    { ask: fill('ask', 'starter') },
    {
      both: {
        parallel: [{ steps: [{ a: fill('ask', 'boss') }] }, { steps: [{ b: fill('ask', 'lead', { see: ['ask'] }) }] }],
      },
    },
    { last: approve('boss') },
  ],
});
const before = { what: 'a pen', why: 'to write', amount: '50.00', total: '3.00', items };
const seen = digest({ ask: before });
const theirs = (ask: object) => submits('cleo', 'a', { values: { ask } });
/** Ben opened the form as it was before Cleo changed these fields, and sends this. */
const mine = (ask: object, changed: Readonly<Record<string, unknown>>) =>
  submits('ben', 'b', { values: { ask }, seen, changed });

describe('rule 14: two people edit the same form (并发编辑)', () => {
  test('different fields merge, although all fields are sent', () => {
    const told = given(both, pen, theirs({ what: 'a red pen' })).when(
      mine({ what: 'a pen', why: 'to draw', amount: '50' }, { 'ask.what': 'a pen' }),
    );
    expect(told.events[0]).toMatchObject({ type: 'StepSubmitted', data: { changed: { 'ask.why': 'to draw' } } });
    expect(told.state.values.ask).toMatchObject({ what: 'a red pen', why: 'to draw', amount: '50.00' });
  });

  test('vector (18): the same field with different values is refused with both', () => {
    given(both, pen, theirs({ what: 'a red pen', amount: '60' }))
      .when(mine({ what: 'a blue pen', amount: '70' }, { 'ask.what': 'a pen', 'ask.amount': '50.00' }))
      .refuses({
        code: 'overlapping-edit',
        step: step('b'),
        fields: [
          { path: 'ask.what', mine: 'a blue pen', theirs: 'a red pen' },
          { path: 'ask.amount', mine: '70.00', theirs: '60.00' },
        ],
      });
  });

  test('the same value on both sides is no conflict, however it is written', () => {
    const told = given(both, pen, theirs({ amount: '60' })).when(mine({ amount: '60.00' }, { 'ask.amount': '50.00' }));
    expect(told.state.values.ask).toMatchObject({ amount: '60.00' });
  });

  test('a field that one has cleared and the other changed is refused', () => {
    given(both, pen, theirs({ why: 'to draw' }))
      .when(mine({ why: null }, { 'ask.why': 'to write' }))
      .refuses({
        code: 'overlapping-edit',
        step: step('b'),
        fields: [{ path: 'ask.why', mine: null, theirs: 'to draw' }],
      });
  });

  test('without knowing what others changed, other content than was seen is refused', () => {
    given(both, pen, theirs({ what: 'a red pen' }))
      .when(submits('ben', 'b', { values: { ask: { why: 'to draw' } }, seen }))
      .refuses({
        code: 'content-changed',
        step: step('b'),
        seen: digest({ ask: { ...before, what: 'a red pen' } }),
      });
  });

  test('what the merged form breaks is refused, as always', () => {
    const checked = processOf({
      forms: { ask: { what: forms.ask.what, amount: forms.ask.amount } },
      checks: [{ that: "ask.what != 'gold' || ask.amount > 100", at: 'ask.amount', else: 'Gold is dear.' }],
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            parallel: [{ steps: [{ a: fill('ask', 'boss') }] }, { steps: [{ b: fill('ask', 'lead') }] }],
          },
        },
      ],
    });
    const dear = starts('ada', { ask: { what: 'a pen', amount: '500' } });
    given(checked, dear, theirs({ what: 'gold' }))
      .when(mine({ amount: '5' }, { 'ask.what': 'a pen' }))
      .refuses({
        code: 'invalid-values',
        issues: [{ code: 'check-failed', path: '/ask/amount', params: { check: 0 } }],
      });
  });
});

describe('rule 14: rows of a table', () => {
  const changed = { 'ask.items': items, 'ask.total': '3.00' };
  const result = (theirRows: readonly object[], myRows: readonly object[]) =>
    given(both, pen, theirs({ items: theirRows })).when(mine({ items: myRows }, changed));

  test('different rows and different columns of one row merge; what is computed follows', () => {
    const told = result(
      [row('r1', 'red ink', '1.00'), items[1] ?? {}],
      [row('r1', 'ink', '5.00'), row('r2', 'nib', '6')],
    );
    expect(told.state.values.ask).toMatchObject({
      items: [row('r1', 'red ink', '5.00'), row('r2', 'nib', '6.00')],
      total: '11.00',
    });
  });

  test('the same cell is refused with both values', () => {
    const told = result(
      [row('r1', 'red ink', '1.00'), items[1] ?? {}],
      [row('r1', 'blue ink', '1.00'), items[1] ?? {}],
    );
    told.refuses({
      code: 'overlapping-edit',
      step: step('b'),
      fields: [{ path: 'ask.items.r1.name', mine: 'blue ink', theirs: 'red ink' }],
    });
  });

  test('rows that both have added stay two rows, whatever they were called', () => {
    const told = result([...items, row('r3', 'paper', '4.00')], [...items, row('r3', 'case', '8.00')]);
    expect(told.state.values.ask?.items).toEqual([...items, row('r3', 'paper', '4.00'), row('r4', 'case', '8.00')]);
  });

  test('a row that one removed and the other left alone goes; one that the other changed is refused', () => {
    const told = result([row('r2', 'nib', '2.00')], [row('r1', 'ink', '1.00'), row('r2', 'nib', '9.00')]);
    expect(told.state.values.ask?.items).toEqual([row('r2', 'nib', '9.00')]);
    result([row('r2', 'nib', '2.00')], [row('r1', 'ink', '7.00'), row('r2', 'nib', '2.00')]).refuses({
      code: 'overlapping-edit',
      step: step('b'),
      fields: [{ path: 'ask.items.r1', mine: row('r1', 'ink', '7.00'), theirs: null }],
    });
  });

  test('whoever moved the rows decides on their order', () => {
    const [first, second] = items;
    const moved = result([...items, row('r3', 'paper', '4.00')], [second ?? {}, first ?? {}]);
    expect(moved.state.values.ask?.items).toEqual([second, first, row('r3', 'paper', '4.00')]);
    const theirOrder = result([second ?? {}, first ?? {}], [...items, row('r3', 'paper', '4.00')]);
    expect(theirOrder.state.values.ask?.items).toEqual([second, first, row('r3', 'paper', '4.00')]);
  });
});

describe('rule 14: a decision is on what was seen', () => {
  const counter = processOf({
    forms: { note: { text: { type: 'text', title: 'Text' }, aside: { type: 'text', title: 'Aside' } } },
    rules: {
      nobody: { to: { post: 'boss' } },
      self: { to: { managerOf: 'self' } },
      repeat: 'ask',
      immaterial: ['note.aside'],
    },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { mode: 'all', form: 'note' }) }],
  });
  const asks = starts('ada', { ask: { what: 'a pen' } });
  const shown = digest({ ask: { what: 'a pen' }, note: {} });
  const noting = (note: object, more: object = {}) => ({ values: { note }, ...more });

  test('an agreement to other content is refused, even when the edits would merge', () => {
    const opened = given(counter, asks);
    const present = digest({ ask: { what: 'a pen' }, note: { text: 'b' } });
    given(counter, asks, agrees('dan', 'check', noting({ text: 'b' })))
      .when(agrees('ben', 'check', noting({ aside: 'hm' }, { seen: shown, changed: { 'note.text': null } })))
      .refuses({ code: 'content-changed', step: step('check'), seen: present });
    expect(asked(opened.state)).toEqual({ check: ['ben', 'dan'] });
  });

  test('an edit of what binds nobody merges, and is refused where it contradicts', () => {
    const way = [asks, agrees('dan', 'check', noting({ aside: 'one' }))] as const;
    const bound = given(counter, ...way).state.steps[step('check')]?.seats[1]?.digest ?? '';
    const changed = { 'note.aside': null };
    const told = given(counter, ...way).when(agrees('ben', 'check', noting({ text: 'b' }, { seen: bound, changed })));
    expect(told.state.values.note).toEqual({ text: 'b', aside: 'one' });
    given(counter, ...way)
      .when(agrees('ben', 'check', noting({ aside: 'two' }, { seen: bound, changed })))
      .refuses({
        code: 'overlapping-edit',
        step: step('check'),
        fields: [{ path: 'note.aside', mine: 'two', theirs: 'one' }],
      });
  });
});
