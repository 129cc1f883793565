import { describe, expect, it } from 'vitest';
import { compileExpression, type Expression } from '../../../engine/expression/expression.ts';
import type { ExprType, Scope } from '../../../engine/expression/type.ts';
import { compiled, evaluated, issues, values } from './fixture.ts';

const text = { kind: 'text' } as const;
const decimal = { kind: 'decimal' } as const;

describe('a map literal', () => {
  it.each<[string, unknown]>([
    ["{'task': plan.name, 'progress': 0}", { task: '周年庆', progress: 0 }],
    ['{"sum": plan.amount + 0.2}', { sum: '0.3' }],
    ['{}', {}],
    ["{'a': 1,}", { a: 1 }],
    ["{'dates': plan.dates, 'choices': plan.choices}", { dates: values.plan.dates, choices: ['a', 'b'] }],
    ["{'in': {'side': [1.50]}}", { in: { side: ['1.5'] } }],
    ["{'a': {'b': 1.50}}.a.b", '1.5'],
    ["{'day': today}.day < addDays(today, 1)", true],
    ["{'a': plan.urgent ? 1 : 2.5}", { a: '1' }],
    ["[{'a': 1}, {'a': 2.50}]", [{ a: '1' }, { a: '2.5' }]],
    ["[{'a': 1}, {'a': 2}].a", [1, 2]],
    ["sum([{'a': 1}, {'a': 2}].a)", 3],
    ["first([{'a': 7}]).a", 7],
    ["plan.budget.map(r, {'all': r.amount * r.qty}).all", ['2400', '0.9', '498.5']],
    ["plan.budget.map(r, {'q': r.qty}).filter(x, x.q > 2)", [{ q: 3 }, { q: 5 }]],
    ["plan.urgent ? {'a': 1} : {'a': 2.5, 'b': 'x'}", { a: '1' }],
    ["plan.urgent ? plan.budget.map(r, {'qty': r.qty}) : plan.budget", [{ qty: 2 }, { qty: 3 }, { qty: 5 }]],
    ["empty({'a': null})", true],
    ["filled({'a': 0})", true],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toEqual(expected);
  });

  it('leaves members without a value out', () => {
    const source =
      "{'kind': plan.kind, 'amount': plan.amount + 1, 'none': null, 'flag': plan.urgent, 'name': plan.name}";
    expect(evaluated(source, { plan: {} })).toEqual({ name: '' });
    expect(evaluated("plan.budget.map(r, {'qty': r.qty})", { plan: { budget: [{ qty: 1 }, {}] } })).toEqual([
      { qty: 1 },
      {},
    ]);
    expect(evaluated('plan.dates', { plan: { dates: { start: '2026-12-01', end: null } } })).toEqual({
      start: '2026-12-01',
    });
  });

  it('is a record of its keys, and a list of records inside map()', () => {
    const record = { kind: 'record', fields: { name: text, amount: decimal } };
    expect(compiled("{'name': plan.name, 'amount': plan.amount}").type).toEqual(record);
    const rows = compiled("plan.budget.map(r, {'name': r.note, 'amount': r.amount})");
    expect(rows.type).toEqual({ kind: 'list', of: record });
  });

  it('reads what its members read', () => {
    const { reads } = compiled("plan.budget.map(r, {'a': r.amount, 'n': plan.name})");
    expect(reads).toEqual([
      ['plan', 'budget', 'amount'],
      ['plan', 'name'],
    ]);
    expect(compiled("plan.budget.map(r, {'a': 1})").reads).toEqual([['plan', 'budget']]);
  });

  it.each([
    ["{'a': 1, 'b': 2, 'a': 3}", "'a'", { reason: 'duplicate', name: 'a' }],
    ['{"a": 1, \'\\x61\': 2}', "'\\x61'", { reason: 'duplicate', name: 'a' }],
    ['{name: 1}', 'name', { reason: 'key', found: 'name' }],
    ['{1: 1}', '1', { reason: 'key', found: '1' }],
    ['{null: 1}', 'null', { reason: 'key' }],
    ["{'a' + 'b': 1}", "'a' + 'b'", { reason: 'key' }],
    ["{'__proto__': 1}", "'__proto__'", { reason: 'key' }],
    ["{'a': 1}.b", 'b', { name: 'b', owner: "{'a': 1}" }],
    ["{'a': 1} == {'a': 1}", "{'a': 1} == {'a': 1}", { reason: 'operands', left: 'record' }],
    ["[{'a': 1}, {'b': 1}]", "{'b': 1}", { reason: 'elements' }],
    ["sum(plan.budget.map(r, {'a': 1}))", "plan.budget.map(r, {'a': 1})", { actual: 'list<record>' }],
  ])('%s is refused at %s', (source, where, params) => {
    const [issue, ...others] = issues(source);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ params });
    expect(source.slice(issue?.start, issue?.end)).toBe(where);
  });

  it('reports wrong keys and wrong values together', () => {
    expect(issues("{'a': nmae, 'a': 1, b: plan.nmae}").map(({ code }) => code)).toEqual([
      'unknown-name',
      'type',
      'type',
      'unknown-name',
    ]);
  });

  it('costs what its members cost', () => {
    const rows = Array.from({ length: 10_000 }, (_, qty) => ({ qty }));
    expect(evaluated("rows.map(r, {'all': rows})", { rows })).toBeNull();
    expect(evaluated("rows.map(a, {'n': a.qty, 'of': rows.exists(b, b.qty > a.qty + 9999)})", { rows })).toBeNull();
    expect(evaluated("size(rows.map(r, {'n': r.qty}))", { rows })).toBe(10_000);
  });
});

describe('a list of records where a table is expected', () => {
  const table: ExprType = {
    kind: 'table',
    columns: { name: text, total: decimal, kind: { kind: 'choice' }, tags: { kind: 'list', of: decimal } },
  };

  it.each([
    ["plan.budget.map(r, {'name': r.note, 'total': r.amount, 'kind': r.category})"],
    ["plan.budget.map(r, {'total': r.qty})"],
    ["plan.budget.map(r, {'kind': 'new', 'name': null, 'tags': [1]})"],
    ["[{'name': 'a'}]"],
    ['plan.budget.map(r, {})'],
    ["plan.urgent ? [{'name': 'a'}] : []"],
    ['[]'],
    ['null'],
  ])('%s fits column by column', (source) => {
    expect(issues(source, table)).toEqual([]);
    expect(compiled(source, table).type).toBe(table);
  });

  it.each([
    ["plan.budget.map(r, {'name': r.note, 'totl': r.amount})", 'totl'],
    ["plan.budget.map(r, {'total': r.note})", 'total'],
    ["plan.budget.map(r, {'tags': ['a']})", 'tags'],
    ["plan.budget.map(r, {'constructor': 1})", 'constructor'],
    ['plan.budget', 'amount'],
  ])('%s does not fit at the column %s', (source, column) => {
    expect(issues(source, table)).toMatchObject([
      { code: 'type', params: { reason: 'result', expected: 'table', column }, start: 0, end: source.length },
    ]);
  });

  it.each(["{'name': 'a'}", 'plan.budget.note', 'plan.stars'])('%s is no table', (source) => {
    const [issue] = issues(source, table);
    expect(issue).toMatchObject({ code: 'type', params: { reason: 'result', expected: 'table' } });
    expect(issue?.params).not.toHaveProperty('column');
  });

  it('holds an integer narrower than it allows, and not the other way round', () => {
    const integers: ExprType = { kind: 'table', columns: { total: { kind: 'integer' } } };
    expect(issues("plan.budget.map(r, {'total': r.qty})", integers)).toEqual([]);
    expect(issues("plan.budget.map(r, {'total': r.amount})", integers)).toHaveLength(1);
  });

  it('gets the stored form of its own columns', () => {
    const rows = compiled("plan.budget.map(r, {'name': r.note, 'total': r.qty})", table).evaluate(values);
    expect(rows).toEqual([
      { name: 'x', total: '2' },
      { name: '', total: '3' },
      { name: 'y', total: '5' },
    ]);
  });
});

describe('rows handed over from an earlier case', () => {
  const plan = {
    kind: 'record',
    fields: {
      targets: { kind: 'table', columns: { name: text, target: decimal } },
      steps: { kind: 'table', columns: { task: text } },
    },
  } as const;
  const results = { kind: 'table', columns: { name: text, cum: decimal } } as const;
  const steps = { kind: 'table', columns: { task: text, progress: decimal, status: { kind: 'choice' } } } as const;
  const last = { kind: 'record', fields: { report: { kind: 'record', fields: { results, steps } } } } as const;
  const scope: Scope = { plan, last };
  const given = {
    plan: {
      targets: [{ name: 'visits', target: '500' }, { name: 'sales' }],
      steps: [{ task: 'hall' }, { task: 'ads' }],
    },
    last: {
      report: {
        results: [
          { name: 'visits', cum: '120.50' },
          { name: 'visits', cum: '30' },
        ],
        steps: [{ task: 'hall', progress: '40', status: 'running' }],
      },
    },
  };

  function handedOver(source: string, columns: Readonly<Record<string, ExprType>>): Expression {
    const result = compileExpression(source, scope, { kind: 'table', columns });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  }

  const before = handedOver(
    "plan.targets.map(t, {'name': t.name, 'before': sum(last.report.results.filter(r, r.name == t.name).cum)})",
    { name: text, before: decimal, total: decimal },
  );

  it('sums the rows of one table for each row of another', () => {
    expect(before.evaluate(given)).toEqual([
      { name: 'visits', before: '150.5' },
      { name: 'sales', before: '0' },
    ]);
    expect(before.reads.map((path) => path.join('.'))).toEqual([
      'plan.targets.name',
      'last.report.results.name',
      'last.report.results.cum',
    ]);
  });

  it.each([{}, { last: undefined }, { last: null }, { last: {} }, { last: { report: null } }])(
    'starts at 0 when the earlier case is %j',
    (earlier) => {
      expect(before.evaluate({ plan: given.plan, ...earlier })).toEqual([
        { name: 'visits', before: '0' },
        { name: 'sales', before: '0' },
      ]);
    },
  );

  it('has no rows when nothing at all is known', () => {
    expect(before.evaluate({})).toEqual([]);
  });

  it('takes a status over, or begins with one', () => {
    const source = `plan.steps.map(s, {
      'task': s.task,
      'progress': sum(last.report.steps.filter(l, l.task == s.task).progress),
      'status': last.report.steps.exists(l, l.task == s.task)
        ? first(last.report.steps.filter(l, l.task == s.task).status) : 'not-started'
    })`;
    expect(handedOver(source, steps.columns).evaluate(given)).toEqual([
      { task: 'hall', progress: '40', status: 'running' },
      { task: 'ads', progress: '0', status: 'not-started' },
    ]);
  });
});
