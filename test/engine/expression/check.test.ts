import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../engine/expression/expression.ts';
import type { ExprType } from '../../../engine/expression/type.ts';
import { issues } from './fixture.ts';

/** The stretch of source an issue points at. */
const pointed = (source: string, expected?: ExprType): readonly string[] =>
  issues(source, expected).map(({ start, end }) => source.slice(start, end));

describe('unknown names', () => {
  it.each([
    ['plan.nmae', 'nmae', 'name'],
    ['plan . nmae', 'nmae', 'name'],
    ['pln.name', 'pln', 'plan'],
    ['today > plan.Due', 'Due', 'due'],
    ['sum(plan.budget.amout)', 'amout', 'amount'],
    ['plan.budget.exists(r, r.amont > 5)', 'amont', 'amount'],
    ['plan.budget.exists(line, lime.amount > 5)', 'lime', 'line'],
    ['plan.dates.strat', 'strat', 'start'],
    ['smu(plan.budget.amount)', 'smu', 'sum'],
    ['plan.budget.exist(r, true)', 'exist', 'exists'],
    ['plan.name.startWith("a")', 'startWith', 'startsWith'],
    ['(plan.name).startWith("a")', 'startWith', 'startsWith'],
    ['first(plan.budget).amunt', 'amunt', 'amount'],
    ['plan.unheard', 'unheard', undefined],
    ['something', 'something', undefined],
    ['plan.budget.exists(r, r._row == "r1")', '_row', 'row'],
  ])('%s points at %s and suggests %s', (source, name, suggestion) => {
    const [issue, ...others] = issues(source);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'unknown-name', params: { name } });
    expect(pointed(source)).toEqual([name]);
    expect(issue?.suggestion).toBe(name === '_row' ? undefined : suggestion);
  });

  it('names the owner and the kind of the unknown', () => {
    expect(issues('plan.nmae')[0]?.params).toEqual({ name: 'nmae', kind: 'field', owner: 'plan' });
    expect(issues('nmae')[0]?.params).toMatchObject({ name: 'nmae', kind: 'name' });
    expect(issues('nmae()')[0]?.params).toMatchObject({ name: 'nmae', kind: 'function' });
  });

  it('lists all there are where none of them is close', () => {
    expect(issues('nmae')[0]?.params.known).toBe('plan, row, rows, starter, today');
    expect(issues('chose()')[0]?.params.known).toMatch(/^addDays, addMonths, .*, workdays, year$/);
    expect(issues('plan.nmae')[0]).toMatchObject({ suggestion: 'name', params: { name: 'nmae' } });
    expect(issues('plan.nmae')[0]?.params).not.toHaveProperty('known');
  });

  it('reports every independent issue in source order', () => {
    const source = 'size(plan.budget) > 3 && plan.nmae == "a" || plan.amuont > 3 + plan.due';
    expect(pointed(source)).toEqual(['nmae', 'amuont', '3 + plan.due']);
  });

  it('forgets a macro variable after the macro', () => {
    expect(pointed('plan.budget.exists(r, r.qty > 1) && r.qty > 1')).toEqual(['r']);
  });
});

describe('types', () => {
  it.each([
    ['plan.name + 1', 'plan.name + 1', { reason: 'operands', operator: '+', left: 'text', right: 'integer' }],
    ['1 + (plan.urgent * 2)', 'plan.urgent * 2', { reason: 'operands', left: 'flag' }],
    ['plan.due + 3', 'plan.due + 3', { left: 'date', right: 'integer' }],
    ['plan.due - today', 'plan.due - today', { operator: '-' }],
    ['plan.amount > "5"', 'plan.amount > "5"', { left: 'decimal', right: 'text' }],
    ['plan.due > "soon"', 'plan.due > "soon"', { left: 'date', right: 'text' }],
    ['plan.kind == 1', 'plan.kind == 1', { left: 'choice', right: 'integer' }],
    ['plan.kind == plan.owner', 'plan.kind == plan.owner', { left: 'choice', right: 'person' }],
    ['plan.budget == plan.budget', 'plan.budget == plan.budget', { left: 'table' }],
    ['plan.kind < "a"', 'plan.kind < "a"', { left: 'choice' }],
    ['1 in plan.choices', '1 in plan.choices', { operator: 'in', right: 'list<choice>' }],
    ['plan.stars && plan.urgent', 'plan.stars', { reason: 'operand', operator: '&&', expected: 'flag' }],
    ['!plan.stars', 'plan.stars', { operator: '!', actual: 'integer' }],
    ['-plan.name', 'plan.name', { operator: '-', actual: 'text' }],
    ['plan.stars ? 1 : 2', 'plan.stars', { operator: '?', actual: 'integer' }],
    ['true ? 1 : "a"', '1 : "a"', { reason: 'branches', left: 'integer', right: 'text' }],
    ['[1, "a"]', '"a"', { reason: 'elements', left: 'integer', right: 'text' }],
    [
      'sum(plan.budget)',
      'plan.budget',
      { reason: 'argument', function: 'sum', expected: 'list<decimal>', actual: 'table' },
    ],
    ['sum(plan.budget.note)', 'plan.budget.note', { actual: 'list<text>' }],
    ['round(plan.amount, 1.5)', '1.5', { function: 'round', expected: 'integer', actual: 'decimal' }],
    ['round(plan.amount)', 'round(plan.amount)', { reason: 'arguments', expected: '2', actual: '1' }],
    ['days(plan.due, plan.name)', 'plan.name', { function: 'days', expected: 'date' }],
    ['days("2026-02-30", today)', '"2026-02-30"', { expected: 'date', actual: 'text' }],
    ['month(plan.quarter)', 'plan.quarter', { expected: 'date, dateTime, month', actual: 'quarter' }],
    ['firstDay(today)', 'today', { expected: 'week, month, quarter', actual: 'date' }],
    ['addMonths(plan.quarter, 1)', 'plan.quarter', { expected: 'date, month' }],
    ['at(today, "24:00")', '"24:00"', { expected: 'time', actual: 'text' }],
    ['plan.month == "2026-13"', 'plan.month == "2026-13"', { left: 'month', right: 'text' }],
    ['plan.month < plan.quarter', 'plan.month < plan.quarter', { left: 'month', right: 'quarter' }],
    ['min(plan.amount, plan.due)', 'plan.due', { function: 'min', actual: 'date' }],
    ['max("a", "b")', '"a"', { function: 'max', actual: 'text' }],
    ['size(plan.stars)', 'plan.stars', { function: 'size', actual: 'integer' }],
    ['plan.stars.contains("a")', 'plan.stars', { function: 'contains', actual: 'integer' }],
    ['plan.budget.filter(r, r.amount)', 'r.amount', { function: 'filter', expected: 'flag', actual: 'decimal' }],
    ['plan.name.exists(c, c == "a")', 'plan.name', { function: 'exists', expected: 'list', actual: 'text' }],
    ['plan.name.length', 'length', { reason: 'field', name: 'length', actual: 'text' }],
    ['plan.budget["amount"]', '"amount"', { reason: 'index', expected: 'integer' }],
    ['plan[0]', 'plan', { reason: 'index', expected: 'list', actual: 'record' }],
    ['plan.free + 1', 'plan.free + 1', { left: 'any' }],
    ['plan.amount + null', 'plan.amount + null', { right: 'null' }],
  ])('%s is refused at %s', (source, where, params) => {
    const [issue, ...others] = issues(source);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'type', params });
    expect(pointed(source)).toEqual([where]);
  });

  it('points to addDays where a date is added to', () => {
    expect(issues('plan.due + 3')[0]?.suggestion).toBe('addDays');
  });

  it.each<[string, ExprType]>([
    ['plan.amount', { kind: 'flag' }],
    ['plan.amount', { kind: 'integer' }],
    ['plan.name', { kind: 'date' }],
    ['"soon"', { kind: 'date' }],
    ['plan.owner', { kind: 'unit' }],
    ['plan.free', { kind: 'decimal' }],
    ['plan.budget.amount', { kind: 'list', of: { kind: 'integer' } }],
    ['plan.budget', { kind: 'list', of: { kind: 'any' } }],
  ])('%s does not fit the expected %j', (source, expected) => {
    expect(issues(source, expected)).toMatchObject([{ code: 'type', params: { reason: 'result' } }]);
    expect(pointed(source, expected)).toEqual([source]);
  });

  it.each<[string, ExprType]>([
    ['plan.stars', { kind: 'decimal' }],
    ['plan.budget.qty', { kind: 'list', of: { kind: 'decimal' } }],
    ['"2026-11-22"', { kind: 'date' }],
    ['"2026-11"', { kind: 'month' }],
    ['"2026-11-22T08:30"', { kind: 'dateTime' }],
    ['plan.urgent ? "a" : plan.kind', { kind: 'choice' }],
    ['null', { kind: 'person' }],
    ['[]', { kind: 'list', of: { kind: 'choice' } }],
    ['plan.budget', { kind: 'any' }],
  ])('%s fits the expected %j', (source, expected) => {
    expect(issues(source, expected)).toEqual([]);
  });
});

describe('syntax', () => {
  it.each([
    ['', 0, 0],
    ['plan.', 5, 5],
    ['1 +', 3, 3],
    ['plan.name plan', 10, 14],
    ['"abc', 0, 4],
    ['plan.name = 1', 10, 11],
    ['(1 + 2', 6, 6],
    ['plan.预算', 5, 6],
    ['if', 0, 2],
    ['plan.budget.exists(1, true)', 19, 20],
    ['plan.budget.map("a", true)', 16, 19],
    ["'abc\ndef'", 4, 5],
    ['"a\\"', 0, 4],
    ['"a\\qb"', 2, 4],
    ['"\\u12"', 1, 3],
    ['"\\ud800"', 1, 7],
    ['"\\U00110000"', 1, 11],
    ['"\\400"', 1, 3],
    ['1 2', 2, 3],
    ['5x', 1, 2],
    ['1.', 2, 2],
    ['.5', 0, 1],
    ['1e', 1, 2],
    ['plan.in', 5, 7],
    ['plan..name', 5, 6],
    ['plan.name & true', 10, 11],
    ['min(1, 2]', 8, 9],
    ['[1 2]', 3, 4],
    ['[,]', 1, 2],
    ['true ? 1', 8, 8],
    ['{"a" 1}', 5, 6],
    ['{"a": 1', 7, 7],
    ['__proto__', 0, 9],
    ['plan.free.?a', 10, 11],
  ])('%s is refused between %i and %i', (source, start, end) => {
    expect(issues(source)).toMatchObject([{ code: 'syntax', start, end }]);
  });

  it('counts positions in the source with its line breaks and comments', () => {
    const source = '// total\nplan.amount +\n  plan.nmae';
    expect(pointed(source)).toEqual(['nmae']);
    expect(pointed('plan.name // .\n . startWith("a")')).toEqual(['startWith']);
  });

  it('counts the parentheses of an operand to the operation, not to the operand', () => {
    expect(pointed('(plan.stars) + (plan.due)')).toEqual(['(plan.stars) + (plan.due)']);
    expect(pointed('!(plan.stars)')).toEqual(['plan.stars']);
    expect(pointed('sum((plan.budget).note)')).toEqual(['(plan.budget).note']);
  });
});

describe('the scope', () => {
  it('is read by its own keys only', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(compileExpression(name, {}).ok).toBe(false);
      expect(compileExpression(`plan.${name}`, { plan: { kind: 'record', fields: {} } }).ok).toBe(false);
    }
  });
});
