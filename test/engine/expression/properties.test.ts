import Big from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileExpression } from '../../../engine/expression/expression.ts';
import { compiled, scope } from './fixture.ts';

const money = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => new Big(digits.toString()).div(new Big(10).pow(places)).toFixed());

const normal = (value: Big): string => value.toFixed().replace(/^-0$/, '0');

it('sums a column exactly as big.js does', () => {
  const sum = compiled('sum(rows.amount)');
  fc.assert(
    fc.property(fc.array(money), (amounts) => {
      const expected = amounts.reduce((total, amount) => total.plus(amount), new Big(0));
      expect(sum.evaluate({ rows: amounts.map((amount) => ({ amount })) })).toBe(normal(expected));
    }),
  );
});

it('adds, subtracts, multiplies and orders decimals exactly as big.js does', () => {
  const [plus, minus, times, less] = ['+', '-', '*', '<'].map((operator) =>
    compiled(`plan.amount ${operator} plan.rate`),
  );
  fc.assert(
    fc.property(money, money, (amount, rate) => {
      const given = { plan: { amount, rate } };
      expect(plus?.evaluate(given)).toBe(normal(new Big(amount).plus(rate)));
      expect(minus?.evaluate(given)).toBe(normal(new Big(amount).minus(rate)));
      expect(times?.evaluate(given)).toBe(normal(new Big(amount).times(rate)));
      expect(less?.evaluate(given)).toBe(new Big(amount).lt(rate));
    }),
  );
});

const EVERYTHING = [
  'plan.amount + plan.stars * 2 / plan.rate - 1.5',
  'plan.name + plan.kind + plan.owner',
  'plan.urgent && plan.due > today || plan.kind in plan.choices',
  'plan.week == weekOf(plan.due) ? addDays(plan.dates.start, plan.stars) : plan.dates.end',
  'sum(plan.budget.amount) + avg(plan.budget.qty) + min(plan.budget.amount) + max(1, plan.stars)',
  'plan.budget.filter(r, r.tags.exists(t, t == plan.kind)).map(r, r.amount * r.qty)',
  'distinct(plan.budget.category)',
  'first(plan.budget)',
  'count(plan.budget.note) + size(plan.name) + days(plan.due, today) + weekday(plan.due)',
  'empty(plan) || filled(plan.free) || plan.photo == null || plan.free.a == 3',
  'round(plan.amount, plan.stars)',
  'plan.planRow',
  'plan.dates',
  'plan',
];

const known = fc.constantFrom(
  'amount',
  'stars',
  'rate',
  'name',
  'kind',
  'owner',
  'due',
  'week',
  'dates',
  'start',
  'end',
  'budget',
  'choices',
  'qty',
  'tags',
  'category',
  'note',
  'free',
  'photo',
  'planRow',
  'plan',
  'today',
  'a',
  '__proto__',
  'constructor',
);
const leaf = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  money,
  fc.constantFrom('2026-11-22', '2026-W48', '', '1e3', 1e308, 2 ** 53),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(known, tie('json'), { maxKeys: 12 }),
  ),
}));

it('never throws, and gives JSON of the static type, whatever the values are', () => {
  const expressions = EVERYTHING.map((source) => compiled(source));
  const flags = EVERYTHING.map((source) => compileExpression(source, scope, { kind: 'flag' })).filter(({ ok }) => ok);
  expect(flags.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(fc.dictionary(known, json), (values) => {
      for (const expression of expressions) {
        const result = expression.evaluate(values);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        if (expression.type.kind === 'decimal' && result !== null) expect(result).toMatch(/^-?\d+(\.\d+)?$/);
        if (expression.type.kind === 'integer' && result !== null) expect(result).toSatisfy(Number.isSafeInteger);
      }
      for (const flag of flags) if (flag.ok) expect(flag.value.evaluate(values)).toBeTypeOf('boolean');
    }),
    { numRuns: 500 },
  );
});

it('compiles or refuses every source, with positions inside it', () => {
  const piece = fc.constantFrom(
    'plan',
    'row',
    'today',
    '.budget',
    '.amount',
    '.nmae',
    '(',
    ')',
    '[',
    ']',
    ' + ',
    ' && ',
    ' == ',
    ' ? ',
    ' : ',
    '!',
    '1',
    '0.5',
    '"a"',
    '{',
    '}',
    "{'a': ",
    'null',
    'sum(',
    'min(',
    '.exists(r, ',
    'r',
    ',',
    '.filter(r, ',
    'true',
    '-',
    '"',
    '/',
    '\n',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const source = pieces.join('');
      const result = compileExpression(source, scope);
      if (result.ok) return;
      expect(result.error.length).toBeGreaterThan(0);
      for (const { start, end } of result.error) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(source.length);
      }
    }),
    { numRuns: 2000 },
  );
});
