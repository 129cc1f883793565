import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, type Decimal, parseDecimal, sumOf, toPlain } from '../../../engine/shared/decimal.ts';

const cell = fc.oneof(
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
  fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.stringMatching(/^\d{1,12}$/))
    .map(([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}.${fraction}`),
  fc.maxSafeInteger(),
  fc.constantFrom(null, undefined, '', 'x', '1e3', '007', '1,200', 1.5, true, [], '9'.repeat(65)),
);

test('a column adds up to what its numbers add up to one by one, to the last digit', () => {
  const oneByOne = (cells: readonly unknown[]): Decimal | undefined =>
    cells
      .map((each) => (Number.isSafeInteger(each) || typeof each === 'string' ? parseDecimal(String(each)) : undefined))
      .filter((each) => each !== undefined)
      .reduce<Decimal | undefined>((sum, each) => sum && add(sum, each), parseDecimal('0'));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      const rows = cells.map((held, n) => (n % 7 === 3 ? held : { a: held, b: '1' }));
      const counted = cells.filter((_, n) => n % 7 !== 3);
      expect(toPlain(sumOf(rows, 'a'))).toBe(toPlain(oneByOne(counted) as Decimal));
    }),
    { numRuns: 500 },
  );
});

test('members of the prototype are no cells', () => {
  expect(toPlain(sumOf([Object.create({ a: '5' }), { a: '1' }], 'a'))).toBe('1');
});
