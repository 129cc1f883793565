import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromYuan, toYuan, withoutUnit } from './ten-thousand.ts';

test.each([
  ['12.5', '125000'],
  ['0.000001', '0.01'],
  ['-3.25', '-32500'],
  ['99999999999999.999999', '999999999999999999.99'],
  ['0', '0'],
])('%s 万元 are %s yuan, and back', (tenThousands, yuan) => {
  expect(toYuan(tenThousands)).toBe(yuan);
  expect(fromYuan(yuan)).toBe(tenThousands);
});

test.each([
  ['12.5', '12.5'],
  ['12.5 万', '12.5'],
  ['1,250 万 元', '1,250'],
  ['12.5萬元', '12.5'],
  ['125000元', undefined],
  ['12.5 圓', undefined],
])('%s stands for %s 万元', (typed, amount) => expect(withoutUnit(typed)).toBe(amount));

test('zeros at the end of an amount are not shown', () => {
  expect(fromYuan('125000.00')).toBe('12.5');
});

test('no digit is lost on the way there and back', () => {
  const amount = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 1, max: 99 }));
  fc.assert(
    fc.property(amount, ([whole, cents]) => {
      const plain = `${whole}.${String(cents).padStart(2, '0')}`.replace(/0$/, '');
      expect(toYuan(fromYuan(plain))).toBe(plain);
    }),
  );
});
