import { describe, expect, test } from 'vitest';
import { accepted, judge, modelOf } from '../../test/engine/form/fixture.ts';

const field = { type: 'identityCode', title: '身份证号' } as const;
const GOOD = '11010519491231002X';

describe('an identity number', () => {
  test('is told from every other that differs in one digit', () => {
    for (let at = 0; at < 17; at += 1)
      for (const digit of '0123456789') {
        if (digit === GOOD.charAt(at)) continue;
        const other = GOOD.slice(0, at) + digit + GOOD.slice(at + 1);
        expect([other, judge(field, other).length]).toEqual([other, 1]);
      }
  });

  test('is told from every other with two neighbours exchanged', () => {
    for (let at = 0; at < 17; at += 1) {
      const [left, right] = [GOOD.charAt(at), GOOD.charAt(at + 1)];
      if (left === right) continue;
      const other = GOOD.slice(0, at) + right + left + GOOD.slice(at + 2);
      expect([other, judge(field, other).length]).toEqual([other, 1]);
    }
  });

  test('is kept without spaces, with a capital X', () => {
    const model = modelOf({ f: { x: field } });
    for (const typed of ['110105 19491231 002x', '１１０１０５１９４９１２３１００２ｘ'])
      expect(accepted(model, {}, { f: { x: typed } })).toEqual({ f: { x: GOOD } });
  });

  test('of somebody born after today is refused, though its last digit is right', () => {
    expect(judge(field, '110105202611230015')).toEqual([]);
    expect(judge(field, '110105202611240010')).toMatchObject([{ code: 'bad-check-digit' }]);
  });
});
