import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addRow, initialValues } from '../../../engine/form/initial.ts';
import { lookupRequests } from '../../../engine/form/lookups.ts';
import { affected, settle, settleAffected, settleField } from '../../../engine/form/settle.ts';
import { fieldState } from '../../../engine/form/state.ts';
import type { Row, Values } from '../../../engine/form/value.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { type Fields, facts, modelOf } from './fixture.ts';
import { plan, planFacts } from './plan.ts';

const title = '字段';
const row = (id: string, cells: object = {}): Row => ({ _row: id, ...cells });

describe('settling', () => {
  test('computes rows, then totals, then what rests on totals, whatever their order in the form', () => {
    const budget = [row('a', { quantity: '3', price: '50' }), row('b', { quantity: '2', price: '25.005' })];
    const settled = settle(plan, { plan: { kind: 'ad', budget } }, planFacts);
    expect(settled.plan).toMatchObject({ total: '200.01', balance: '300.00', rate: '66.67', summary: 'within' });
    expect(settled.plan?.budget).toEqual([
      row('a', { quantity: '3', price: '50', amount: '150.00', share: '75' }),
      row('b', { quantity: '2', price: '25.005', amount: '50.01', share: '25' }),
    ]);
  });

  test('rounds computed numbers half up to the scale of their field', () => {
    const fields: Fields = {
      money: { type: 'money', title, compute: '1.005 * 1' },
      minus: { type: 'money', title, compute: '-1.005 * 1' },
      decimal: { type: 'decimal', title, scale: 3, compute: '2 / 3' },
      percent: { type: 'percent', title, compute: '100 / 3' },
      whole: { type: 'money', title, compute: '7' },
    };
    const expected = { money: '1.01', minus: '-1.01', decimal: '0.667', percent: '33.33', whole: '7.00' };
    expect(settle(modelOf({ f: fields }), {}, facts).f).toEqual(expected);
  });

  test('drops the value of a hidden field and of whatever rested on it', () => {
    const before = settle(
      plan,
      { plan: { kind: 'other', other: '讲座', budget: [row('a', { quantity: '1', price: '5' })] } },
      planFacts,
    );
    expect(before.plan).toMatchObject({ other: '讲座', total: '5.00' });
    const after = settle(plan, { plan: { ...before.plan, kind: 'fair' } }, planFacts);
    expect(after.plan).not.toHaveProperty('other');
    expect(after.plan).not.toHaveProperty('budget');
    expect(after.plan).toMatchObject({ total: '0.00' });
  });

  test('hides cells row by row', () => {
    const cells = { quantity: '1', note: '备注' };
    const rows = [row('a', { ...cells, price: '101' }), row('b', { ...cells, price: '100' })];
    const [first, second] = rowsAt(settle(plan, { plan: { kind: 'ad', budget: rows } }, planFacts));
    expect(first).toHaveProperty('note');
    expect(second).not.toHaveProperty('note');
  });

  test('shows expressions the ledger row that a reference names', () => {
    const budget = [
      row('a', { quantity: '1', price: '400', from: 'row-2' }),
      row('b', { quantity: '1', price: '1', from: 'gone' }),
    ];
    const settled = settle(plan, { plan: { kind: 'ad', campaign: 'row-1', budget } }, planFacts);
    expect(settled.plan).toMatchObject({ campaign: 'row-1', left: '599.00' });
    expect(rowsAt(settled).map(({ rest }) => rest)).toEqual(['100.00', undefined]);
  });

  test('keeps a looked-up value until the facts know another, and clears it when they know there is none', () => {
    const values = { plan: { kind: 'ad', balance: '12.00' } };
    expect(settle(plan, values, facts).plan).toMatchObject({ balance: '12.00' });
    expect(settle(plan, values, planFacts).plan).toMatchObject({ balance: '300.00' });
    expect(settle(plan, values, { ...facts, lookups: { 'plan.balance': null } }).plan).not.toHaveProperty('balance');
  });

  test('takes looked-up values of columns by row', () => {
    const lookup = { ledger: 'campaigns', key: 'row.campaign', column: 'name' };
    const columns = {
      campaign: { type: 'reference', title, to: { ledger: 'campaigns' } },
      name: { type: 'text', title, lookup },
    } as const;
    const model = modelOf({ f: { t: { type: 'table', title, columns } } });
    const values = { f: { t: [row('a', { campaign: 'row-1' }), row('b', { name: '旧' }), row('c')] } };
    expect(lookupRequests(model, values, facts)).toEqual([
      { path: 'f.t.name', row: 'a', ledger: 'campaigns', column: 'name', key: 'row-1' },
    ]);
    const settled = settle(model, values, { ...facts, lookups: { 'f.t.name': { a: '秋季促销' } } });
    expect(settled.f?.t).toEqual([
      row('a', { campaign: 'row-1', name: '秋季促销' }),
      row('b', { name: '旧' }),
      row('c'),
    ]);
  });

  test('asks ledgers only for lookups whose key is complete', () => {
    expect(lookupRequests(plan, { plan: { unit: 'east' } }, facts)).toEqual([
      { path: 'plan.balance', ledger: 'budgets', column: 'balance', key: { unit: 'east' } },
    ]);
    expect(lookupRequests(plan, { plan: {} }, facts)).toEqual([]);
  });

  test('gives the rows of a computed table identities', () => {
    const columns = { n: { type: 'integer', title }, twice: { type: 'integer', title, compute: 'row.n * 2' } } as const;
    const source: Field = { type: 'table', title, columns: { n: { type: 'integer', title } } };
    const big: Field = { type: 'table', title, columns, compute: 'f.source.filter(r, r.n > 1)' };
    const model = modelOf({ f: { source: { ...source, columns }, big } });
    const settled = settle(model, { f: { source: [row('x', { n: 1 }), row('y', { n: 2 })] } }, facts);
    expect(settled.f?.big).toEqual([row('r1', { n: 2, twice: 4 })]);
    expect(settle(model, settled, facts)).toEqual(settled);
  });

  test('leaves what it does not change as it is', () => {
    const settled = settle(
      plan,
      { plan: { kind: 'ad', budget: [row('a', { quantity: '1', price: '5' })] } },
      planFacts,
    );
    const again = settle(plan, settled, planFacts);
    expect(again.plan).toBe(settled.plan);
  });

  test('never evaluates a value', () => {
    const values = {
      plan: { kind: 'ad', name: 'plan.total + 1', budget: [row('a', { item: '=1+1' })] },
    };
    expect(settle(plan, values, planFacts).plan).toMatchObject({ name: 'plan.total + 1' });
    expect(rowsAt(settle(plan, values, planFacts))[0]).toMatchObject({ item: '=1+1' });
  });
});

function rowsAt(values: Values): readonly Row[] {
  const rows = values.plan?.budget;
  return Array.isArray(rows) ? rows : [];
}

describe('opening a form', () => {
  test('takes what is given, fills defaults in and settles', () => {
    const given = {
      plan: { kind: 'ad', name: '周年庆', budget: [{ price: '5' }, { _row: 'x', quantity: '2', price: '5' }] },
    };
    const { plan: opened } = initialValues(plan, 'plan', given, planFacts);
    expect(opened).toMatchObject({ name: '周年庆', legal: false, opened: '2026-11-23', total: '15.00' });
    expect(opened?.budget).toMatchObject([row('r1', { quantity: '1', amount: '5.00' }), row('x', { amount: '10.00' })]);
  });

  test('leaves out given values of the wrong kind and of no field', () => {
    const given = {
      plan: { kind: 'ad', unit: 5, name: '\ud800', state: 'done', budget: [{ price: 5, oops: 1 }, 'x'] },
    };
    const { plan: opened } = initialValues(plan, 'plan', given, facts);
    expect(Object.keys(opened ?? {}).toSorted()).toEqual(['budget', 'kind', 'legal', 'opened', 'summary', 'total']);
    expect(opened?.budget).toEqual([row('r1', { quantity: '1' })]);
  });

  test('gives repeated and unusable row identities anew', () => {
    const budget = [{ _row: 'r1' }, { _row: 'r1' }, { _row: 'a b' }, {}];
    const { plan: opened } = initialValues(plan, 'plan', { plan: { kind: 'ad', budget } }, planFacts);
    expect(rowsAt({ plan: opened ?? {} }).map(({ _row }) => _row)).toEqual(['r1', 'r2', 'r3', 'r4']);
  });

  test('lets a default look at another form and at a computed field', () => {
    const model = modelOf({
      a: { n: { type: 'integer', title } },
      b: {
        copy: { type: 'integer', title, default: 'b.twice + 1' },
        twice: { type: 'integer', title, compute: 'a.n * 2' },
      },
    });
    expect(initialValues(model, 'b', { a: { n: 4 } }, facts)).toEqual({ a: { n: 4 }, b: { copy: 9, twice: 8 } });
  });

  test('adds a row with a new identity and its defaults', () => {
    const values = settle(
      plan,
      { plan: { kind: 'ad', budget: [row('r7', { quantity: '1', price: '5' })] } },
      planFacts,
    );
    const added = addRow(plan, values, planFacts, 'plan.budget');
    expect(rowsAt(added)[1]).toEqual(row('r8', { quantity: '1' }));
    expect(settle(plan, added, planFacts)).toEqual(added);
    expect(rowsAt(addRow(plan, values, planFacts, 'plan.budget', 'own'))[1]).toMatchObject({ _row: 'own' });
  });
});

describe('the state of a field', () => {
  const values = settle(
    plan,
    { plan: { kind: 'ad', legal: true, budget: [row('a', { quantity: '1', price: '500' }), row('b')] } },
    planFacts,
  );
  const state = (path: string, index?: number) => fieldState(plan, values, planFacts, path, index);
  test.each([
    ['plan.name', undefined, { visible: true, required: true, readonly: false }],
    ['plan.other', undefined, { visible: false, required: false, readonly: true }],
    ['plan.reason', undefined, { visible: true, required: true, readonly: false }],
    ['plan.total', undefined, { visible: true, required: false, readonly: true }],
    ['plan.balance', undefined, { visible: true, required: false, readonly: true }],
    ['plan.locked', undefined, { visible: true, required: false, readonly: true }],
    ['plan.budget.price', 0, { visible: true, required: true, readonly: false }],
    ['plan.budget.price', 1, { visible: true, required: false, readonly: false }],
    ['plan.budget.note', 0, { visible: true, required: false, readonly: false }],
    ['plan.budget.note', 1, { visible: false, required: false, readonly: true }],
    ['plan.budget.note', undefined, { visible: true, required: false, readonly: false }],
    ['plan.budget.amount', undefined, { visible: true, required: false, readonly: true }],
    ['plan.nothing', undefined, { visible: false, required: false, readonly: true }],
  ])('%s, row %s', (path, index, expected) => {
    expect(state(path, index)).toEqual(expected);
  });

  test('a column of a hidden table is hidden', () => {
    const hidden = settle(plan, { plan: { kind: 'fair' } }, planFacts);
    expect(fieldState(plan, hidden, planFacts, 'plan.budget.item').visible).toBe(false);
  });
});

describe('what a change concerns', () => {
  test('is everything that rests on it, in the order of evaluation', () => {
    const paths = affected(plan, 'plan.budget.price');
    expect(paths.toSorted()).toEqual(
      ['amount', 'note', 'rest', 'share']
        .map((id) => `plan.budget.${id}`)
        .concat(['left', 'rate', 'summary', 'total'].map((id) => `plan.${id}`)),
    );
    expect(paths.indexOf('plan.budget.amount')).toBeLessThan(paths.indexOf('plan.total'));
    expect(paths.indexOf('plan.total')).toBeLessThan(paths.indexOf('plan.summary'));
  });
  test('includes fields that become required, locked or limited', () => {
    expect(affected(plan, 'plan.legal')).toEqual(['plan.locked']);
    expect(affected(plan, 'plan.campaign')).toEqual(expect.arrayContaining(['plan.reason', 'plan.left']));
    expect(affected(plan, 'plan.dates')).toEqual(['plan.budget.due']);
  });
  test('is nothing for a field nobody reads', () => {
    expect(affected(plan, 'plan.name')).toEqual([]);
  });
  test('does not grow with the fields it has nothing to do with', () => {
    const pair = (index: number): Fields => ({
      [`a${index}`]: { type: 'integer', title },
      [`b${index}`]: { type: 'integer', title, compute: `f.a${index} + 1` },
    });
    const many = modelOf({ f: Object.assign({}, ...Array.from({ length: 100 }, (_, index) => pair(index))) });
    expect(affected(many, 'f.a7')).toEqual(['f.b7']);
  });
  test('gives the settled values of one field or of one column', () => {
    const values = { plan: { kind: 'ad', budget: [row('a', { quantity: '2', price: '5' }), row('b')] } };
    expect(settleField(plan, values, planFacts, 'plan.budget.amount')).toEqual(['10.00', undefined]);
    expect(settleField(plan, values, planFacts, 'plan.balance')).toBe('300.00');
    expect(settleField(plan, values, planFacts, 'plan.other')).toBeUndefined();
  });
});

// --- properties over random forms -----------------------------------------------------------------------------------

type Spec = {
  readonly use: 'plain' | 'sum' | 'shown' | 'column' | 'table';
  readonly left: number;
  readonly right: number;
};
const spec = fc.record({
  use: fc.constantFrom<Spec['use']>('plain', 'plain', 'sum', 'shown', 'column', 'table'),
  left: fc.nat(99),
  right: fc.nat(99),
});

/** Field number i may read only fields before it, so there is no cycle; they are declared in the order of `shuffle`. */
function randomForm(specs: readonly Spec[], shuffle: readonly number[]): Fields {
  const declared = specs.map(({ use, left, right }, index): readonly [string, Field] => {
    const name = (number: number): string => (index === 0 ? '1' : `f.x${number % index}`);
    const [a, b] = [name(left), name(right)];
    const base = { type: 'integer', title } as const;
    const uses: Readonly<Record<Spec['use'], Field>> = {
      plain: base,
      sum: { ...base, compute: `${a} + ${b} + 1`, required: `${a} > 1` },
      shown: { ...base, visible: `${a} > 2` },
      column: { ...base, compute: `sum(f.rows.twice) + ${a}` },
      table: { ...base, visible: `size(f.rows) > 1`, compute: `count(f.rows.n)` },
    };
    return [`x${index}`, uses[use]];
  });
  const n = { type: 'integer', title } as const;
  const firstPlain = specs.findIndex(({ use }) => use === 'plain');
  const columns = {
    share: { ...n, visible: 'row.twice > 4', compute: 'sum(f.rows.twice) - row.twice' },
    twice: { ...n, compute: firstPlain < 0 ? 'row.n * 2' : `row.n * 2 + f.x${firstPlain}` },
    n,
    seven: { ...n, compute: '7' },
    hidden: { ...n, visible: 'row.n > 3' },
  };
  const keyed = declared.map((entry, index) => ({ entry, key: shuffle[index] ?? 0 }));
  const entries = keyed.toSorted((one, other) => one.key - other.key).map(({ entry }) => entry);
  return { ...Object.fromEntries(entries), rows: { type: 'table', title, columns } };
}

const START: Values = { f: { rows: [row('a', { n: 3 }), row('b', { n: 4 })] } };
const small = fc.integer({ min: 0, max: 6 });
const edit = fc.oneof(
  fc.record({ what: fc.constant('field' as const), at: fc.nat(99), to: fc.option(small) }),
  fc.record({
    what: fc.constant('cell' as const),
    at: fc.nat(99),
    to: fc.option(small),
    column: fc.constantFrom('n', 'hidden'),
  }),
  fc.record({ what: fc.constant('add' as const), at: fc.nat(99), to: fc.constant(null) }),
  fc.record({ what: fc.constant('remove' as const), at: fc.nat(99), to: fc.constant(null) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const tableOf = (values: Values): readonly Row[] => (Array.isArray(values.f?.rows) ? values.f.rows : []);
const withField = (values: Values, id: string, value: unknown): Values => {
  const { [id]: _, ...rest } = values.f ?? {};
  return { ...values, f: value === null ? rest : { ...rest, [id]: value } };
};

/** The values after a keystroke, the path it changed, and the row when it was one cell. */
function applied(
  values: Values,
  { what, at, to, ...more }: Edit,
  count: number,
): { values: Values; path: string; rowId?: string } {
  const rows = tableOf(values);
  if (what === 'field') return { values: withField(values, `x${at % count}`, to), path: `f.x${at % count}` };
  if (what === 'add')
    return { values: withField(values, 'rows', [...rows, row(`n${at}-${rows.length}`)]), path: 'f.rows' };
  if (what === 'remove' || rows.length === 0)
    return { values: withField(values, 'rows', rows.slice(1)), path: 'f.rows' };
  const column = 'column' in more ? more.column : 'n';
  const index = at % rows.length;
  const changed = rows.map((one, number) => {
    const { [column]: _, ...rest } = one;
    return number === index ? { ...rest, ...(to === null ? {} : { [column]: to }) } : one;
  });
  return { values: withField(values, 'rows', changed), path: `f.rows.${column}`, rowId: String(rows[index]?._row) };
}

describe('for any form', () => {
  const forms = fc.record({
    specs: fc.array(spec, { minLength: 1, maxLength: 12 }),
    shuffle: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
    edits: fc.array(edit, { maxLength: 12 }),
  });

  test('settling settled values changes nothing', () => {
    fc.assert(
      fc.property(forms, ({ specs, shuffle, edits }) => {
        const model = modelOf({ f: randomForm(specs, shuffle) });
        const values = edits.reduce((all, one) => applied(all, one, specs.length).values, START);
        const settled = settle(model, values, facts);
        expect(settle(model, settled, facts)).toEqual(settled);
      }),
      { numRuns: 300 },
    );
  });

  test('following each keystroke through what it concerns gives what settling everything gives', () => {
    fc.assert(
      fc.property(forms, ({ specs, shuffle, edits }) => {
        const model = modelOf({ f: randomForm(specs, shuffle) });
        let values = settle(model, START, facts);
        for (const one of edits) {
          const { values: typed, path, rowId } = applied(values, one, specs.length);
          values = settleAffected(model, typed, facts, path, rowId);
          expect(values).toEqual(settle(model, typed, facts));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('each field alone settles to what it is in settled values', () => {
    fc.assert(
      fc.property(forms, ({ specs, shuffle, edits }) => {
        const model = modelOf({ f: randomForm(specs, shuffle) });
        const typed = edits.reduce((all, one) => applied(all, one, specs.length).values, START);
        const settled = settle(model, typed, facts);
        for (const { id, path, table } of model.order) {
          const expected = table === undefined ? settled.f?.[id] : tableOf(settled).map((one) => one[id]);
          expect(settleField(model, settled, facts, path)).toEqual(expected);
        }
      }),
      { numRuns: 100 },
    );
  });
});
