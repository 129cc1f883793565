import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptPatch } from '../../../engine/form/patch.ts';
import { settle } from '../../../engine/form/settle.ts';
import type { Values } from '../../../engine/form/value.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { accepted, everything, facts, modelOf, refusals } from './fixture.ts';
import { plan, planFacts, planFields } from './plan.ts';

const title = '字段';
const budget = [
  { _row: 'a', item: '横幅', quantity: '2', price: '50.00' },
  { _row: 'b', item: '场地', quantity: '1', price: '80.00' },
];
const before: Values = settle(plan, { plan: { name: '周年庆', kind: 'ad', opened: '2026-11-20', budget } }, planFacts);
const all = everything(plan);
const send = (sent: unknown, editable: ReadonlySet<string> = all) => refusals(plan, before, { plan: sent }, editable);
const take = (sent: unknown, editable: ReadonlySet<string> = all) =>
  accepted(plan, before, { plan: sent }, editable, planFacts).plan ?? {};
const issue = (code: string, path: string, params: object = {}) => ({ code, path: `/plan${path}`, params });

describe('a patch', () => {
  test('changes what it names and settles the rest', () => {
    const after = take({ name: '新名称', budget: [{ _row: 'a', price: '100' }] });
    expect(after).toMatchObject({ name: '新名称', kind: 'ad', total: '200.00' });
    expect(after.budget).toMatchObject([{ _row: 'a', item: '横幅', quantity: '2', price: '100.00', amount: '200.00' }]);
  });
  test('clears with null', () => {
    expect(take({ name: null })).not.toHaveProperty('name');
    expect(take({ budget: [{ _row: 'a', item: null }] }).budget).toMatchObject([{ _row: 'a', price: '50.00' }]);
    expect(take({ budget: null }).budget).toEqual([]);
  });
  test('of nothing changes nothing', () => {
    expect(accepted(plan, before, {}, all, planFacts)).toEqual(before);
    expect(accepted(plan, before, { plan: {} }, new Set(), planFacts)).toEqual(before);
  });
  test('leaves the values before it untouched', () => {
    const copy = structuredClone(before);
    take({ name: 'x', budget: [{ _row: 'b', price: '1' }] });
    expect(before).toEqual(copy);
  });
  test('keeps an unfinished draft: limits and required fields are judged on submitting', () => {
    expect(take({ name: 'x'.repeat(500), kind: 'gone', budget: [{ quantity: '-1' }] })).toMatchObject({ kind: 'gone' });
  });
  test('moves, adds and removes rows', () => {
    const after = take({ budget: [{ _row: 'b' }, { item: '新' }, { _row: 'own' }] });
    expect(after.budget).toMatchObject([{ _row: 'b', item: '场地' }, { _row: 'r1', item: '新' }, { _row: 'own' }]);
  });
});

test('new rows never take the identity of another row', () => {
  const rows = [{ _row: 'r999999999' }, { _row: 'r1000000000' }, {}, {}];
  const after = take({ budget: rows }).budget;
  const ids = Array.isArray(after) ? after.map(({ _row }) => _row) : [];
  expect(ids.slice(0, 2)).toEqual(['r999999999', 'r1000000000']);
  expect(new Set(ids).size).toBe(4);
});

describe('what a sender may not write is refused (S-04)', () => {
  const may = (...paths: readonly string[]): ReadonlySet<string> => new Set(paths.map((path) => `plan.${path}`));

  test.each([
    ['a form that does not exist', { other: { name: 'x' } }, '/other'],
    ['a field that does not exist', { plan: { state: 'done' } }, '/plan/state'],
    ['a case property beside the forms', { status: 'closed', plan: {} }, '/status'],
    ['a column named as a field', { plan: { 'budget.price': '1' } }, '/plan/budget.price'],
    ['a key that needs escaping', { plan: { 'a/b~c': 1 } }, '/plan/a~1b~0c'],
    ['an empty key', { plan: { '': 1 } }, '/plan/'],
    ['a key longer than anything', { plan: { ['k'.repeat(5000)]: 1 } }, `/plan/${'k'.repeat(64)}`],
  ])('%s', (_what, sent, path) => {
    expect(refusals(plan, before, sent)).toEqual([{ code: 'unknown-field', path, params: {} }]);
  });

  test('a field outside the rights, even when it repeats what is stored', () => {
    expect(send({ name: 'x' }, may('kind'))).toEqual([issue('not-writable', '/name')]);
    expect(send({ name: '周年庆' }, may('kind'))).toEqual([issue('not-writable', '/name')]);
    expect(send({ total: '180.00' }, may('kind'))).toEqual([issue('not-writable', '/total')]);
  });
  test('a computed field with another value than its own', () => {
    expect(send({ total: '1.00' })).toEqual([issue('not-writable', '/total')]);
    expect(take({ total: '180.00' })).toMatchObject({ total: '180.00' });
    expect(take({ total: '180.00', budget: [] })).toMatchObject({ total: '0.00' });
    expect(take({ total: '0.00', budget: [] })).toMatchObject({ total: '0.00' });
  });
  test('a looked-up field with another value than its own', () => {
    expect(refusals(plan, before, { plan: { balance: '999999.00' } })).toEqual([issue('not-writable', '/balance')]);
  });
  test('a read-only field, unless it repeats what is stored', () => {
    expect(send({ opened: '2026-01-01' })).toEqual([issue('not-writable', '/opened')]);
    expect(send({ opened: null })).toEqual([issue('not-writable', '/opened')]);
    expect(take({ opened: '2026-11-20' })).toMatchObject({ opened: '2026-11-20' });
  });
  test('a field that the same patch locks', () => {
    expect(send({ legal: true, locked: 'x' })).toEqual([issue('not-writable', '/locked')]);
    expect(take({ legal: false, locked: 'x' })).toMatchObject({ locked: 'x' });
  });
  test('a hidden field; one that the same patch shows is taken', () => {
    expect(send({ other: '讲座' })).toEqual([issue('not-writable', '/other')]);
    expect(take({ other: null })).not.toHaveProperty('other');
    expect(take({ kind: 'other', other: '讲座' })).toMatchObject({ other: '讲座' });
    expect(send({ kind: 'fair', budget: [] })).toEqual([issue('not-writable', '/budget')]);
  });
  test('a computed cell, a hidden cell', () => {
    expect(send({ budget: [{ _row: 'a', amount: '1.00' }] })).toEqual([issue('not-writable', '/budget/0/amount')]);
    expect(take({ budget: [{ _row: 'a', amount: '100.00' }] }).budget).toMatchObject([{ amount: '100.00' }]);
    expect(send({ budget: [{ _row: 'b', note: '备注' }] })).toEqual([issue('not-writable', '/budget/0/note')]);
  });

  test('columns outside the rights; the cells of the others change in their rows', () => {
    const rights = may('budget.item');
    expect(send({ budget: [{ _row: 'b', price: '1' }] }, rights)).toEqual([issue('not-writable', '/budget/0/price')]);
    expect(send({ budget: [{ _row: 'b', price: '80.00' }] }, rights)).toEqual([
      issue('not-writable', '/budget/0/price'),
    ]);
    const { budget: rows } = take({ budget: [{ _row: 'b', item: '会场' }] }, rights);
    expect(rows).toMatchObject([
      { _row: 'a', item: '横幅' },
      { _row: 'b', item: '会场', price: '80.00' },
    ]);
  });
  test('rows that nobody may add', () => {
    const rights = may('budget.item');
    expect(send({ budget: [{ _row: 'c', item: 'x' }] }, rights)).toEqual([
      issue('unknown-row', '/budget/0', { id: 'c' }),
    ]);
    expect(send({ budget: [{ item: 'x' }] }, rights)).toEqual([issue('unknown-row', '/budget/0', { id: 'r1' })]);
    expect(take({ budget: [] }, rights).budget).toHaveLength(2);
  });
  test('rows of a table whose rows are fixed', () => {
    const columns = { item: { type: 'text', title }, result: { type: 'text', title } } as const;
    const model = modelOf({ f: { t: { type: 'table', title, rows: 'fixed', columns } } });
    const given: Values = { f: { t: [{ _row: 'a' }, { _row: 'b' }] } };
    expect(refusals(model, given, { f: { t: [{ _row: 'c' }] } })).toMatchObject([{ code: 'unknown-row' }]);
    expect(accepted(model, given, { f: { t: [{ _row: 'b', result: '是' }] } }).f?.t).toEqual([
      { _row: 'a' },
      { _row: 'b', result: '是' },
    ]);
  });
  test('a read-only cell of a new row, which holds its default', () => {
    const columns = {
      opened: { type: 'date', title, default: 'today', readonly: true },
      item: { type: 'text', title },
    } as const satisfies Readonly<Record<string, Field>>;
    const model = modelOf({ f: { t: { type: 'table', title, columns } } });
    const sent = (opened: string) => ({ f: { t: [{ item: 'x', opened }] } });
    expect(refusals(model, {}, sent('2020-01-01'))).toEqual([
      { code: 'not-writable', path: '/f/t/0/opened', params: {} },
    ]);
    expect(accepted(model, {}, sent('2026-11-23')).f?.t).toEqual([{ _row: 'r1', item: 'x', opened: '2026-11-23' }]);
    expect(accepted(model, {}, { f: { t: [{ item: 'x' }] } }).f?.t).toMatchObject([{ opened: '2026-11-23' }]);
  });
  test('nothing is changed when anything is refused', () => {
    const result = acceptPatch(plan, before, { plan: { name: 'x', kind: 5, state: 1, total: '1.00' } }, all, planFacts);
    expect(result).toEqual({
      ok: false,
      error: [issue('wrong-type', '/kind'), issue('unknown-field', '/state')],
    });
  });
});

describe('hostile bodies', () => {
  const parsed = (text: string): unknown => JSON.parse(text);

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'the key %s is refused everywhere (S-09)',
    (key) => {
      const own = (value: string) => parsed(`{"${key}": ${value}}`);
      expect(refusals(plan, before, own('{"name":"x"}'))).toMatchObject([{ code: 'unknown-field', path: `/${key}` }]);
      expect(send(own('{"polluted":true}'))).toMatchObject([{ code: 'unknown-field', path: `/plan/${key}` }]);
      expect(send({ budget: [own('"x"')] })).toMatchObject([{ code: 'unknown-field', path: `/plan/budget/0/${key}` }]);
      expect(send({ dates: own('"2026-12-01"') })).toMatchObject([{ code: 'wrong-type', path: '/plan/dates' }]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(Object.getPrototypeOf(take({ budget: [{}] }))).toBe(Object.prototype);
    },
  );

  test('a definition cannot name such a field, so a path to it leads nowhere', () => {
    expect(refusals(plan, before, { plan: { name: 'x' } }, new Set(['__proto__', 'plan.__proto__']))).toMatchObject([
      { code: 'not-writable' },
    ]);
  });

  test.each([
    ['a lone surrogate', '\ud800'],
    ['a reversed pair', '\udc00\ud800'],
    ['a U+0000', 'a\u0000b'],
  ])('%s is refused in text, ids and rows (S-11)', (_what, text) => {
    const code = 'ill-formed-text';
    expect(send({ name: text })).toEqual([issue(code, '/name')]);
    expect(send({ kind: text })).toEqual([issue(code, '/kind')]);
    expect(send({ reason: `前${text}后` })).toEqual([issue(code, '/reason')]);
    expect(send({ budget: [{ item: text }] })).toEqual([issue(code, '/budget/0/item')]);
    expect(send({ budget: [{ _row: text }] })).toEqual([issue('wrong-type', '/budget/0/_row')]);
  });
  test('an ill-formed key is reported by a well-formed path', () => {
    expect(send({ 'a\ud800': 1 })).toEqual([issue('unknown-field', '/a\ufffd')]);
  });

  test.each([null, 5, 'x', true, [], [{}]])('a body or a form that is %j is refused', (sent) => {
    expect(refusals(plan, before, sent)).toEqual([{ code: 'wrong-type', path: '', params: {} }]);
    expect(send(sent)).toEqual([issue('wrong-type', '')]);
  });

  test('too many rows are refused before any is looked at', () => {
    const rows = Array.from({ length: 20_000 }, () => ({ item: 5, bad: 1 }));
    expect(send({ budget: rows })).toEqual([issue('too-many-rows', '/budget', { max: 500 })]);
  });
  test('no more than a hundred issues are told', () => {
    const sent = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, 1]));
    expect(send(sent)).toHaveLength(100);
  });
  test('JSON nested ever deeper in place of a value is one wrong type', () => {
    const deep = parsed(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(send({ name: deep, budget: deep, dates: deep })).toHaveLength(3);
    expect(send({ total: deep })).toEqual([issue('wrong-type', '/total')]);
  });

  test('whatever is sent, values stay well formed and nothing outside the rights changes', () => {
    const ids = [...Object.keys(planFields), '__proto__', 'x'];
    const cell = fc.oneof(fc.jsonValue(), fc.constantFrom('5', '2026-12-01', 'ad', 'row-1', '\ud800'));
    const rows = fc.array(fc.dictionary(fc.constantFrom(...Object.keys(planFields.budget.columns), '_row', 'x'), cell));
    const sent = fc.dictionary(fc.constantFrom(...ids), fc.oneof(cell, rows), { maxKeys: 4 });
    const rights = new Set(['plan.name', 'plan.kind', 'plan.budget.item', 'plan.budget.quantity']);
    fc.assert(
      fc.property(sent, (body) => {
        const result = acceptPatch(plan, before, { plan: body }, rights, planFacts);
        if (!result.ok) return;
        const { name: _name, kind: _kind, budget: _rows, ...kept } = result.value.plan ?? {};
        const derived = new Set(['total', 'rate', 'summary', 'other']);
        for (const [id, value] of Object.entries(kept)) {
          if (!derived.has(id)) expect([id, value]).toEqual([id, before.plan?.[id]]);
        }
        expect(JSON.stringify(result.value).includes('\\ud800')).toBe(false);
        expect(settle(plan, result.value, planFacts)).toEqual(result.value);
      }),
      { numRuns: 1000 },
    );
  });
});

test('the facts decide the outcome, not the moment of the call', () => {
  const sent = { plan: { name: '同一个', budget: [{ item: '行', quantity: '2', price: '3' }] } };
  const first = acceptPatch(plan, before, sent, all, facts);
  expect(acceptPatch(plan, before, structuredClone(sent), all, facts)).toEqual(first);
});
