import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../engine/expression/expression.ts';
import { compiled, evaluated, issues, scope } from './fixture.ts';

const rowsOf = (count: number): unknown =>
  Array.from({ length: count }, (_, index) => ({
    amount: `${index}.${'9'.repeat(50)}`,
    qty: index,
    note: 'x'.repeat(100),
  }));

function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const started = performance.now();
  const value = run();
  return { value, ms: performance.now() - started };
}

describe('what the language leaves out', () => {
  it.each([
    ['plan.name.matches("(a+)+b")', 'matches'],
    ['matches(plan.name, "a")', 'matches'],
    ['dyn(1)', 'dyn'],
    ['b"abc"', 'bytes'],
    ['bytes("abc")', 'bytes'],
    ['type(1)', 'type'],
    ['has(plan.name)', 'has'],
    ['cel.bind(x, 1, x + x)', 'bind'],
    ['plan.budget.exists_one(r, true)', 'exists_one'],
    ['5u', '5u'],
    ['1e3', '1e3'],
    ['7 % 2', '%'],
    ['r"abc"', 'r"'],
    ["plan.name + R'abc'", "R'"],
    ['"""abc"""', '"""'],
    ["''''''", "'''"],
    ['0x1Fu', '0x1Fu'],
    ['1.5e-2', '1.5e-2'],
    ['9'.repeat(65), '9'.repeat(65)],
  ])('refuses %s', (source, what) => {
    expect(issues(source)).toMatchObject([{ code: 'not-allowed', params: { what } }]);
  });

  it.each([
    'constructor.constructor("return 1")()',
    'constructor.constructor("return 1")',
    'plan.constructor.constructor("return 1")',
    'plan.__proto__',
    'plan.name.constructor',
    '"a".repeat(1000000000)',
    '"a" * 1000000000',
    'globalThis',
    'this.x',
    'import("fs")',
    'fetch("http://localhost")',
    '(() => 1)()',
    '`1`',
    'for (;;) {}',
    'a = 1',
    'range(1000000000)',
  ])('refuses %s', (source) => {
    expect(issues(source).length).toBeGreaterThan(0);
  });
});

describe('size of the source', () => {
  it.each([
    ['length', `${'1 + '.repeat(600)}1`],
    ['nodes', `${'1+'.repeat(300)}1`],
    ['nodes', `${'!'.repeat(1500)}true`],
    ['depth', `${'('.repeat(100)}1${')'.repeat(100)}`],
    ['depth', `${'['.repeat(900)}`],
    ['depth', '-('.repeat(900)],
    ['depth', '{"a":'.repeat(380)],
    ['depth', 'a?'.repeat(900)],
    ['depth', 'plan.budget.map(r,'.repeat(100)],
    ['depth', `plan${'.free'.repeat(64)}`],
    ['nodes', `[${'{"a": [1, 2, 3, 4, 5]},'.repeat(70)}]`],
    ['elements', `[${'1,'.repeat(300)}1]`],
    ['elements', `min(${'1,'.repeat(30)}1)`],
    ['elements', `{${'"a":1,'.repeat(51)}}`],
    ['nesting', 'rows.exists(a, rows.exists(b, rows.exists(c, c.qty > 1)))'],
  ])('more %s than allowed is too complex', (limit, source) => {
    expect(issues(source)).toMatchObject([{ code: 'too-complex', params: { limit } }]);
  });

  it('takes 63 selections in a row, 500 parts and 2,000 characters, and not one more', () => {
    expect(issues(`plan${'.free'.repeat(63)} == 1`)).toEqual([]);
    expect(issues(`${'!'.repeat(499)}true`)).toEqual([]);
    expect(issues(`${'!'.repeat(500)}true`)).toMatchObject([{ code: 'too-complex', params: { limit: 'nodes' } }]);
    expect(issues(`1${' '.repeat(1999)}`)).toEqual([]);
    expect(issues(`1${' '.repeat(2000)}`)).toMatchObject([{ code: 'too-complex', params: { limit: 'length' } }]);
  });

  it('points at where the limit was passed', () => {
    expect(issues(`1 + ${'('.repeat(65)}`)).toMatchObject([{ start: 68, end: 69 }]);
    expect(issues(`min(${'1,'.repeat(20)}1)`)).toMatchObject([{ start: 36, end: 46 }]);
  });

  it('allows macros nested twice and any number one after the other', () => {
    expect(issues('rows.exists(a, rows.exists(b, a.qty == b.qty))')).toEqual([]);
    expect(issues('rows.filter(a, a.qty > 1).filter(a, a.qty > 2).filter(a, a.qty > 3).exists(a, true)')).toEqual([]);
  });

  it('refuses ten megabytes at once', () => {
    const { value, ms } = timed(() => issues('1'.repeat(10_000_000)));
    expect(value).toMatchObject([{ code: 'too-complex', params: { limit: 'length' } }]);
    expect(ms).toBeLessThan(200);
  });
});

describe('budgets of one evaluation', () => {
  it('reads 20,000 elements and not one more', () => {
    expect(evaluated('sum(rows.qty)', { rows: rowsOf(20_000) })).toBe(199_990_000);
    expect(evaluated('sum(rows.qty)', { rows: rowsOf(20_001) })).toBeNull();
  });

  it('gives null when the budget is spent, even where a flag is expected', () => {
    const expression = compiled('rows.exists(r, r.qty < 0)', { kind: 'flag' });
    expect(expression.evaluate({ rows: rowsOf(20_001) })).toBeNull();
    expect(expression.evaluate({ rows: rowsOf(10) })).toBe(false);
  });

  it('starts afresh with every evaluation', () => {
    const expression = compiled('sum(rows.qty)');
    expect(expression.evaluate({ rows: rowsOf(30_000) })).toBeNull();
    expect(expression.evaluate({ rows: rowsOf(3) })).toBe(3);
  });

  it.each([
    ['nested loops', 'rows.exists(a, rows.exists(b, a.qty + b.qty < 0))'],
    ['a sum in a loop', 'rows.exists(a, sum(rows.qty) < a.qty)'],
    ['a search in a loop', 'rows.exists(a, plan.name.contains("zz"))'],
    ['texts joined in a loop', 'rows.map(a, plan.name + plan.name)'],
    ['long products', 'rows.map(a, a.amount * a.amount / 3.7)'],
    ['a long body', `rows.exists(a, ${'a.amount * a.amount + '.repeat(60)}0.1 < 0)`],
  ])('%s end quickly without a result', (_title, source) => {
    const given = { plan: { name: 'ab'.repeat(100_000) }, rows: rowsOf(10_000) };
    const expression = compiled(source);
    expression.evaluate(given);
    const { value, ms } = timed(() => expression.evaluate(given));
    expect(value).toBeNull();
    expect(ms).toBeLessThan(500);
  });

  it('stops joining texts', () => {
    const name = 'a'.repeat(60_000);
    expect(evaluated('plan.name + plan.name', { plan: { name } })).toBeNull();
    expect(evaluated('plan.name + ""', { plan: { name } })).toBe(name);
  });

  it('does not compute with numbers longer than 64 characters', () => {
    const long = '9'.repeat(65);
    expect(evaluated('plan.amount + 1', { plan: { amount: long } })).toBeNull();
    expect(evaluated('plan.amount * plan.amount', { plan: { amount: '9'.repeat(60) } })).toBeNull();
  });
});

describe('hostile values', () => {
  it('does not reach inherited properties', () => {
    const given: unknown = JSON.parse('{"plan": {"__proto__": {"name": "x"}, "free": {"__proto__": {"a": 1}}}}');
    const plan = compileExpression('plan.name', scope);
    expect(plan.ok && plan.value.evaluate(Object(given))).toBe('');
    expect(evaluated('plan.free.toString == null')).toBe(true);
    expect(evaluated('plan.free.constructor == null')).toBe(true);
  });

  it('survives very deep values', () => {
    let deep: unknown = null;
    for (let level = 0; level < 100_000; level += 1) deep = { a: deep };
    expect(evaluated('empty(plan.free)', { plan: { free: deep } })).toBeNull();
  });
});
