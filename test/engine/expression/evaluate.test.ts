import { describe, expect, it } from 'vitest';
import { compiled, evaluated } from './fixture.ts';

describe('what is written as text', () => {
  it.each([
    ["'from ' + text(monthOf(addDays('2026-11-02', 30)))", 'from 2026-12'],
    ["text(quarterOf(addDays('2026-11-02', 1)))", '2026-Q4'],
    ["text(year('2026-11-02'))", '2026'],
    ['text(plan.amount * 3)', '0.3'],
    ['text(1200.50)', '1200.5'],
    ["text('as it is')", 'as it is'],
    ['text(1 / 0)', ''],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toBe(expected);
  });
});

describe('arithmetic', () => {
  it.each([
    ['plan.amount + 0.2 == 0.3', true],
    ['0.1 + 0.2', '0.3'],
    ['plan.amount * 3', '0.3'],
    ['row.price * row.qty', '59.7'],
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 / 2', '3.5'],
    ['6 / 2', '3'],
    ['1 / 3', '0.33333333333333333333'],
    ['2.0 / 3', '0.66666666666666666667'],
    ['-plan.stars', -4],
    ['-plan.rate', '-12.5'],
    ['0 * -1', 0],
    ['0.0 * -1', '0'],
    ['1200.00', '1200'],
    ['plan.rate > 12', true],
    ['plan.rate == 12.5', true],
    ['300000 > plan.amount', true],
    ['10000000000000000000000.0 * 10', '100000000000000000000000'],
    ['9007199254740993 + 0.0', '9007199254740993'],
    ['9007199254740991 + 1', null],
    ['0.00000000000000000001 / 3', '0'],
    ['0xFF', 255],
    ['007', 7],
    ['2 - 3 - 4', -5],
    ['12 / 3 / 2 * 5', '10'],
    ['2 + 3 * 4 - 6 / 2', '11'],
    ['-2 * -3', 6],
    ['--2', 2],
    ['-(1 + 2)', -3],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toBe(expected);
  });

  it('reads the integer -0 as 0', () => {
    expect(evaluated('plan.stars', { plan: { stars: -0 } })).toBe(0);
  });

  it('turns an integer result into decimal text where a decimal is expected', () => {
    expect(compiled('plan.stars + 1', { kind: 'decimal' }).evaluate({ plan: { stars: 4 } })).toBe('5');
  });

  it.each([
    ['round(2.345, 2)', '2.35'],
    ['round(-2.345, 2)', '-2.35'],
    ['round(2.5, 0)', '3'],
    ['round(1250, -2)', '1300'],
    ['round(1.10, 2)', '1.1'],
    ['round(1.5, 21)', null],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toBe(expected);
  });
});

describe('comparison and logic', () => {
  it.each([
    ['plan.kind == "online"', true],
    ['plan.kind != "online"', false],
    ['plan.owner == starter', true],
    ['plan.due >= today', true],
    ['plan.due < "2026-12-01"', true],
    ['plan.due == "2026-11-30"', true],
    ['plan.week == weekOf(today)', false],
    ['plan.week > "2026-W47"', true],
    ['"abc" < "abd"', true],
    ['plan.urgent && !(plan.stars > 4)', true],
    ['plan.stars > 4 || plan.urgent == false', false],
    ['plan.urgent ? 1 : 2.5', '1'],
    ['plan.stars > 9 ? plan.amount : 7', '7'],
    ['plan.urgent ? today : "2026-01-01"', '2026-11-22'],
    ['plan.urgent ? plan.kind : "none"', 'online'],
    ['plan.urgent ? null : 5', null],
    ['plan.kind in ["online", "shop"]', true],
    ['"c" in plan.choices', false],
    ['"a" in plan.choices', true],
    ['4.0 in [1, 2, 4]', true],
    ['1 in []', false],
    ['plan.free.deep == 3', true],
    ['plan.free.deep != 3', false],
    ['3.0 == plan.free.deep', true],
    ['plan.free.other == null', true],
    ['true || false && false', true],
    ['(true || false) && false', false],
    ['1 < 2 == true', true],
    ['1 + 1 in [2]', true],
    ['!true || true', true],
    ['false ? 1 : true ? 2 : 3', 2],
    ['true ? false ? 1 : 2 : 3', 2],
    ['[1, 2, ][1] == max(1, 2, )', true],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toBe(expected);
  });
});

describe('text', () => {
  it.each([
    ['plan.name + "-" + plan.kind', '周年庆-online'],
    ['size("周年庆😀")', 4],
    ['plan.name.size()', 3],
    ['plan.name.contains("年")', true],
    ['plan.name.startsWith("年")', false],
    ['plan.kind.endsWith("line")', true],
    ["'it\\'s'", "it's"],
    ['"it\'s"', "it's"],
    ['"\\a\\b\\f\\n\\r\\t\\v"', '\x07\b\f\n\r\t\v'],
    ['"\\\\ \\? \\" \\\' \\`"', '\\ ? " \' `'],
    ['"\\u4e2d\\U0001F600\\x41\\X42\\103"', '中😀ABC'],
    ['"// no comment"', '// no comment'],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toBe(expected);
  });
});

describe('tables and lists', () => {
  it.each<[string, unknown]>([
    ['sum(plan.budget.amount)', '1300'],
    ['sum(plan.budget.qty)', 10],
    ['avg(plan.budget.qty)', '3.33333333333333333333'],
    ['min(plan.budget.amount)', '0.3'],
    ['max(plan.budget.amount)', '1200'],
    ['min(plan.budget.day)', '2026-11-20'],
    ['max(plan.due, plan.dates.end, "2026-01-01")', '2026-12-03'],
    ['min(3, 2.5)', '2.5'],
    ['max(3, 2)', 3],
    ['count(plan.budget)', 3],
    ['count(plan.budget.note)', 2],
    ['size(plan.budget)', 3],
    ['size(plan.budget.filter(r, r.category == "media"))', 2],
    ['sum(plan.budget.filter(r, r.category == "media").amount)', '1299.7'],
    ['plan.budget.exists(r, r.amount > 1000)', true],
    ['plan.budget.all(r, r.qty >= 3)', false],
    ['plan.budget.map(r, r.amount * r.qty)', ['2400', '0.9', '498.5']],
    ['sum(plan.budget.map(r, r.amount * r.qty)) == 2899.4', true],
    ['plan.budget.exists(r, r.tags.exists(t, t == "t2"))', true],
    ['plan.budget.amount.filter(a, a < 100)', ['0.3', '99.7']],
    ['distinct(plan.budget.category)', ['media', 'gift']],
    ['distinct([1, 1.0, 2])', ['1', '2']],
    ['first(plan.budget).amount', '1200'],
    ['first(plan.choices)', 'a'],
    ['plan.budget[2].qty', 5],
    ['plan.choices[1]', 'b'],
    ['plan.choices[9]', null],
    [
      'plan.budget.filter(r, r.qty > 3)',
      [{ amount: '99.7', qty: 5, category: 'media', note: 'y', day: '2026-11-20', tags: ['t1', 't2'] }],
    ],
    ['[1, 2.50]', ['1', '2.5']],
    ['plan.dates', { start: '2026-12-01', end: '2026-12-03' }],
    ['plan.planRow', { title: '第四季度', amount: '5000' }],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toEqual(expected);
  });

  it('lets an inner variable hide an outer one only inside its body', () => {
    expect(evaluated('plan.budget.exists(r, r.tags.exists(r, r == "t2") && r.qty == 5)')).toBe(true);
  });
});

describe('dates', () => {
  it.each([
    ['days(today, plan.due)', 8],
    ['days(plan.due, today)', -8],
    ['days(plan.dates.start, plan.dates.end) + 1', 3],
    ['addDays(today, 10)', '2026-12-02'],
    ['addDays("2024-02-28", 1)', '2024-02-29'],
    ['addDays(today, 99999999)', null],
    ['year(today)', 2026],
    ['quarter(today)', 4],
    ['month(today)', 11],
    ['weekday(today)', 7],
    ['weekOf("2027-01-01")', '2026-W53'],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toBe(expected);
  });

  it.each([
    ['monthOf(today)', '2026-11'],
    ['monthOf(plan.begins)', '2026-11'],
    ['quarterOf(today)', '2026-Q4'],
    ['quarterOf(plan.month)', '2026-Q4'],
    ['quarterOf("2026-03")', '2026-Q1'],
    ['year(plan.quarter)', 2026],
    ['year(plan.week)', 2026],
    ['quarter(plan.quarter)', 4],
    ['quarter(plan.month)', 4],
    ['month(plan.month)', 11],
    ['month(plan.begins)', 11],
    ['firstDay(plan.month)', '2026-11-01'],
    ['lastDay("2028-02")', '2028-02-29'],
    ['firstDay(plan.quarter)', '2026-10-01'],
    ['lastDay("2026-Q1")', '2026-03-31'],
    ['firstDay(plan.week)', '2026-11-23'],
    ['lastDay(plan.week)', '2026-11-29'],
    ['days(firstDay(plan.month), lastDay(plan.month)) + 1', 30],
    ['addMonths(today, 1)', '2026-12-22'],
    ['addMonths("2026-01-31", 1)', '2026-02-28'],
    ['addMonths("2026-03-31", -13)', '2025-02-28'],
    ['addMonths(plan.month, 2)', '2027-01'],
    ['addMonths(monthOf(today), -11)', '2025-12'],
    ['quarterOf(addMonths(today, -3))', '2026-Q3'],
    ['addMonths(today, 99999999)', null],
    ['monthOf("0999-12-31")', null],
    ['addMonths("1000-01", -1)', null],
    ['dateOf(plan.begins)', '2026-11-22'],
    ['timeOf(plan.begins)', '08:30'],
    ['at(today, "09:05")', '2026-11-22T09:05'],
    ['at(today, plan.opens) == plan.begins', true],
    ['plan.month == "2026-11"', true],
    ['plan.month < "2026-12"', true],
    ['plan.quarter >= quarterOf(today)', true],
    ['plan.opens < "12:00"', true],
    ['min(plan.month, "2026-10")', '2026-10'],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toBe(expected);
  });
});

describe('the compiled expression', () => {
  it.each([
    ['plan.amount', 'decimal'],
    ['plan.stars * 2', 'integer'],
    ['plan.stars / 2', 'decimal'],
    ['plan.stars > 2', 'flag'],
    ['weekOf(today)', 'week'],
    ['monthOf(today)', 'month'],
    ['addMonths(plan.month, 1)', 'month'],
    ['addMonths(today, 1)', 'date'],
    ['at(today, "09:00")', 'dateTime'],
    ['plan.budget', 'table'],
    ['plan.budget.amount', 'list'],
    ['plan.name + "x"', 'text'],
    ['plan.free', 'any'],
  ])('%s has the type %s', (source, kind) => {
    expect(compiled(source).type.kind).toBe(kind);
  });

  it('is compiled once for the same source, scope and expected type', () => {
    expect(compiled('plan.stars + 1')).toBe(compiled('plan.stars + 1'));
    expect(compiled('plan.stars + 1', { kind: 'decimal' })).not.toBe(compiled('plan.stars + 1'));
  });

  it('never treats the text of a value as an expression', () => {
    const given = { plan: { name: 'sum(plan.budget.amount) + constructor' } };
    expect(evaluated('plan.name', given)).toBe('sum(plan.budget.amount) + constructor');
  });
});
